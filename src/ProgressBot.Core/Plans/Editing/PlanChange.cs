namespace ProgressBot.Core.Plans.Editing;

/// <summary>One difference between a plan and a revised document of it, with what would make the plan follow.</summary>
/// <param name="Key">The same difference has the same key however often it is looked for.</param>
/// <param name="Where">The item's number and name, or the new goal's section.</param>
/// <param name="Before">How the plan has it; null for what is new.</param>
/// <param name="After">How the document has it; null for what it no longer has.</param>
public sealed record PlanChange(string Key, PlanChangeKind Kind, string Where, string? Before, string? After, IReadOnlyList<PlanEdit> Edits)
{
    /// <summary>Whether it must be decided one by one: it changes what a unit is measured by, or takes something away.</summary>
    public bool IsGrave => Kind == PlanChangeKind.Target || After is null;
}

/// <summary>What differs.</summary>
public enum PlanChangeKind
{
    /// <summary>A whole goal came or went.</summary>
    Item,

    /// <summary>The same goal in other words.</summary>
    Wording,

    /// <summary>A unit came or went, or has another part.</summary>
    Unit,

    /// <summary>An indicator came or went.</summary>
    Indicator,

    /// <summary>A number to reach, or how it is worded.</summary>
    Target,

    Deadline,
    Evidence,
}
