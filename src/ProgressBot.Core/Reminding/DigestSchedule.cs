namespace ProgressBot.Core.Reminding;

/// <summary>When a digest leaves by itself.</summary>
/// <param name="Cycle">How often.</param>
/// <param name="Day">Of a weekly one; when that day is off, the last working day of the same week (Monday to Sunday) takes its place.</param>
/// <param name="Time">Local time of day.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record DigestSchedule(DigestCycle Cycle, DayOfWeek Day, TimeOnly Time, string TimeZone = "Asia/Shanghai")
{
    /// <summary>Fridays 16:30.</summary>
    public static DigestSchedule Default { get; } = new(DigestCycle.Weekly, DayOfWeek.Friday, new TimeOnly(16, 30));

    /// <summary>Everything that keeps <see cref="NextAfter"/> from being computed; empty when nothing does.</summary>
    public IReadOnlyList<ScheduleError> Check() => ZoneTime.Find(TimeZone) is null ? [ScheduleError.UnknownTimeZone] : [];

    /// <summary>The first digest after an instant, UTC. A week, month or quarter without a working day has none.</summary>
    /// <exception cref="InvalidOperationException">The time zone does not exist.</exception>
    public DateTimeOffset NextAfter(DateTimeOffset instant, WorkingCalendar calendar)
    {
        var zone = ZoneTime.Find(TimeZone) ?? throw new InvalidOperationException($"No time zone '{TimeZone}'.");
        for (var period = Period.Containing(Kind, zone.Today(instant)); ; period = period.Following())
            if (DayIn(period, calendar) is { } day && zone.Instant(day, Time) is var at && at > instant)
                return at;
    }

    RoundPeriod Kind => Cycle switch
    {
        DigestCycle.Weekly => RoundPeriod.Week,
        DigestCycle.Monthly => RoundPeriod.Month,
        _ => RoundPeriod.Quarter,
    };

    DateOnly? DayIn(Period period, WorkingCalendar calendar)
    {
        var wanted = period.First.AddDays(((int)Day + 6) % 7);
        return Cycle == DigestCycle.Weekly && calendar.IsWorkingDay(wanted) ? wanted : calendar.LastWorkingDay(period.First, period.Last);
    }
}

/// <summary>How often a digest leaves.</summary>
public enum DigestCycle
{
    Weekly,

    /// <summary>On the last working day of the month.</summary>
    Monthly,

    /// <summary>On the last working day of the quarter.</summary>
    Quarterly,
}
