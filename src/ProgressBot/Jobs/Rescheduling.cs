using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>Gives a plan another schedule: reminders of its open rounds move at once, rounds that have opened keep their dates.</summary>
static class Rescheduling
{
    public static async Task ChangeAsync(BotDb db, int planId, PlanSchedule schedule, WorkingCalendar calendar, TimeZoneInfo zone, DateTimeOffset now)
    {
        var plan = await db.Set<Plan>().SingleAsync(plan => plan.Id == planId);
        var (before, after) = (plan.Schedule.Reminders(calendar, zone), schedule.Reminders(calendar, zone));
        plan.Schedule = schedule;
        await PlanShelf.ChangedAsync(db);
        var rounds = await db.Set<Round>().Where(round => round.PlanId == planId && round.State == RoundState.Open).ToDictionaryAsync(round => round.Id);
        var rows = await db.Set<RoundReminder>().Where(row => rounds.Keys.Contains(row.RoundId)).ToListAsync();
        foreach (var row in rows)
            row.NextAt = after.Moved(before, rounds[row.RoundId].Dates(), new Recipient(row.PersonId, zone), row.NextAt, now);
    }
}
