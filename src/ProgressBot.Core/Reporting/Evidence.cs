namespace ProgressBot.Core.Reporting;

/// <summary>佐证材料: a link or a file, given by a unit for a work item in a round. It may prove several lines of the checklist.</summary>
public sealed record Evidence
{
    public int Id { get; init; }
    public int RoundId { get; init; }
    public int WorkItemId { get; init; }
    public int UnitId { get; init; }

    /// <summary>What it is called: the file's name, or the link's host and last part.</summary>
    public required string Name { get; init; }

    /// <summary>http or https; null for a file.</summary>
    public string? Url { get; init; }

    /// <summary>Key in the file store; null for a link.</summary>
    public string? FileKey { get; init; }

    /// <summary>The document's own date, when it is known; not the day it was sent.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What a reviewer made of it; null while nobody has looked.</summary>
    public EvidenceVerdict? Verdict { get; init; }
    public int? ReviewedBy { get; init; }
    public DateTimeOffset? ReviewedAt { get; init; }

    public int By { get; init; }
    public DateTimeOffset At { get; init; }
    public string? MessageId { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }

    public IReadOnlyList<EvidenceProof> Proofs { get => field ?? []; init; }
}

public enum EvidenceVerdict
{
    /// <summary>It proves what it is given for.</summary>
    Accepted,

    /// <summary>It does not; the unit was asked for another.</summary>
    Rejected,
}

/// <summary>A line of the checklist that a piece of evidence proves.</summary>
public sealed record EvidenceProof
{
    public int EvidenceId { get; init; }
    public int RequirementId { get; init; }
}
