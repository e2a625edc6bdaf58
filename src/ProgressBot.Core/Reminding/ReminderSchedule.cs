namespace ProgressBot.Core.Reminding;

/// <summary>A cadence on a calendar, in the office's time zone: the instants at which each recipient is reminded.</summary>
public sealed class ReminderSchedule
{
    readonly Cadence _cadence;
    readonly WorkingCalendar _calendar;
    readonly TimeZoneInfo _office;

    /// <exception cref="ArgumentException"><see cref="Cadence.Check"/> has something to say.</exception>
    public ReminderSchedule(Cadence cadence, WorkingCalendar calendar, TimeZoneInfo office)
    {
        if (cadence.Check() is { Count: > 0 } errors) throw new ArgumentException(string.Join(", ", errors), nameof(cadence));
        (_cadence, _calendar, _office) = (cadence, calendar, office);
    }

    /// <summary>
    /// All reminders of a round that nobody answers, in order: none before it opens, none from its lock on, at most one a day. A step that quiet hours would
    /// carry past the due time, and that is meant to come before it, is left out.
    /// </summary>
    public IReadOnlyList<ReminderStep> Steps(RoundDates round, Recipient recipient) =>
        Steps(new Span(round.OpensAt, _office.Today(round.DueAt), round.DueAt, round.LocksAt), recipient);

    /// <summary>The reminders of one item's deadline, in order, up to and including the day <paramref name="until"/> (the plan's last).</summary>
    public IReadOnlyList<ReminderStep> Steps(DateOnly deadline, DateOnly until, Recipient recipient) =>
        Steps(new Span(null, deadline, MidnightAfter(deadline), MidnightAfter(until)), recipient);

    /// <summary>The first reminder after an instant; null when there is none any more.</summary>
    public ReminderStep? NextStep(RoundDates round, DateTimeOffset after, Recipient recipient) =>
        Steps(round, recipient).FirstOrDefault(step => step.At > after);

    /// <summary>What is due now when everything up to <paramref name="handled"/> has been sent or skipped (null: nothing yet).</summary>
    public DueSteps LatestDue(RoundDates round, DateTimeOffset? handled, DateTimeOffset now, Recipient recipient) =>
        LatestDue(Steps(round, recipient), handled, now);

    /// <inheritdoc cref="LatestDue(RoundDates, DateTimeOffset?, DateTimeOffset, Recipient)"/>
    public static DueSteps LatestDue(IReadOnlyList<ReminderStep> steps, DateTimeOffset? handled, DateTimeOffset now)
    {
        var due = steps.Where(step => step.At <= now && (handled is null || step.At > handled)).ToList();
        return due.Count == 0 ? new DueSteps(null, []) : new DueSteps(due[^1], due[..^1]);
    }

    /// <summary>
    /// When somebody is reminded of work that has been waiting since an instant: the given number of working days later, at the cadence's time of day.
    /// Reviewers get theirs after three.
    /// </summary>
    public DateTimeOffset AfterWaiting(DateTimeOffset since, int workingDays, Recipient recipient) =>
        At(_calendar.AddWorkingDays(_office.Today(since), workingDays), recipient);

    /// <summary>An instant, or the next working morning when it is quiet there or a day off.</summary>
    public DateTimeOffset Waking(DateTimeOffset at, Recipient recipient) => AfterQuiet(at, recipient);

    List<ReminderStep> Steps(Span span, Recipient recipient)
    {
        var opening = _cadence.Opening && span.Opens is { } opens ? Opening(span, opens, recipient) : null;
        var told = opening?.At ?? span.Opens ?? DateTimeOffset.MinValue;
        var later =
            from planned in Planned(span)
            let at = At(planned.Day, recipient)
            where at > told && at < (planned.Offset <= 0 ? span.Due : span.Locks)
            select new ReminderStep(planned.Kind, planned.Offset, at, planned.Offset >= _cadence.CopiesFrom);
        return opening is null ? [.. later] : [opening, .. later];
    }

    ReminderStep Opening(Span span, DateTimeOffset opens, Recipient recipient)
    {
        var day = _office.Today(opens);
        var at = At(day, recipient);
        if (at < opens) at = AfterQuiet(opens.AddMinutes(1 + Spread.Pick(recipient.Seed, day, 14)), recipient);
        return new ReminderStep(StepKind.Opening, _calendar.WorkingDaysBetween(span.DueDay, day), at);
    }

    IEnumerable<(StepKind Kind, int Offset, DateOnly Day)> Planned(Span span)
    {
        // counted from a working day, so that no two steps fall on one day
        var anchor = _calendar.Rolled(span.DueDay, Roll.Back);
        var offset = 0;
        foreach (var planned in _cadence.Offsets.Order())
        {
            offset = planned;
            yield return (offset < 0 ? StepKind.BeforeDue : offset == 0 ? StepKind.DueDay : StepKind.Overdue, offset, _calendar.AddWorkingDays(anchor, offset));
        }
        if (_cadence.RepeatEvery is not { } every) yield break;
        var last = _office.Today(span.Locks);
        for (offset += every; _calendar.AddWorkingDays(anchor, offset) is var day && day <= last; offset += every)
            yield return (StepKind.Repeated, offset, day);
    }

    DateTimeOffset At(DateOnly day, Recipient recipient)
    {
        var time = day.ToDateTime(_cadence.At).Add(Spread.Around(_cadence.At, _cadence.Jitter, recipient.Seed, day));
        return AfterQuiet(_office.Instant(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)), recipient);
    }

    /// <summary>The instant itself, or the next working morning when it is quiet there or a day off.</summary>
    DateTimeOffset AfterQuiet(DateTimeOffset at, Recipient recipient)
    {
        var local = recipient.Zone.WallClock(at);
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (_calendar.IsWorkingDay(day) && !_cadence.Quiet.Contains(time)) return at;
        var morning = _cadence.Quiet.To;
        if (!_calendar.IsWorkingDay(day) || time >= morning) day = _calendar.Next(day);
        return recipient.Zone.Instant(day, morning).Add(Spread.After(morning, _cadence.Jitter, recipient.Seed, day));
    }

    DateTimeOffset MidnightAfter(DateOnly day) => _office.Instant(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>What steps are counted around; without an opening nothing is said about one.</summary>
    readonly record struct Span(DateTimeOffset? Opens, DateOnly DueDay, DateTimeOffset Due, DateTimeOffset Locks);
}
