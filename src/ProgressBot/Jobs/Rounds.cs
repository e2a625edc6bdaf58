using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>Opens each plan's rounds by its cadence, with a frozen roster, and closes them when they lock. A roster is written in pieces; the round counts when it is whole.</summary>
sealed class Rounds(
    WriteQueue writes, PreparedRows rows, RecordClock records, IDbContextFactory<BotDb> databases, PlanShelf shelf, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>People per transaction, so that nobody's turn has to wait for all of them.</summary>
    const int Enlisted = 250;

    /// <summary>Lines of a roster per transaction.</summary>
    const int Lines = 1000;

    const string Opened = "UPDATE Rounds SET State = 'Open' WHERE Id = ?1 AND State = 'Opening'";

    /// <summary>One sweep. True when something was opened, closed, or somebody new is to be reminded.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (known, opening, found) = await writes.RunAsync(async db =>
        {
            var known = await shelf.TakeAsync(db);
            foreach (var plan in known.Plans) await BeginAsync(db, plan, now);
            var closed = await CloseAsync(db, now);
            var enlisted = await ItemEnlistment.EnlistAsync(db, known, calendar(), options.Value.Zone, now);
            // also those whose opening was cut short
            return (known, await db.Set<Round>().AsNoTracking().Where(round => round.State == RoundState.Opening).ToListAsync(), closed | enlisted);
        }, cancellationToken);
        foreach (var round in opening.Where(round => known.Plans.Any(plan => plan.Id == round.PlanId))) found |= await OpenAsync(round, known, cancellationToken);
        return found | await EnlistAsync(known, now, cancellationToken);
    }

    // what was due before the plan came into force is nobody's fault and is not opened
    async Task BeginAsync(BotDb db, Plan plan, DateTimeOffset now)
    {
        var due = plan.RoundSchedule().Rounds(plan.Schedule.CalendarIn(calendar())).Where(dates => dates.OpensAt <= now && now < dates.LocksAt && dates.DueAt > (plan.ActivatedAt ?? DateTimeOffset.MinValue)).ToList();
        if (due.Count == 0) return;
        var begun = await db.Set<Round>().Where(round => round.PlanId == plan.Id).Select(round => round.PeriodStart).ToListAsync();
        foreach (var dates in due.Where(dates => !begun.Contains(dates.PeriodStart))) rows.Insert(db, Begun(plan, dates));
    }

    static Round Begun(Plan plan, RoundDates dates) => new()
    {
        PlanId = plan.Id,
        PeriodStart = dates.PeriodStart,
        PeriodEnd = dates.PeriodEnd,
        Label = dates.Label,
        OpensAt = dates.OpensAt,
        DueAt = dates.DueAt,
        LocksAt = dates.LocksAt,
        State = RoundState.Opening,
    };

    async Task<bool> OpenAsync(Round round, PlanBook known, CancellationToken cancellationToken)
    {
        foreach (var lines in Roster.Of(known.Plan(round.PlanId), known.Unit, round.PeriodEnd).Chunk(Lines))
            await writes.RunAsync(db => Task.FromResult(lines.Count(line => rows.InsertNew(db, Roster.Report(line, round.Id)))), cancellationToken);
        return await writes.RunAsync(async db =>
        {
            // a plan that has changed meanwhile: the next sweep adds who is missing
            if (await shelf.TakeAsync(db) == known && rows.Run(db, Opened, round.Id) == 1) records.MoveAll();
            return true;
        }, cancellationToken);
    }

    static async Task<bool> CloseAsync(BotDb db, DateTimeOffset now)
    {
        var locked = await db.Set<Round>().Include(round => round.Extensions).Where(round => round.State == RoundState.Open && round.LocksAt <= now).ToListAsync();
        var over = locked.Where(round => round.EndsAt <= now).ToList();
        foreach (var round in over) round.State = RoundState.Closed;
        return over.Count > 0;
    }

    // everybody who reports for a unit of an open round has a line in the schedule, whoever joins later included; nobody is told in the night
    async Task<bool> EnlistAsync(PlanBook known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var zone = options.Value.Zone;
        var schedules = known.Plans.ToDictionary(plan => plan.Id, plan => plan.Schedule.Reminders(calendar(), zone));
        var missing = await MissingAsync(zone.Today(now), cancellationToken);
        foreach (var some in missing.Chunk(Enlisted))
            await writes.RunAsync(db =>
            {
                foreach (var (round, plan, person) in some)
                    rows.InsertNew(db, new RoundReminder { RoundId = round, PersonId = person, NextAt = schedules[plan].Waking(now, new Recipient(person, zone)) });
                return Task.FromResult(true);
            }, cancellationToken);
        return missing.Count > 0;
    }

    // read beside the line of writers: it takes long when there are many, and to find somebody twice does no harm
    async Task<List<(int Round, int Plan, int Person)>> MissingAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var missing = await (
            from round in db.Set<Round>()
            where round.State == RoundState.Open
            from report in db.Set<Report>().Where(report => report.RoundId == round.Id && report.State != ReportState.Excused)
            from membership in db.Set<Membership>().Where(membership => membership.UnitId == report.UnitId && (!membership.Quiet || membership.InCharge) && (membership.From == null || membership.From <= today) && (membership.Until == null || membership.Until >= today))
            where !db.Set<RoundReminder>().Any(reminder => reminder.RoundId == round.Id && reminder.PersonId == membership.PersonId)
            select new { round.Id, round.PlanId, membership.PersonId }).Distinct().ToListAsync(cancellationToken);
        return [.. missing.Select(row => (row.Id, row.PlanId, row.PersonId))];
    }
}
