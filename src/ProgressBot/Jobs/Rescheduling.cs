using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>Moves planned reminders when what they are computed from has changed. What somebody snoozed, or is due already, stays.</summary>
static class Rescheduling
{
    /// <summary>Gives a plan another schedule: reminders of its open rounds move at once, rounds that have opened keep their dates.</summary>
    public static async Task ChangeAsync(BotDb db, int planId, PlanSchedule schedule, WorkingCalendar calendar, TimeZoneInfo zone, DateTimeOffset now)
    {
        var plan = await db.Set<Plan>().SingleAsync(plan => plan.Id == planId);
        plan.Schedule = schedule;
        await PlanShelf.ChangedAsync(db);
        var rounds = await db.Set<Round>().Include(round => round.Extensions).Include(round => round.Reports)
            .Where(round => round.PlanId == planId && round.State == RoundState.Open).ToListAsync();
        foreach (var round in rounds) await MoveAsync(db, round, plan.Schedule.Reminders(calendar, zone), zone, now);
    }

    public static ReminderSchedule ScheduleOf(Facts facts, Round round) => facts.Ledger.Plan(round.PlanId).Schedule.Reminders(facts.Calendar, facts.Zone);

    /// <summary>Somebody who has just been told of a round some other way: reminders, if any, come from the next step on.</summary>
    public static async Task EnlistAsync(BotDb db, int roundId, int personId, DateTimeOffset now)
    {
        if (await db.Set<RoundReminder>().FindAsync(roundId, personId) is null) db.Add(new RoundReminder { RoundId = roundId, PersonId = personId, Handled = now });
        await db.SaveChangesAsync();
    }

    /// <summary>Plans the reminders of a round anew, for some people or for all.</summary>
    /// <param name="round">With its extensions and reports.</param>
    public static async Task MoveAsync(BotDb db, Round round, ReminderSchedule schedule, TimeZoneInfo zone, DateTimeOffset now, IReadOnlyCollection<int>? people = null)
    {
        var rows = await db.Set<RoundReminder>().Where(row => row.RoundId == round.Id && !row.Snoozed && (row.NextAt == null || row.NextAt > now) && (people == null || people.Contains(row.PersonId))).ToListAsync();
        var ids = rows.Select(row => row.PersonId).ToList();
        var persons = await db.Set<Person>().Include(person => person.Memberships).Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id);
        foreach (var row in rows)
            row.NextAt = schedule.NextStep(round.DatesFor(RoundReminder.OpenUnits(round, persons[row.PersonId], zone.Today(now))), now, RoundReminder.RecipientOf(persons[row.PersonId], zone))?.At;
    }
}
