namespace ProgressBot.Core.Reminding;

/// <summary>The rounds of a plan.</summary>
/// <param name="Period">How long one is.</param>
/// <param name="Start">First day of the plan's window.</param>
/// <param name="End">Its last day, included.</param>
/// <param name="Rule">When each is due.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record RoundSchedule(RoundPeriod Period, DateOnly Start, DateOnly End, DueRule Rule, string TimeZone = "Asia/Shanghai")
{
    const int LongestWindowInYears = 10;

    /// <summary>Everything that keeps <see cref="Rounds"/> from being computed; empty when nothing does.</summary>
    public IReadOnlyList<ScheduleError> Check()
    {
        var errors = new List<ScheduleError>();
        if (End <= Start) errors.Add(ScheduleError.EmptyWindow);
        if (End > Start.AddYears(LongestWindowInYears)) errors.Add(ScheduleError.WindowTooLong);
        if (ZoneTime.Find(TimeZone) is null) errors.Add(ScheduleError.UnknownTimeZone);
        if (Rule.Number < 1 || Rule.Number > LargestNumber) errors.Add(ScheduleError.NumberOutOfRange);
        if (Rule.OpensBefore is < 0 or > 60 || Rule.LocksAfter is < 0 or > 250) errors.Add(ScheduleError.SpanOutOfRange);
        if (Rule.OpensAt >= Rule.DueAt || Rule is { OpensBefore: 0, LocksAfter: 0 }) errors.Add(ScheduleError.NoDayToReport);
        return errors;
    }

    /// <summary>
    /// All rounds of the window, in order. The first and last period are cut to the window. A period without a working day (a week of holidays) has no
    /// round: the next one covers it; nor has a first one that would be due before the window begins.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="Check"/> has something to say.</exception>
    public IEnumerable<RoundDates> Rounds(WorkingCalendar calendar)
    {
        if (Check() is { Count: > 0 } errors) throw new InvalidOperationException($"No rounds: {string.Join(", ", errors)}.");
        return Periods().Select(period => Round(period, calendar)).OfType<RoundDates>();
    }

    int LargestNumber => Rule.Day switch
    {
        DueDay.WorkingDayAfter => 60,
        DueDay.LastWorkingDay => int.MaxValue,
        _ => Period == RoundPeriod.Week ? 7 : 31,
    };

    IEnumerable<Period> Periods()
    {
        for (var period = Reminding.Period.Containing(Period, Start); period.First <= End; period = period.Following())
            yield return period;
    }

    RoundDates? Round(Period period, WorkingCalendar calendar)
    {
        var first = period.First < Start ? Start : period.First;
        var last = period.Last > End ? End : period.Last;
        if (calendar.LastWorkingDay(first, last) is not { } lastWorkingDay) return null;
        var due = Rule.Day == DueDay.LastWorkingDay ? lastWorkingDay : Rolled(DueDate(period, last, calendar), period.First, calendar);
        if (due < first) return null;
        var opens = Opens(due, first, calendar);
        var zone = ZoneTime.Find(TimeZone)!;
        return new RoundDates(
            period.Label(Start.Year != End.Year), first, last,
            zone.Instant(opens, Rule.OpensAt), zone.Instant(due, Rule.DueAt), zone.Instant(calendar.AddWorkingDays(due, Rule.LocksAfter), Rule.DueAt));
    }

    DateOnly DueDate(Period period, DateOnly last, WorkingCalendar calendar) => Rule.Day switch
    {
        DueDay.WorkingDayAfter => calendar.AddWorkingDays(last, Rule.Number),
        DueDay.Day => DayOf(Reminding.Period.Containing(Unit, period.Last)),
        _ => DayOf(Reminding.Period.Containing(Unit, period.Last).Following()),
    };

    /// <summary>Rolled by the rule, but not back out of the period.</summary>
    DateOnly Rolled(DateOnly due, DateOnly earliest, WorkingCalendar calendar)
    {
        var rolled = calendar.Rolled(due, Rule.Roll);
        return rolled < earliest ? calendar.Rolled(due, Roll.Forward) : rolled;
    }

    RoundPeriod Unit => Period == RoundPeriod.Week ? RoundPeriod.Week : RoundPeriod.Month;

    DateOnly DayOf(Period unit)
    {
        var day = unit.First.AddDays(Rule.Number - 1);
        return day > unit.Last ? unit.Last : day;
    }

    DateOnly Opens(DateOnly due, DateOnly first, WorkingCalendar calendar)
    {
        var wanted = calendar.AddWorkingDays(due, -Rule.OpensBefore);
        var earliest = calendar.Rolled(first, Roll.Forward);
        var opens = wanted < earliest ? earliest : wanted;
        return opens > due ? due : opens;
    }
}
