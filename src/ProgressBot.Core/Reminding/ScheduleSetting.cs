using System.Globalization;

namespace ProgressBot.Core.Reminding;

/// <summary>
/// One setting of a plan's schedule as it is written on the command line and, translated word by word, in chat:
/// <c>steps open -3 -1 0 1 3</c> · <c>repeat 5</c>, <c>repeat none</c> · <c>copies 3</c>, <c>copies 3 lead</c>, <c>copies 3 coordinator</c>, <c>copies 3 everybody</c>, <c>copies none</c> · <c>at 10:00</c> · <c>opens 6</c> · <c>locks 10</c> ·
/// <c>due last</c>, <c>due after 3</c>, <c>due day 25</c>, <c>due next 5</c> · <c>until 18:00</c> · <c>roll forward</c>, <c>roll back</c> ·
/// <c>calendar office</c>, <c>calendar weekdays</c> · <c>digest weekly monthly</c>, <c>digest friday 16:30</c>, <c>digest none</c>, <c>digest default</c> ·
/// <c>notice 9:40</c>, <c>notice none</c>, <c>notice default</c> · <c>units on</c>, <c>units off</c>, <c>units default</c> · <c>pace 2022-08-01</c>, <c>pace start</c>.
/// </summary>
public static class ScheduleSetting
{
    /// <summary>What a setting may be called.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["steps", "repeat", "copies", "at", "opens", "locks", "due", "until", "roll", "calendar", "digest", "notice", "units", "pace"];

    /// <summary>The schedule with one setting changed, or why it is refused; then nothing has changed.</summary>
    /// <param name="period">How long the plan's rounds are; it limits the day a report can be due on.</param>
    /// <param name="office">When digests leave that have no setting of their own.</param>
    public static ScheduleChange Change(PlanSchedule schedule, RoundPeriod period, string key, IReadOnlyList<string> values, DigestSchedule office)
    {
        if (!Keys.Contains(key)) return new ScheduleChange(null, ScheduleError.UnknownSetting);
        if (values.Count == 0) return new ScheduleChange(null, ScheduleError.Unreadable);
        if (key == "calendar" && values is not ["office" or "weekdays"]) return new ScheduleChange(null, ScheduleError.UnknownCalendar);
        return Changed(schedule, key, values) is { } changed ? Checked(changed, period, office) : new ScheduleChange(null, ScheduleError.Unreadable);
    }

    /// <summary>Splits <c>open,-3 -1</c> or <c>after:3</c> into its words.</summary>
    public static IReadOnlyList<string> Words(string text) => text.Split([' ', ',', '，', '、', ';', '；', '/', '\u3000'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static PlanSchedule? Changed(PlanSchedule schedule, string key, IReadOnlyList<string> values) => (key, values) switch
    {
        ("steps", _) => Steps(schedule.Cadence, values) is { } cadence ? schedule with { Cadence = cadence } : null,
        ("repeat", ["none"]) => schedule with { Cadence = schedule.Cadence with { RepeatEvery = null } },
        ("repeat", [var text]) when Number(text) is { } every => schedule with { Cadence = schedule.Cadence with { RepeatEvery = every } },
        ("copies", ["none"]) => schedule with { Cadence = schedule.Cadence with { CopiesFrom = null } },
        ("copies", [var text]) when Number(text) is { } from => schedule with { Cadence = schedule.Cadence with { CopiesFrom = from } },
        ("copies", [var text, var whom]) when Number(text) is { } from && Enum.TryParse<CopyTo>(whom, ignoreCase: true, out var to) && Enum.IsDefined(to) && !char.IsDigit(whom[0]) =>
            schedule with { Cadence = schedule.Cadence with { CopiesFrom = from, CopiesTo = to } },
        ("at", [var text]) when Time(text) is { } at => schedule with { Cadence = schedule.Cadence with { At = at } },
        ("opens", [var text]) when Number(text) is { } days => schedule with { Due = schedule.Due with { OpensBefore = days } },
        ("locks", [var text]) when Number(text) is { } days => schedule with { Due = schedule.Due with { LocksAfter = days } },
        ("until", [var text]) when Time(text) is { } until => schedule with { Due = schedule.Due with { DueAt = until } },
        ("due", _) => Due(schedule.Due, values) is { } due ? schedule with { Due = due } : null,
        ("roll", ["forward"]) => schedule with { Due = schedule.Due with { Roll = Roll.Forward } },
        ("roll", ["back"]) => schedule with { Due = schedule.Due with { Roll = Roll.Back } },
        ("calendar", ["weekdays"]) => schedule with { Calendar = PlanCalendar.Weekdays },
        ("calendar", ["office"]) => schedule with { Calendar = PlanCalendar.Office },
        ("digest", _) => (schedule.Digest ?? DigestSettings.None).WithDays(values, Time) is { } digest ? schedule with { Digest = digest } : null,
        ("pace", ["start"]) => schedule with { PaceFrom = null },
        ("pace", [var text]) when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) => schedule with { PaceFrom = from },
        ("notice" or "units", [var text]) => Digest(schedule.Digest ?? DigestSettings.None, key, text) is { } digest ? schedule with { Digest = digest } : null,
        _ => null,
    };

    static DigestSettings? Digest(DigestSettings settings, string key, string value) => (key, value) switch
    {
        ("notice", "default") => settings with { Told = null, Notice = null },
        ("notice", "none" or "off") => settings with { Told = false, Notice = null },
        ("notice", _) when Time(value) is { } at => settings with { Told = true, Notice = at },
        ("units", "default") => settings with { Units = null },
        ("units", "on" or "open") => settings with { Units = true },
        ("units", "none" or "off") => settings with { Units = false },
        _ => null,
    };

    static Cadence? Steps(Cadence cadence, IReadOnlyList<string> values)
    {
        var offsets = values.Where(value => value != "open").Select(Number).ToList();
        return offsets.Contains(null) ? null : cadence with { Opening = values.Contains("open"), Offsets = [.. offsets.OfType<int>().Order()] };
    }

    static DueRule? Due(DueRule rule, IReadOnlyList<string> values) => values switch
    {
        ["last"] => rule with { Day = DueDay.LastWorkingDay, Number = 1 },
        ["after", var text] when Number(text) is { } days => rule with { Day = DueDay.WorkingDayAfter, Number = days },
        ["day", var text] when Number(text) is { } day => rule with { Day = DueDay.Day, Number = day },
        ["next", var text] when Number(text) is { } day => rule with { Day = DueDay.DayAfter, Number = day },
        _ => null,
    };

    // checked over any window: what is wrong with a plan's own window is no matter of its settings
    static ScheduleChange Checked(PlanSchedule schedule, RoundPeriod period, DigestSchedule office)
    {
        var rounds = new RoundSchedule(period, new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31), schedule.Due);
        var errors = rounds.Check().Concat(schedule.Cadence.Check()).Concat(schedule.Digests(office).Check()).ToList();
        return errors.Count > 0 ? new ScheduleChange(null, errors[0]) : new ScheduleChange(schedule, null);
    }

    static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>A changed schedule, or why the change is refused: one of the two is null.</summary>
public sealed record ScheduleChange(PlanSchedule? Schedule, ScheduleError? Refusal);
