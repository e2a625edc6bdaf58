namespace ProgressBot.Core.Reminding;

/// <summary>稍后: when somebody wants to be reminded again. Never at or past the due time.</summary>
public sealed class Snooze(WorkingCalendar calendar, TimeZoneInfo zone)
{
    const int Most = 3;
    static readonly TimeSpan Apart = TimeSpan.FromMinutes(30);
    static readonly TimeOnly Morning = new(9, 0);
    static readonly TimeOnly Afternoon = new(15, 0);
    static readonly TimeOnly Evening = new(20, 0);

    /// <summary>
    /// What to offer, at most three, earliest first, half an hour apart at least: in two hours (not into the evening), today 15:00, the next working
    /// day 9:00, the due day 9:00. Empty when there is no time left.
    /// </summary>
    public IReadOnlyList<SnoozeChoice> Choices(DateTimeOffset now, DateTimeOffset due)
    {
        var chosen = new List<SnoozeChoice>();
        foreach (var choice in Candidates(now, due).Where(choice => choice.At > now && choice.At < due).OrderBy(choice => choice.At))
            if (chosen.Count < Most && (chosen.Count == 0 || choice.At - chosen[^1].At >= Apart))
                chosen.Add(choice);
        return chosen;
    }

    /// <summary>The morning, 9:00, of a day somebody named.</summary>
    public SnoozeAnswer Until(DateOnly day, DateTimeOffset now, DateTimeOffset due)
    {
        var at = zone.Instant(day, Morning);
        if (day < zone.Today(now) || at <= now) return new SnoozeAnswer(null, SnoozeRefusal.Past);
        return at < due ? new SnoozeAnswer(at, null) : new SnoozeAnswer(null, SnoozeRefusal.NotBeforeDue);
    }

    IEnumerable<SnoozeChoice> Candidates(DateTimeOffset now, DateTimeOffset due)
    {
        var today = zone.Today(now);
        var inTwoHours = now.AddHours(2);
        if (zone.Today(inTwoHours) == today && TimeOnly.FromDateTime(zone.WallClock(inTwoHours)) is var time && time >= Morning && time < Evening)
            yield return new SnoozeChoice(SnoozeKind.InTwoHours, inTwoHours);
        yield return new SnoozeChoice(SnoozeKind.TodayAfternoon, zone.Instant(today, Afternoon));
        var next = calendar.Next(today);
        yield return new SnoozeChoice(next == today.AddDays(1) ? SnoozeKind.Tomorrow : SnoozeKind.Day, zone.Instant(next, Morning));
        yield return new SnoozeChoice(SnoozeKind.Day, zone.Instant(calendar.Rolled(zone.Today(due), Roll.Back), Morning));
    }
}

/// <summary>One offer.</summary>
/// <param name="At">UTC.</param>
public sealed record SnoozeChoice(SnoozeKind Kind, DateTimeOffset At);

/// <summary>How an offer is worded.</summary>
public enum SnoozeKind
{
    InTwoHours,

    /// <summary>Today 15:00.</summary>
    TodayAfternoon,

    /// <summary>Tomorrow 9:00.</summary>
    Tomorrow,

    /// <summary>A day to be named, 9:00.</summary>
    Day,
}

/// <summary>The time a snooze ends, or why it was refused: one of the two is null.</summary>
public sealed record SnoozeAnswer(DateTimeOffset? At, SnoozeRefusal? Refusal);

/// <summary>Why a snooze was refused.</summary>
public enum SnoozeRefusal
{
    /// <summary>That time is over.</summary>
    Past,

    /// <summary>It would end at or past the due time.</summary>
    NotBeforeDue,
}
