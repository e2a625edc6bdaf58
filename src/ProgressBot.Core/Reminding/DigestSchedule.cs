namespace ProgressBot.Core.Reminding;

/// <summary>When the digests of a plan leave by themselves. The office has one; a plan may depart from it by its <see cref="DigestSettings"/>.</summary>
public sealed record DigestSchedule
{
    /// <summary>Digests leave between these hours, on working days; one that was missed waits for them, too.</summary>
    public static readonly TimeOnly Opens = new(8, 0);
    public static readonly TimeOnly Closes = new(20, 0);

    /// <summary>What is told later than this before a digest leaves nobody would see in time.</summary>
    static readonly TimeSpan LeastNotice = TimeSpan.FromMinutes(30);

    /// <summary>Further ahead nothing is planned: every period there is has one by then.</summary>
    const int FurthestDay = 400;

    /// <summary>Fridays 16:30.</summary>
    public static DigestSchedule Default { get; } = new();

    public DigestCycles Cycles { get; init; } = DigestCycles.Weekly;

    /// <summary>Of a weekly one; when that day is off, the last working day of the same week (Monday to Sunday) takes its place.</summary>
    public DayOfWeek Day { get; init; } = DayOfWeek.Friday;

    /// <summary>Local time of day, from <see cref="Opens"/> to before <see cref="Closes"/>.</summary>
    public TimeOnly Time { get; init; } = new(16, 30);

    /// <summary>Local time at which coordinators are told on the day itself that one is about to leave, half an hour before it at least; null for not at all.</summary>
    public TimeOnly? Notice { get; init; } = new(9, 40);

    /// <summary>Whether the units get one of their own. Off unless asked for: reminders say what is open, and what is returned comes at once.</summary>
    public bool Units { get; init; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>The last day of which there is one; null for no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Everything that keeps digests from being planned; empty when nothing does.</summary>
    public IReadOnlyList<ScheduleError> Check()
    {
        var errors = new List<ScheduleError>();
        if (ZoneTime.Find(TimeZone) is null) errors.Add(ScheduleError.UnknownTimeZone);
        if (Time < Opens || Time >= Closes) errors.Add(ScheduleError.DigestTimeOutOfRange);
        else if (Notice < Opens || Notice > Time.Add(-LeastNotice)) errors.Add(ScheduleError.NoticeOutOfRange);
        return errors;
    }

    /// <summary>The digest of a day, the longest period's where several end; null on a day without one.</summary>
    /// <exception cref="InvalidOperationException">The time zone does not exist.</exception>
    public DigestOccasion? On(DateOnly day, WorkingCalendar calendar)
    {
        foreach (var kind in Enum.GetValues<RoundPeriod>().Reverse().Where(kind => Cycles.HasFlag(CycleOf(kind))))
            if (Period.Containing(kind, day) is var period && DayIn(period, calendar) == day)
                return new DigestOccasion(kind, period.First, day, At(day, Time), Notice is { } notice ? At(day, notice) : null);
        return null;
    }

    /// <summary>The first one that leaves after an instant; null when there is none.</summary>
    /// <param name="handled">The day of one that has left already, or was dropped: neither it nor an earlier one comes again.</param>
    public DigestOccasion? NextAfter(DateTimeOffset instant, WorkingCalendar calendar, DateOnly? handled = null)
    {
        var today = Zone.Today(instant);
        return Between(today, today.AddDays(FurthestDay), calendar).FirstOrDefault(occasion => occasion.At > instant && !(occasion.Day <= handled));
    }

    /// <summary>The latest of those that should have left from a day on until now; null when there is none.</summary>
    public DigestOccasion? Latest(DateOnly from, DateTimeOffset now, WorkingCalendar calendar, DateOnly? handled) =>
        Between(from, Zone.Today(now), calendar).LastOrDefault(occasion => occasion.At <= now && !(occasion.Day <= handled));

    /// <summary>What would leave at an instant: the next one; where none is planned, the running week's.</summary>
    public DigestOccasion Preview(DateTimeOffset now, WorkingCalendar calendar, DateOnly? handled)
    {
        var today = Zone.Today(now);
        return NextAfter(now, calendar, handled) ?? new DigestOccasion(RoundPeriod.Week, Period.Containing(RoundPeriod.Week, today).First, today, now, null);
    }

    /// <summary>Whether something may leave at an instant: on working days, in office hours.</summary>
    public bool IsOpen(DateTimeOffset now, WorkingCalendar calendar) =>
        calendar.IsWorkingDay(Zone.Today(now)) && TimeOnly.FromDateTime(Zone.WallClock(now)) is var time && time >= Opens && time < Closes;

    /// <summary>Whether there is still time to tell coordinators of one.</summary>
    public static bool CanTell(DigestOccasion occasion, DateTimeOffset now) => occasion.NoticeAt <= now && now <= occasion.At - LeastNotice;

    /// <summary>The day it is where the digests are planned.</summary>
    public DateOnly Today(DateTimeOffset now) => Zone.Today(now);

    TimeZoneInfo Zone => ZoneTime.Find(TimeZone) ?? throw new InvalidOperationException($"No time zone '{TimeZone}'.");

    DateTimeOffset At(DateOnly day, TimeOnly time) => Zone.Instant(day, time);

    IEnumerable<DigestOccasion> Between(DateOnly first, DateOnly last, WorkingCalendar calendar)
    {
        if (Until < last) last = Until.Value;
        for (var day = first; Cycles != DigestCycles.None && day <= last; day = day.AddDays(1))
            if (On(day, calendar) is { } occasion)
                yield return occasion;
    }

    DateOnly? DayIn(Period period, WorkingCalendar calendar)
    {
        var wanted = period.First.AddDays(((int)Day + 6) % 7);
        return period.Kind == RoundPeriod.Week && calendar.IsWorkingDay(wanted) ? wanted : calendar.LastWorkingDay(period.First, period.Last);
    }

    static DigestCycles CycleOf(RoundPeriod kind) => (DigestCycles)(1 << (int)kind);
}

/// <summary>One digest that is to leave.</summary>
/// <param name="Kind">What it sums up, and is called after.</param>
/// <param name="First">The period's first day.</param>
/// <param name="Day">The day on which it leaves.</param>
/// <param name="At">When it leaves, UTC.</param>
/// <param name="NoticeAt">When coordinators are told that it is about to; null for not at all.</param>
public sealed record DigestOccasion(RoundPeriod Kind, DateOnly First, DateOnly Day, DateTimeOffset At, DateTimeOffset? NoticeAt);

/// <summary>How often a digest leaves: every week, and on the last working day of longer periods. Each is the bit of its <see cref="RoundPeriod"/>.</summary>
[Flags]
public enum DigestCycles
{
    None = 0,
    Weekly = 1 << RoundPeriod.Week,
    Monthly = 1 << RoundPeriod.Month,
    Quarterly = 1 << RoundPeriod.Quarter,
    HalfYearly = 1 << RoundPeriod.HalfYear,
    Yearly = 1 << RoundPeriod.Year,
}
