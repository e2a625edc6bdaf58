namespace ProgressBot.Core.Plans;

/// <summary>指标: a number to reach.</summary>
public sealed class Indicator
{
    public int Id { get; set; }
    public int WorkItemId { get; set; }
    public required string Name { get; set; }

    /// <summary>The words the target was read from, e.g. 力争新签…6个.</summary>
    public required string Phrase { get; set; }

    public Comparator Comparator { get; set; }

    /// <summary>In <see cref="BaseUnit"/>; &gt;= 0.</summary>
    public required decimal Target { get; set; }

    /// <summary>力争: wished for, not promised.</summary>
    public bool Aspirational { get; set; }

    /// <summary>The one unit every value is stored in: 元, 亩, 个, 人次 …</summary>
    public required string BaseUnit { get; set; }

    /// <summary>The unit people read it in, e.g. 亿元.</summary>
    public required string DisplayUnit { get; set; }

    public DateOnly? Deadline { get; set; }
    public Basis Basis { get; set; }
    public Sharing Sharing { get; set; }

    /// <summary>Other names units use for it.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>When it was taken out of a plan in force; its figures stay on record. Null while it is followed.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>True when the unit with this role enters a value of its own.</summary>
    public bool IsEnteredBy(UnitRole role) => Sharing != Sharing.LeadReports || role == UnitRole.Lead;

    /// <summary>Whether a total reaches the target. 以内/不超过 is a ceiling, everything else a floor.</summary>
    public bool IsMetBy(decimal total) => Comparator switch
    {
        Comparator.AtMost => total <= Target,
        Comparator.LessThan => total < Target,
        Comparator.MoreThan => total > Target,
        _ => total >= Target,
    };
}
