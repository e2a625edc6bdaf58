using ProgressBot.Core.Reminding;

namespace ProgressBot.Jobs;

/// <summary>Configuration section <c>Digest</c>: the office's digests, from which a plan may depart.</summary>
sealed class DigestOptions
{
    public const string Section = "Digest";

    /// <summary>One or several: <c>Weekly, Monthly</c>.</summary>
    public DigestCycles Cycle { get; set; } = DigestSchedule.Default.Cycles;
    public DayOfWeek Day { get; set; } = DigestSchedule.Default.Day;

    /// <summary>Local time of day.</summary>
    public TimeOnly Time { get; set; } = DigestSchedule.Default.Time;

    /// <summary>When coordinators are told on the day itself; empty for not at all.</summary>
    public string Notice { get; set; } = "9:40";

    /// <summary>Whether the units get one of their own.</summary>
    public bool Units { get; set; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = DigestSchedule.Default.TimeZone;

    public DigestSchedule Schedule => new()
    {
        Cycles = Cycle,
        Day = Day,
        Time = Time,
        // what cannot be read is no time at which anybody could be told, and is refused as such
        Notice = Notice.Length == 0 ? null : TimeOnly.TryParse(Notice, System.Globalization.CultureInfo.InvariantCulture, out var notice) ? notice : TimeOnly.MinValue,
        Units = Units,
        TimeZone = TimeZone,
    };
}
