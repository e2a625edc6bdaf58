namespace ProgressBot.Core.Reporting;

/// <summary>One submission of a report: who said what, when, in which message, and what the reviewer made of it.</summary>
public sealed class ReportVersion
{
    public int Id { get; set; }
    public int ReportId { get; set; }

    /// <summary>From 1 within its report.</summary>
    public int Number { get; set; }

    /// <summary>The receipt the reporter was given, e.g. 0923-017; all versions of one submission share it.</summary>
    public required string Receipt { get; set; }

    /// <summary>无变化: totals carried over.</summary>
    public bool NoChange { get; set; }

    public Milestone? Milestone { get; set; }
    public string? Narrative { get; set; }
    public string? Problems { get; set; }

    /// <summary>Why a total went down, when one did.</summary>
    public string? Reason { get; set; }

    public int By { get; set; }
    public DateTimeOffset At { get; set; }
    public string? MessageId { get; set; }

    public Verdict Verdict { get; set; }
    public int? ReviewedBy { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }
    public string? ReturnReason { get; set; }

    /// <summary>When the coordinators were last told that it waits.</summary>
    public DateTimeOffset? ReviewAskedAt { get; set; }

    public List<Figure> Figures { get; } = [];

    /// <summary>What it says of an indicator; null for nothing.</summary>
    public Figure? Of(int indicatorId)
    {
        foreach (var figure in Figures)
            if (figure.IndicatorId == indicatorId) return figure;
        return null;
    }

    internal void Judge(Verdict verdict, int by, DateTimeOffset at, string? reason)
    {
        (Verdict, ReviewedBy, ReviewedAt, ReturnReason) = (verdict, by, at, reason);
    }
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
}

/// <summary>节点: how far a goal without a number is.</summary>
public enum Milestone
{
    NotStarted,
    InProgress,
    Done,
}
