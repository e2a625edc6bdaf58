namespace ProgressBot.Core.Reporting;

/// <summary>A sentence of a unit that is no figure and no state: kept word for word and shown to whoever reviews.</summary>
public sealed record Statement
{
    public int Id { get; init; }
    public int ReportVersionId { get; init; }
    public StatementKind Kind { get; init; }

    /// <summary>As typed.</summary>
    public required string Text { get; init; }

    /// <summary>For a problem, the day its end is expected; for a plan, the day it is meant for. Null when none was named.</summary>
    public DateOnly? Expected { get; init; }

    public int By { get; init; }
    public DateTimeOffset At { get; init; }
    public string? MessageId { get; init; }
}

public enum StatementKind
{
    /// <summary>进展说明: what was done, in words.</summary>
    Narrative,

    /// <summary>困难: what is in the way.</summary>
    Problem,

    /// <summary>下一步打算: what is still to come. Never a result.</summary>
    Intention,

    /// <summary>说明: the answer to a return, or why no proof comes.</summary>
    Explanation,

    /// <summary>配合单位说明: what an assisting unit says of a figure that the lead reports.</summary>
    Assisting,

    /// <summary>异议: the unit does not agree with what a coordinator wrote down for it.</summary>
    Objection,
}
