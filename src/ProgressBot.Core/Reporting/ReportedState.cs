namespace ProgressBot.Core.Reporting;

/// <summary>How far a unit says a milestone is.</summary>
public sealed record ReportedState
{
    public int Id { get; init; }
    public int ReportVersionId { get; init; }
    public int MilestoneId { get; init; }
    public MilestoneState State { get; init; }

    /// <summary>The words it was read from; empty for a tap.</summary>
    public required string Phrase { get; init; }

    /// <summary>The message that said it.</summary>
    public string? MessageId { get; init; }
}

/// <summary>How far a goal without a number is.</summary>
public enum MilestoneState
{
    NotStarted,
    InProgress,
    Done,
}
