namespace ProgressBot.Core.Reporting;

/// <summary>催办: one urging of a unit by hand, a numbered record: 催办〔2022〕3号.</summary>
public sealed record Nudge
{
    public int Id { get; init; }

    /// <summary>Counted within its year, from 1; the rounds that one urging was about share it.</summary>
    public int Number { get; init; }
    public int RoundId { get; init; }
    public int UnitId { get; init; }

    /// <summary>The work items that were open.</summary>
    public string? Matter { get; init; }

    /// <summary>The due time the unit was reminded of.</summary>
    public DateTimeOffset? DueAt { get; init; }
    public int By { get; init; }
    public DateTimeOffset At { get; init; }
}
