namespace ProgressBot.Core.Reminding;

/// <summary>When the report of a period is due, and how long before and after that it can be given. Times of day are the plan's local time.</summary>
public sealed record DueRule
{
    /// <summary>The last working day of the month, opened six working days before, accepted late for ten more.</summary>
    public static DueRule Default { get; } = new();

    public DueDay Day { get; init; } = DueDay.LastWorkingDay;

    /// <summary>The N of <see cref="Day"/>; 1 to 60 working days, or a day of the month 1 to 31 (of the week 1 to 7, Monday first).</summary>
    public int Number { get; init; } = 1;

    /// <summary>Where a due day goes that is a day off; never back out of the period.</summary>
    public Roll Roll { get; init; } = Roll.Back;

    /// <summary>Working days before the due day on which the round opens, 0 to 60; not before the period itself begins.</summary>
    public int OpensBefore { get; init; } = 6;

    /// <summary>Working days after the due day for which late reports are taken, 0 to 250.</summary>
    public int LocksAfter { get; init; } = 10;

    public TimeOnly OpensAt { get; init; } = new(8, 0);

    /// <summary>The time of day at which it is due, and at which it locks.</summary>
    public TimeOnly DueAt { get; init; } = new(18, 0);
}

/// <summary>Which day a report is due on.</summary>
public enum DueDay
{
    /// <summary>The last working day of the period.</summary>
    LastWorkingDay,

    /// <summary>The N-th working day after the period's end.</summary>
    WorkingDayAfter,

    /// <summary>Day N of the period's last month, or of the week itself. In a shorter month its last day.</summary>
    Day,

    /// <summary>Day N of the month or week after the period: 每月5日前报上月. In a shorter month its last day.</summary>
    DayAfter,
}

/// <summary>What is wrong with a schedule somebody wants.</summary>
public enum ScheduleError
{
    /// <summary>The window does not end after it begins.</summary>
    EmptyWindow,

    /// <summary>The window is longer than ten years.</summary>
    WindowTooLong,

    /// <summary>No time zone of that name.</summary>
    UnknownTimeZone,

    /// <summary>The number does not go with the due day.</summary>
    NumberOutOfRange,

    /// <summary>Opens or locks too far from the due day.</summary>
    SpanOutOfRange,

    /// <summary>Reminders would repeat for ever, or more than once a day.</summary>
    NeverEnding,

    /// <summary>There is no step at all, one is doubled or further than 60 working days from the due day, or the jitter is not 1 to 120 minutes.</summary>
    StepsOutOfRange,

    /// <summary>There would be no day on which a report is taken.</summary>
    NoDayToReport,

    /// <summary>A digest would leave in the evening or at night.</summary>
    DigestTimeOutOfRange,

    /// <summary>Coordinators would be told of a digest too late, or in the night.</summary>
    NoticeOutOfRange,

    /// <summary>No calendar of that name.</summary>
    UnknownCalendar,

    /// <summary>No setting of that name.</summary>
    UnknownSetting,

    /// <summary>The value of a setting cannot be read.</summary>
    Unreadable,
}
