namespace ProgressBot.Core.Reminding;

/// <summary>How far a plan's digests have come: when the next is due, which was the last, and whether one is not to leave.</summary>
public sealed class DigestMark
{
    public int PlanId { get; set; }

    /// <summary>When the next one leaves; null while none is planned. The claim: whoever moves it on has the digest.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>The day of the last one that left or was dropped; it does not come again.</summary>
    public DateOnly? Handled { get; set; }

    /// <summary>When the last one that left did so; null while none has.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The day of the last one that coordinators were told of beforehand.</summary>
    public DateOnly? Noticed { get; set; }

    /// <summary>The day of the last one that a coordinator did not want to leave, who that was, and when it was said.</summary>
    public DateOnly? Skipped { get; set; }
    public int? SkippedBy { get; set; }
    public DateTimeOffset? SkippedAt { get; set; }

    /// <summary>The digest that leaves next; null when none is planned.</summary>
    public DigestOccasion? Next(DigestSchedule schedule, WorkingCalendar calendar, DateTimeOffset now) => schedule.NextAfter(now, calendar, Handled);

    public bool IsSkipped(DigestOccasion occasion) => Skipped == occasion.Day;

    public void Skip(DateOnly day, int by, DateTimeOffset at) => (Skipped, SkippedBy, SkippedAt) = (day, by, at);

    public void Restore() => (Skipped, SkippedBy, SkippedAt) = (null, null, null);

    /// <summary>
    /// Takes what is due and moves on; null when nothing is. After an outage only the latest is taken, once, in office hours. What is planned follows the schedule
    /// and the calendar as they are now.
    /// </summary>
    public DigestOccasion? Take(DigestSchedule schedule, WorkingCalendar calendar, DateTimeOffset now)
    {
        var isDue = NextAt <= now;
        if (isDue && !schedule.IsOpen(now, calendar)) return null;
        var due = isDue ? schedule.Latest(schedule.Today(NextAt!.Value), now, calendar, Handled) : null;
        Handled = due?.Day ?? Handled;
        NextAt = Next(schedule, calendar, now)?.At;
        return due;
    }

    /// <summary>The digest that coordinators are to be told of now; null for none. Each is told of once, and not at all when it will not leave.</summary>
    public DigestOccasion? TakeNotice(DigestSchedule schedule, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (Next(schedule, calendar, now) is not { } next || !DigestSchedule.CanTell(next, now) || Noticed == next.Day || IsSkipped(next)) return null;
        Noticed = next.Day;
        return next;
    }
}
