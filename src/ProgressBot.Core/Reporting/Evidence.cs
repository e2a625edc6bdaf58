namespace ProgressBot.Core.Reporting;

/// <summary>佐证材料: a link or a file, given by a unit for a work item in a round. It may prove several lines of the checklist.</summary>
public sealed class Evidence
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    public int WorkItemId { get; set; }
    public int UnitId { get; set; }

    /// <summary>What it is called: the file's name, or the link's host and last part.</summary>
    public required string Name { get; set; }

    /// <summary>http or https; null for a file.</summary>
    public string? Url { get; set; }

    /// <summary>Key in the file store; null for a link.</summary>
    public string? FileKey { get; set; }

    /// <summary>The document's own date, when it is known; not the day it was sent.</summary>
    public DateOnly? Date { get; set; }

    public int By { get; set; }
    public DateTimeOffset At { get; set; }
    public string? MessageId { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    public List<EvidenceProof> Proofs { get; } = [];
}

/// <summary>A line of the checklist that a piece of evidence proves.</summary>
public sealed class EvidenceProof
{
    public int EvidenceId { get; set; }
    public int RequirementId { get; set; }
}
