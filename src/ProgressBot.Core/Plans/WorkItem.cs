namespace ProgressBot.Core.Plans;

/// <summary>任务: one goal row of the table. Followed by its indicators; without any, by a milestone.</summary>
public sealed class WorkItem
{
    public int Id { get; set; }
    public int PlanId { get; set; }

    /// <summary>Position in the table, from 1. People name an item by it.</summary>
    public required int Number { get; set; }

    /// <summary>工作内容, inherited through merged cells.</summary>
    public required string Section { get; set; }

    /// <summary>工作目标, as worded.</summary>
    public required string Goal { get; set; }

    /// <summary>What it is called on a phone: a few characters.</summary>
    public required string Name { get; set; }

    public DateOnly? Deadline { get; set; }

    /// <summary>Where in the document it stands, e.g. 表1 第4行.</summary>
    public string? Source { get; set; }

    /// <summary>What stands there, a cell per line with its header: what the item was read from.</summary>
    public string? SourceText { get; set; }

    /// <summary>When it was taken out of a plan in force: what was reported stays, nothing more is asked. Null while it is followed.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public List<Indicator> Indicators { get; } = [];
    public List<EvidenceRequirement> Requirements { get; } = [];
    public List<Assignment> Assignments { get; } = [];

    /// <summary>A goal without a number is followed by not started / in progress / done.</summary>
    public bool HasMilestone => Indicators.Count == 0;
}
