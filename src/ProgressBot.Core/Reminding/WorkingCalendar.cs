using System.Collections.Frozen;

namespace ProgressBot.Core.Reminding;

/// <summary>
/// Which days an office works. Ordinary weekdays work, weekends do not, and single days depart from that: holidays off, make-up workdays (调休上班) on.
/// A year that is not loaded follows the weekdays alone; <see cref="MissingYear"/> tells when somebody should be told.
/// </summary>
public sealed class WorkingCalendar
{
    readonly FrozenDictionary<DateOnly, CalendarDay> _days;
    readonly FrozenSet<int> _years;
    readonly FrozenSet<DayOfWeek> _weekend;

    internal WorkingCalendar(IReadOnlyDictionary<DateOnly, CalendarDay> days, IEnumerable<int> years, IEnumerable<DayOfWeek> weekend)
    {
        _days = days.ToFrozenDictionary();
        _years = years.ToFrozenSet();
        _weekend = weekend.ToFrozenSet();
        if (_weekend.Count == 7) throw new ArgumentException("A week needs a working day.", nameof(weekend));
    }

    /// <summary>No holidays and no year loaded.</summary>
    public static WorkingCalendar MondayToFriday { get; } =
        new(new Dictionary<DateOnly, CalendarDay>(), [], [DayOfWeek.Saturday, DayOfWeek.Sunday]);

    /// <summary>Mainland China as announced by the State Council, 2022 to 2026.</summary>
    // initialised after the calendar it is laid over
    public static WorkingCalendar China { get; } = CalendarReader.ReadBuiltIn("calendar-cn.yaml");

    /// <summary>
    /// Reads a calendar file: <c>weekend</c>, <c>years</c> (year → holiday → <c>off</c> and <c>work</c>, each a list of <c>MM-dd</c>, <c>yyyy-MM-dd</c> or
    /// ranges <c>a..b</c>) and <c>days</c> (date → <c>off: name</c> or <c>work: name</c>). Unless the file says <c>extends: none</c> it is laid over
    /// <paramref name="under"/>: its days win, everything else stays.
    /// </summary>
    /// <param name="fileName">Stands in the errors.</param>
    public static CalendarReading Parse(string yaml, string fileName, WorkingCalendar? under = null) =>
        new CalendarReader(fileName).Read(yaml, under ?? MondayToFriday);

    public bool IsWorkingDay(DateOnly date) =>
        _days.TryGetValue(date, out var day) ? day.IsWorking : !_weekend.Contains(date.DayOfWeek);

    /// <summary>Whether the year's days off have been announced and are known here.</summary>
    public bool IsLoaded(int year) => _years.Contains(year);

    /// <summary>The name of a day that has one: 国庆节, 调休上班, 周末, or what the office's file calls it; null for an ordinary working day.</summary>
    public string? NameOf(DateOnly date) =>
        _days.TryGetValue(date, out var day) ? day.Name : _weekend.Contains(date.DayOfWeek) ? "周末" : null;

    /// <summary>The first working day after a date.</summary>
    public DateOnly Next(DateOnly date) => AddWorkingDays(date, 1);

    /// <summary>The last working day before a date.</summary>
    public DateOnly Previous(DateOnly date) => AddWorkingDays(date, -1);

    /// <summary>
    /// The n-th working day after a date, or before it where n is negative. The date itself does not count and may be a day off; 0 returns it as it is.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly date, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.AddDays(step);
            if (IsWorkingDay(date)) left--;
        }
        return date;
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> is earlier, then counted from
    /// the day before <paramref name="from"/> down to <paramref name="to"/>. The inverse of <see cref="AddWorkingDays"/> wherever that lands.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var step = Math.Sign(to.DayNumber - from.DayNumber);
        var count = 0;
        for (var day = from; day != to;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) count++;
        }
        return step * count;
    }

    /// <summary>A date as it is when it is a working day, else the nearest working day in the rule's direction.</summary>
    public DateOnly Rolled(DateOnly date, Roll roll) =>
        IsWorkingDay(date) ? date : AddWorkingDays(date, roll == Roll.Forward ? 1 : -1);

    /// <summary>The last working day of a stretch of days, both ends included; null when it has none.</summary>
    public DateOnly? LastWorkingDay(DateOnly first, DateOnly last)
    {
        for (var day = last; day >= first; day = day.AddDays(-1))
            if (IsWorkingDay(day))
                return day;
        return null;
    }

    /// <summary>
    /// The year coordinators should be warned about on a day: this year when it is not loaded; from November on also the next one, whose notice
    /// comes out around then. Null when all is well.
    /// </summary>
    public int? MissingYear(DateOnly today)
    {
        if (!IsLoaded(today.Year)) return today.Year;
        return today.Month >= 11 && !IsLoaded(today.Year + 1) ? today.Year + 1 : null;
    }

    internal WorkingCalendar Overlaid(IReadOnlyDictionary<DateOnly, CalendarDay> days, IEnumerable<int> years, IEnumerable<DayOfWeek>? weekend)
    {
        var all = _days.ToDictionary();
        foreach (var (date, day) in days) all[date] = day;
        return new WorkingCalendar(all, _years.Concat(years), weekend ?? _weekend);
    }
}
