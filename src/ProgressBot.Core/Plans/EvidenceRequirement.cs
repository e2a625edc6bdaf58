namespace ProgressBot.Core.Plans;

/// <summary>One line of a work item's evidence checklist (佐证依据).</summary>
public sealed record EvidenceRequirement
{
    public int Id { get; init; }
    public int WorkItemId { get; init; }
    public required string Text { get; init; }

    /// <summary>须明确…: what the document has to say; null for none.</summary>
    public string? Condition { get; init; }

    /// <summary>或: any one of these will do; empty when there is no choice.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Proven by somebody else's result (an appraisal of the province …): awaited, never "missing".</summary>
    public bool AwaitsOthers { get; init; }

    /// <summary>When it was taken out of a plan in force; what was given for it stays. Null while it is asked for.</summary>
    public DateTimeOffset? RemovedAt { get; init; }
}
