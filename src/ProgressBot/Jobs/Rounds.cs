using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>Opens each plan's rounds by its cadence, with a frozen roster, and closes them when they lock.</summary>
sealed class Rounds(WriteQueue writes, PlanShelf shelf, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>People enlisted per transaction, so that nobody's turn has to wait for all of them.</summary>
    const int Enlisted = 200;

    /// <summary>One sweep. True when something was opened, closed, or somebody new is to be reminded.</summary>
    public Task<bool> RunOnceAsync(CancellationToken cancellationToken) => writes.RunAsync(async db =>
    {
        var now = clock.GetUtcNow();
        var known = await shelf.TakeAsync(db);
        var found = false;
        foreach (var plan in known.Plans) found |= await OpenAsync(db, plan, known.Units, now);
        found |= await CloseAsync(db, now);
        await db.SaveChangesAsync();
        return await EnlistAsync(db, known, now) | await ItemEnlistment.EnlistAsync(db, known, calendar(), options.Value.Zone, now) || found;
    }, cancellationToken);

    // what was due before the plan came into force is nobody's fault and is not opened
    async Task<bool> OpenAsync(BotDb db, Plan plan, IReadOnlyList<Unit> units, DateTimeOffset now)
    {
        var due = plan.RoundSchedule().Rounds(plan.Schedule.CalendarIn(calendar())).Where(dates => dates.OpensAt <= now && now < dates.LocksAt && dates.DueAt > (plan.ActivatedAt ?? DateTimeOffset.MinValue)).ToList();
        if (due.Count == 0) return false;
        var opened = await db.Set<Round>().Where(round => round.PlanId == plan.Id).Select(round => round.PeriodStart).ToListAsync();
        var missing = due.Where(dates => !opened.Contains(dates.PeriodStart)).ToList();
        var byId = units.ToDictionary(unit => unit.Id);
        foreach (var dates in missing) db.Add(Open(plan, dates, id => byId[id]));
        return missing.Count > 0;
    }

    static Round Open(Plan plan, RoundDates dates, Func<int, Unit> unit)
    {
        var round = new Round
        {
            PlanId = plan.Id,
            PeriodStart = dates.PeriodStart,
            PeriodEnd = dates.PeriodEnd,
            Label = dates.Label,
            OpensAt = dates.OpensAt,
            DueAt = dates.DueAt,
            LocksAt = dates.LocksAt,
        };
        round.Reports.AddRange(Roster.Of(plan, unit, dates.PeriodEnd).Select(line => Roster.Report(line, 0)));
        return round;
    }

    static async Task<bool> CloseAsync(BotDb db, DateTimeOffset now)
    {
        var locked = await db.Set<Round>().Include(round => round.Extensions).Where(round => round.State == RoundState.Open && round.LocksAt <= now).ToListAsync();
        var over = locked.Where(round => round.EndsAt <= now).ToList();
        foreach (var round in over) round.State = RoundState.Closed;
        return over.Count > 0;
    }

    // everybody who reports for a unit of an open round has a line in the schedule, whoever joins later included; nobody is told in the night
    async Task<bool> EnlistAsync(BotDb db, PlanBook known, DateTimeOffset now)
    {
        var zone = options.Value.Zone;
        var today = zone.Today(now);
        var missing = await (
            from round in db.Set<Round>()
            where round.State == RoundState.Open
            from report in db.Set<Report>().Where(report => report.RoundId == round.Id && report.State != ReportState.Excused)
            from membership in db.Set<Membership>().Where(membership => membership.UnitId == report.UnitId && (!membership.Quiet || membership.InCharge) && (membership.From == null || membership.From <= today) && (membership.Until == null || membership.Until >= today))
            where !db.Set<RoundReminder>().Any(reminder => reminder.RoundId == round.Id && reminder.PersonId == membership.PersonId)
            select new { round.Id, round.PlanId, membership.PersonId }).Distinct().OrderBy(row => row.PersonId).ThenBy(row => row.Id).Take(Enlisted).ToListAsync();
        var schedules = known.Plans.ToDictionary(plan => plan.Id, plan => plan.Schedule.Reminders(calendar(), zone));
        foreach (var row in missing)
            db.Add(new RoundReminder { RoundId = row.Id, PersonId = row.PersonId, NextAt = schedules[row.PlanId].Waking(now, new Recipient(row.PersonId, zone)) });
        return missing.Count > 0;
    }
}
