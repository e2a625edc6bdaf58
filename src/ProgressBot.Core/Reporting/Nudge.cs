namespace ProgressBot.Core.Reporting;

/// <summary>催办: one urging of a unit by hand, a numbered record: 催办〔2022〕3号.</summary>
public sealed class Nudge
{
    public int Id { get; set; }

    /// <summary>Counted within its year, from 1; the rounds that one urging was about share it. 0 in old records.</summary>
    public int Number { get; set; }
    public int RoundId { get; set; }
    public int UnitId { get; set; }

    /// <summary>The work items that were open.</summary>
    public string? Matter { get; set; }

    /// <summary>The due time the unit was reminded of.</summary>
    public DateTimeOffset? DueAt { get; set; }
    public int By { get; set; }
    public DateTimeOffset At { get; set; }
}
