namespace ProgressBot.Core.Reporting;

/// <summary>
/// The whole standing of a report after one message: figures, states and sentences, those of earlier messages of the round included. Who said it, when, in
/// which message, and what the reviewer made of it.
/// </summary>
public sealed record ReportVersion
{
    public int Id { get; init; }
    public int ReportId { get; init; }

    /// <summary>From 1 within its report.</summary>
    public int Number { get; init; }

    /// <summary>The receipt the reporter was given, e.g. 0923-017; all versions of one submission share it.</summary>
    public required string Receipt { get; init; }

    /// <summary>无变化: nothing was said in this round but that nothing has changed.</summary>
    public bool NoChange { get; init; }

    /// <summary>Why a total went down, when one did.</summary>
    public string? Reason { get; init; }

    public int By { get; init; }

    /// <summary>代报: a coordinator wrote down what the unit said by telephone.</summary>
    public bool OnBehalf { get; init; }
    public DateTimeOffset At { get; init; }
    public string? MessageId { get; init; }

    public Verdict Verdict { get; init; }
    public int? ReviewedBy { get; init; }
    public DateTimeOffset? ReviewedAt { get; init; }
    public string? ReturnReason { get; init; }

    /// <summary>When its approval was taken back; null for every other version.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When the coordinators were last told that it waits.</summary>
    public DateTimeOffset? ReviewAskedAt { get; init; }

    public IReadOnlyList<Figure> Figures { get => field ?? []; init; }
    public IReadOnlyList<ReportedState> States { get => field ?? []; init; }
    public IReadOnlyList<Statement> Statements { get => field ?? []; init; }

    /// <summary>What it says of an indicator; null for nothing.</summary>
    public Figure? Of(int indicatorId)
    {
        foreach (var figure in Figures)
            if (figure.IndicatorId == indicatorId) return figure;
        return null;
    }

    /// <summary>What it says of a milestone; null for nothing.</summary>
    public ReportedState? StateOf(int milestoneId)
    {
        foreach (var state in States)
            if (state.MilestoneId == milestoneId) return state;
        return null;
    }

    /// <summary>The sentences of one kind, in the order they came.</summary>
    public IEnumerable<Statement> Said(StatementKind kind) => Statements.Where(statement => statement.Kind == kind);

    internal ReportVersion Judge(Verdict verdict, int by, DateTimeOffset at, string? reason) =>
        this with { Verdict = verdict, ReviewedBy = by, ReviewedAt = at, ReturnReason = reason };
}

public enum Verdict
{
    Pending,
    Approved,
    Returned,

    /// <summary>撤回 by the reporter before it was reviewed.</summary>
    Withdrawn,

    /// <summary>A later version of the same report was approved in its place.</summary>
    Superseded,

    /// <summary>More was said before it was reviewed; the later version holds it, too.</summary>
    Replaced,
}
