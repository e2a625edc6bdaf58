namespace ProgressBot.Core.Plans;

/// <summary>任务: one goal row of the table. Followed by its indicators; without any, by a milestone.</summary>
public sealed record WorkItem
{
    public int Id { get; init; }
    public int PlanId { get; init; }

    /// <summary>Position in the table, from 1. People name an item by it.</summary>
    public required int Number { get; init; }

    /// <summary>工作内容, inherited through merged cells.</summary>
    public required string Section { get; init; }

    /// <summary>工作目标, as worded.</summary>
    public required string Goal { get; init; }

    /// <summary>What it is called on a phone: a few characters.</summary>
    public required string Name { get; init; }

    public DateOnly? Deadline { get; init; }

    /// <summary>Where in the document it stands, e.g. 表1 第4行.</summary>
    public string? Source { get; init; }

    /// <summary>What stands there, a cell per line with its header: what the item was read from.</summary>
    public string? SourceText { get; init; }

    /// <summary>When it was taken out of a plan in force: what was reported stays, nothing more is asked. Null while it is followed.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    public IReadOnlyList<Indicator> Indicators { get => field ?? []; init; }
    public IReadOnlyList<EvidenceRequirement> Requirements { get => field ?? []; init; }
    public IReadOnlyList<Assignment> Assignments { get => field ?? []; init; }

    /// <summary>节点: what is followed by not started / in progress / done: the item as a whole, and beside its numbers each goal that has none.</summary>
    public IReadOnlyList<Milestone> Milestones { get => field ?? []; init; }

    /// <summary>The item as a whole: the state of a goal without a number, and of an assisting unit's part.</summary>
    public Milestone Whole => Milestones.First(milestone => !milestone.IsBeside);

    /// <summary>True for a goal that has no number at all.</summary>
    public bool HasMilestone => Indicators.Count == 0;

    /// <summary>结对地区 of this goal, where it has one of its own.</summary>
    public string? Partner { get; init; }
}

/// <summary>节点: a goal without a number, e.g. 出台管理办法.</summary>
public sealed record Milestone
{
    public int Id { get; init; }
    public int WorkItemId { get; init; }
    public required string Name { get; init; }

    /// <summary>True for a goal beside the item's numbers; false for the item as a whole.</summary>
    public bool IsBeside { get; init; }

    /// <summary>Its own last day; null for the item's.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>When it was taken out of a plan in force. Null while it is followed.</summary>
    public DateTimeOffset? RemovedAt { get; init; }
}
