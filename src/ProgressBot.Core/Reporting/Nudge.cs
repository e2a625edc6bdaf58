namespace ProgressBot.Core.Reporting;

/// <summary>催办: a numbered record of one urging by hand.</summary>
public sealed class Nudge
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    public int UnitId { get; set; }
    public int By { get; set; }
    public DateTimeOffset At { get; set; }
}
