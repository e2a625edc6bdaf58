namespace ProgressBot.Core.Reminding;

/// <summary>How long a round lasts: 周, 月, 季, 半年, 年.</summary>
public enum RoundPeriod
{
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}
