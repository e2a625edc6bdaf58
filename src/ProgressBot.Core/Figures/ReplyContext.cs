namespace ProgressBot.Core.Figures;

/// <summary>What is known beside the words of a reply.</summary>
/// <param name="PeriodStart">First day of the period that is reported.</param>
/// <param name="PeriodEnd">Last day of it.</param>
/// <param name="Today">The day of the reply.</param>
public sealed record ReplyContext(DateOnly PeriodStart, DateOnly PeriodEnd, DateOnly Today)
{
    /// <summary>The indicator the bot has just asked for: a bare number is its answer.</summary>
    public long? Expected { get; init; }

    /// <summary>What the reporting unit is called, aliases included. Empty: no unit is taken for another one by its name alone.</summary>
    public IReadOnlyList<string> OwnNames { get; init; } = [];

    /// <summary>
    /// What other units of the plan are called, aliases included: what a clause says of one of them is not the sender's own.
    /// </summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>What the same person reported for an earlier period, as typed; null when nothing.</summary>
    public string? LastText { get; init; }
}
