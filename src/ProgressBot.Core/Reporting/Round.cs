using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>填报期: a plan in one period. Its roster is frozen when it opens: one <see cref="Report"/> per work item and unit.</summary>
public sealed class Round
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public required DateOnly PeriodStart { get; set; }
    public required DateOnly PeriodEnd { get; set; }

    /// <summary>What people call it: 9月, 第39周, 三季度.</summary>
    public required string Label { get; set; }

    public required DateTimeOffset OpensAt { get; set; }

    /// <summary>An answer after this is accepted and flagged late (逾期).</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>From here on nothing is accepted any more, but for a unit that was given an extension.</summary>
    public required DateTimeOffset LocksAt { get; set; }

    public RoundState State { get; set; }

    /// <summary>Since when it is paused; null while it is not.</summary>
    public DateTimeOffset? PausedAt { get; set; }
    public List<Report> Reports { get; } = [];
    public List<Extension> Extensions { get; } = [];

    /// <summary>Nobody is reminded and nothing is taken until it is resumed.</summary>
    public void Pause(DateTimeOffset now) => (State, PausedAt) = (RoundState.Paused, now);

    /// <summary>The dates after a pause that ends now: what lay ahead when it began comes as many working days later as the pause took.</summary>
    /// <exception cref="InvalidOperationException">It is not paused.</exception>
    public RoundDates DatesResumed(DateTimeOffset now, WorkingCalendar calendar, TimeZoneInfo zone)
    {
        var since = PausedAt ?? throw new InvalidOperationException($"{Label} is not paused.");
        var days = calendar.WorkingDaysBetween(zone.Today(since), zone.Today(now));
        DateTimeOffset Later(DateTimeOffset at) => at <= since ? at : zone.Instant(calendar.AddWorkingDays(zone.Today(at), days), TimeOnly.FromDateTime(zone.WallClock(at)));
        return Dates() with { DueAt = Later(DueAt), LocksAt = Later(LocksAt) };
    }

    public void Resume(DateTimeOffset dueAt, DateTimeOffset locksAt) => (State, PausedAt, DueAt, LocksAt) = (RoundState.Open, null, dueAt, locksAt);

    /// <summary>Ends the round before its time. What was approved keeps counting; what waits for review is taken back, and those reports are returned.</summary>
    public IReadOnlyList<Report> Cancel()
    {
        State = RoundState.Cancelled;
        return [.. Reports.Where(report => report.Withdraw())];
    }

    /// <summary>Asks one more unit for a work item; one that had been excused owes it again. Null when it was on the roster all along.</summary>
    public Report? Enlist(WorkItem item, int unitId, UnitRole role)
    {
        if (Reports.Find(report => report.WorkItemId == item.Id && report.UnitId == unitId) is { } known)
        {
            known.Recall();
            return null;
        }
        var added = Roster.Report(new RosterLine(item, unitId, role), Id);
        Reports.Add(added);
        return added;
    }

    public RoundDates Dates() => new(Label, PeriodStart, PeriodEnd, OpensAt, DueAt, LocksAt);

    /// <summary>Whether a unit may still report at this moment.</summary>
    public bool Accepts(int unitId, DateTimeOffset now) =>
        State == RoundState.Open && OpensAt <= now &&
        now < LocksFor(unitId);

    /// <summary>When it is due for a unit, an extension included.</summary>
    public DateTimeOffset DueFor(int unitId) => Extensions.Count == 0 ? DueAt : Granted(unitId).Select(extension => extension.DueAt).Append(DueAt).Max();

    /// <summary>Until when a unit's reports are taken, an extension included.</summary>
    public DateTimeOffset LocksFor(int unitId) => Extensions.Count == 0 ? LocksAt : Granted(unitId).Select(extension => extension.LocksAt).Append(LocksAt).Max();

    /// <summary>The dates for somebody who reports for some units: the first that is due counts. Without extensions, or units, the round's own.</summary>
    public RoundDates DatesFor(IReadOnlyCollection<int> units) =>
        Extensions.Count == 0 || units.Count == 0 ? Dates() : Dates() with { DueAt = units.Min(DueFor), LocksAt = units.Max(LocksFor) };

    /// <summary>When nothing is taken any more, from nobody.</summary>
    public DateTimeOffset EndsAt => Extensions.Where(extension => extension.State == ExtensionState.Granted).Select(extension => extension.LocksAt).Append(LocksAt).Max();

    IEnumerable<Extension> Granted(int unitId) => Extensions.Where(extension => extension.UnitId == unitId && extension.State == ExtensionState.Granted);
}

public enum RoundState
{
    Open,

    /// <summary>Nobody is reminded and no answer is taken until it is resumed; then its dates move by the length of the pause.</summary>
    Paused,

    /// <summary>Called off; nothing is asked any more.</summary>
    Cancelled,
    Closed,

    /// <summary>Its roster is being written and not whole yet; nobody sees it.</summary>
    Opening,
}

/// <summary>延期: more time for one unit in one round, asked for with a reason and granted or refused by a coordinator. The record stays.</summary>
public sealed class Extension
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    public int UnitId { get; set; }

    /// <summary>The work item it was asked for; when that has a deadline of its own, it moves, too.</summary>
    public int WorkItemId { get; set; }

    /// <summary>The due time that is asked for.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Until when the unit's late reports are taken then.</summary>
    public DateTimeOffset LocksAt { get; set; }
    public required string Reason { get; set; }
    public int By { get; set; }
    public DateTimeOffset At { get; set; }
    public ExtensionState State { get; set; }
    public int? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    public void Decide(bool granted, int by, DateTimeOffset at) => (State, DecidedBy, DecidedAt) = (granted ? ExtensionState.Granted : ExtensionState.Refused, by, at);
}

public enum ExtensionState
{
    Asked,
    Granted,
    Refused,
}
