namespace ProgressBot.Core.Plans;

/// <summary>指标: a number to reach.</summary>
public sealed record Indicator
{
    public int Id { get; init; }
    public int WorkItemId { get; init; }
    public required string Name { get; init; }

    /// <summary>The words the target was read from, e.g. 力争新签…6个.</summary>
    public required string Phrase { get; init; }

    public Comparator Comparator { get; init; }

    /// <summary>In <see cref="BaseUnit"/>; &gt;= 0.</summary>
    public required decimal Target { get; init; }

    /// <summary>力争: wished for, not promised.</summary>
    public bool Aspirational { get; init; }

    /// <summary>The one unit every value is stored in: 元, 亩, 个, 人次 …</summary>
    public required string BaseUnit { get; init; }

    /// <summary>The unit people read it in, e.g. 亿元.</summary>
    public required string DisplayUnit { get; init; }

    public DateOnly? Deadline { get; init; }
    public Basis Basis { get; init; }
    public Sharing Sharing { get; init; }

    /// <summary>阶段目标: what is to be reached by earlier days, soonest first; empty where only the year's target is set.</summary>
    public IReadOnlyList<IndicatorStage> Stages { get => field ?? []; init; }

    /// <summary>For money that is followed by stages: what the money is for, the same for all stages of it; null for every other indicator.</summary>
    public string? Fund { get; init; }

    /// <summary>Which of the stages this number is; null for every other indicator.</summary>
    public MoneyStage? MoneyStage { get; init; }

    /// <summary>Targets it had before, oldest first; empty while it has its first one.</summary>
    public IReadOnlyList<TargetChange> TargetChanges { get => field ?? []; init; }

    /// <summary>Other names units use for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>When it was taken out of a plan in force; its figures stay on record. Null while it is followed.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>True when the unit with this role enters a value of its own.</summary>
    public bool IsEnteredBy(UnitRole role) => Sharing != Sharing.LeadReports || role == UnitRole.Lead;

    /// <summary>以内, 不超过: the less the better.</summary>
    public bool IsCeiling => Comparator is Comparator.AtMost or Comparator.LessThan;

    /// <summary>Whether a total reaches the target. 以内/不超过 is a ceiling, everything else a floor.</summary>
    public bool IsMetBy(decimal total) => Comparator switch
    {
        Comparator.AtMost => total <= Target,
        Comparator.LessThan => total < Target,
        Comparator.MoreThan => total > Target,
        _ => total >= Target,
    };
}

/// <summary>What an indicator is to reach by a day of its own: 上半年60亿元.</summary>
public sealed record IndicatorStage
{
    public int Id { get; init; }
    public int IndicatorId { get; init; }

    /// <summary>As printed: 一季度, 上半年, 前三季度.</summary>
    public required string Name { get; init; }

    /// <summary>The last day that is in time.</summary>
    public DateOnly Deadline { get; init; }

    /// <summary>Running total to be reached, in the indicator's base unit.</summary>
    public decimal Target { get; init; }
}

/// <summary>The way of money from the plan to its use. The amounts of two stages are never added up.</summary>
public enum MoneyStage
{
    /// <summary>计划, 安排.</summary>
    Planned,

    /// <summary>到位.</summary>
    InPlace,

    /// <summary>拨付.</summary>
    Disbursed,

    /// <summary>使用.</summary>
    Used,
}

/// <summary>A target was changed during the year.</summary>
public sealed record TargetChange
{
    public int Id { get; init; }
    public int IndicatorId { get; init; }

    /// <summary>The day from which the new target counts.</summary>
    public DateOnly From { get; init; }

    /// <summary>In the indicator's base unit.</summary>
    public decimal Before { get; init; }
    public decimal After { get; init; }

    /// <summary>The document that says so; null when a coordinator changed it without one.</summary>
    public string? Document { get; init; }

    /// <summary>Null for the command line.</summary>
    public int? By { get; init; }
    public DateTimeOffset At { get; init; }
}
