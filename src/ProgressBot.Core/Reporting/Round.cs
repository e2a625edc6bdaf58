using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>填报期: a plan in one period. Its roster is frozen when it opens: one <see cref="Report"/> per work item and unit.</summary>
public sealed record Round
{
    public int Id { get; init; }
    public int PlanId { get; init; }
    public required DateOnly PeriodStart { get; init; }
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>What people call it: 9月, 第39周, 三季度.</summary>
    public required string Label { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>An answer after this is accepted and flagged late (逾期).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>From here on nothing is accepted any more, but for a unit that was given an extension.</summary>
    public required DateTimeOffset LocksAt { get; init; }

    public RoundState State { get; init; }

    /// <summary>Since when it is paused; null while it is not.</summary>
    public DateTimeOffset? PausedAt { get; init; }
    public IReadOnlyList<Report> Reports { get => field ?? []; init; }
    public IReadOnlyList<Extension> Extensions { get => field ?? []; init; }

    /// <summary>Nobody is reminded and nothing is taken until it is resumed.</summary>
    public Round Pause(DateTimeOffset now) => this with { State = RoundState.Paused, PausedAt = now };

    /// <summary>The dates after a pause that ends now: what lay ahead when it began comes as many working days later as the pause took.</summary>
    /// <exception cref="InvalidOperationException">It is not paused.</exception>
    public RoundDates DatesResumed(DateTimeOffset now, WorkingCalendar calendar, TimeZoneInfo zone)
    {
        var since = PausedAt ?? throw new InvalidOperationException($"{Label} is not paused.");
        var days = calendar.WorkingDaysBetween(zone.Today(since), zone.Today(now));
        DateTimeOffset Later(DateTimeOffset at) => at <= since ? at : zone.Instant(calendar.AddWorkingDays(zone.Today(at), days), TimeOnly.FromDateTime(zone.WallClock(at)));
        return Dates() with { DueAt = Later(DueAt), LocksAt = Later(LocksAt) };
    }

    public Round Resume(DateTimeOffset dueAt, DateTimeOffset locksAt) =>
        this with { State = RoundState.Open, PausedAt = null, DueAt = dueAt, LocksAt = locksAt };

    /// <summary>Ends the round before its time. What was approved keeps counting; what waits for review is taken back, and those reports are open again.</summary>
    public Round Cancel() => this with { State = RoundState.Cancelled, Reports = [.. Reports.Select(report => report.WithdrawAll())] };

    /// <summary>Asks one more unit for a work item; one that had been excused owes it again.</summary>
    /// <param name="nextReport">The number of a report that is new.</param>
    public Round Enlist(RosterLine line, Func<int> nextReport)
    {
        var known = Reports.FirstOrDefault(report => report.WorkItemId == line.Item.Id && report.UnitId == line.UnitId);
        return known is null ? this with { Reports = [.. Reports, Roster.Report(line, Id) with { Id = nextReport() }] } : With(known.Recall());
    }

    /// <summary>The same round with one report as it is now.</summary>
    public Round With(Report changed) => this with { Reports = [.. Reports.Select(report => report.Id == changed.Id ? changed : report)] };

    /// <summary>What a person still owes.</summary>
    public IReadOnlyList<Report> OpenReports(Person person, DateOnly today)
    {
        var own = person.RemindedUnitsOn(today).ToHashSet();
        return [.. Reports.Where(report => report.IsOpen && own.Contains(report.UnitId))];
    }

    public RoundDates Dates() => new(Label, PeriodStart, PeriodEnd, OpensAt, DueAt, LocksAt);

    /// <summary>Whether something may still be said in a report at this moment; one that was returned is taken after the lock, too.</summary>
    public bool Accepts(Report report, DateTimeOffset now) =>
        (State == RoundState.Open && OpensAt <= now && now < LocksFor(report))
        || (report.State == ReportState.Returned && State is RoundState.Open or RoundState.Closed);

    /// <summary>When a unit's part of a work item is due, an extension of just this item included.</summary>
    public DateTimeOffset DueFor(int unitId, int workItemId) =>
        Extensions.Count == 0 ? DueAt : Granted(unitId, workItemId).Select(extension => extension.DueAt).Append(DueAt).Max();

    public DateTimeOffset DueFor(Report report) => DueFor(report.UnitId, report.WorkItemId);

    /// <summary>Until when a report is taken, an extension included.</summary>
    public DateTimeOffset LocksFor(Report report) =>
        Extensions.Count == 0 ? LocksAt : Granted(report.UnitId, report.WorkItemId).Select(extension => extension.LocksAt).Append(LocksAt).Max();

    /// <summary>The dates for somebody who owes some reports: the first that is due counts. Without extensions, or reports, the round's own.</summary>
    public RoundDates DatesFor(IReadOnlyCollection<Report> owed) =>
        Extensions.Count == 0 || owed.Count == 0 ? Dates() : Dates() with { DueAt = owed.Min(DueFor), LocksAt = owed.Max(LocksFor) };

    /// <summary>When nothing is taken any more, from nobody.</summary>
    public DateTimeOffset EndsAt => Extensions.Where(extension => extension.State == ExtensionState.Granted).Select(extension => extension.LocksAt).Append(LocksAt).Max();

    IEnumerable<Extension> Granted(int unitId, int workItemId) =>
        Extensions.Where(extension => extension.UnitId == unitId && extension.WorkItemId == workItemId && extension.State == ExtensionState.Granted);
}

public enum RoundState
{
    Open,

    /// <summary>Nobody is reminded and no answer is taken until it is resumed; then its dates move by the length of the pause.</summary>
    Paused,

    /// <summary>Called off; nothing is asked any more.</summary>
    Cancelled,
    Closed,
}

/// <summary>延期: more time for one unit's part of one work item in one round, asked for with a reason and granted or refused by a coordinator. The record stays.</summary>
public sealed record Extension
{
    public int Id { get; init; }
    public int RoundId { get; init; }
    public int UnitId { get; init; }

    /// <summary>The work item it was asked for; when that has a deadline of its own, it moves for this unit, too.</summary>
    public int WorkItemId { get; init; }

    /// <summary>The due time that is asked for.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Until when the unit's late reports are taken then.</summary>
    public DateTimeOffset LocksAt { get; init; }
    public required string Reason { get; init; }
    public int By { get; init; }
    public DateTimeOffset At { get; init; }
    public ExtensionState State { get; init; }
    public int? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    public Extension Decide(bool granted, int by, DateTimeOffset at) =>
        this with { State = granted ? ExtensionState.Granted : ExtensionState.Refused, DecidedBy = by, DecidedAt = at };
}

public enum ExtensionState
{
    Asked,
    Granted,
    Refused,
}
