namespace ProgressBot.Core.Reminding;

/// <summary>How far a plan's digests have come: when the next is due, which was the last, and whether one is not to leave.</summary>
public sealed record DigestMark
{
    public int PlanId { get; init; }

    /// <summary>When the next one leaves; null while none is planned. The claim: whoever moves it on has the digest.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>The day of the last one that left or was dropped; it does not come again.</summary>
    public DateOnly? Handled { get; init; }

    /// <summary>When the last one that left did so; null while none has.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The day of the last one that coordinators were told of beforehand.</summary>
    public DateOnly? Noticed { get; init; }

    /// <summary>The day of the last one that a coordinator did not want to leave, who that was, and when it was said.</summary>
    public DateOnly? Skipped { get; init; }
    public int? SkippedBy { get; init; }
    public DateTimeOffset? SkippedAt { get; init; }

    /// <summary>The digest that leaves next; null when none is planned.</summary>
    public DigestOccasion? Next(DigestSchedule schedule, WorkingCalendar calendar, DateTimeOffset now) => schedule.NextAfter(now, calendar, Handled);

    public bool IsSkipped(DigestOccasion occasion) => Skipped == occasion.Day;

    public DigestMark Skip(DateOnly day, int by, DateTimeOffset at) => this with { Skipped = day, SkippedBy = by, SkippedAt = at };

    public DigestMark Restore() => this with { Skipped = null, SkippedBy = null, SkippedAt = null };

    /// <summary>
    /// Takes what is due and moves on; null when nothing is. After an outage only the latest is taken, once, in office hours. What is planned follows the schedule
    /// and the calendar as they are now.
    /// </summary>
    /// <returns>The mark as it is afterwards, and the digest.</returns>
    public (DigestMark Mark, DigestOccasion? Due) Take(DigestSchedule schedule, WorkingCalendar calendar, DateTimeOffset now)
    {
        var isDue = NextAt <= now;
        if (isDue && !schedule.IsOpen(now, calendar)) return (this, null);
        var due = isDue ? schedule.Latest(schedule.Today(NextAt!.Value), now, calendar, Handled) : null;
        var handled = this with { Handled = due?.Day ?? Handled };
        return (handled with { NextAt = handled.Next(schedule, calendar, now)?.At }, due);
    }

    /// <summary>The digest that coordinators are to be told of now; null for none. Each is told of once, and not at all when it will not leave.</summary>
    /// <returns>The mark as it is afterwards, and the digest.</returns>
    public (DigestMark Mark, DigestOccasion? Next) TakeNotice(DigestSchedule schedule, WorkingCalendar calendar, DateTimeOffset now) =>
        Next(schedule, calendar, now) is { } next && DigestSchedule.CanTell(next, now) && Noticed != next.Day && !IsSkipped(next) ? (this with { Noticed = next.Day }, next) : (this, null);
}
