using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Jobs;

namespace ProgressBot.Turns.Handlers;

/// <summary>稍后: the next reminder of these rounds comes at the time that was picked, instead of by the cadence.</summary>
static class ReminderSnoozedHandler
{
    public static async Task WriteAsync(TurnScope scope, ReminderSnoozed snoozed)
    {
        var rows = await scope.Db.Set<RoundReminder>().Where(reminder => reminder.PersonId == scope.Person!.Id && snoozed.RoundIds.Contains(reminder.RoundId)).ToListAsync();
        foreach (var row in rows)
        {
            (row.NextAt, row.Snoozed) = (snoozed.Until, true);
            row.Handled ??= scope.Now;
        }
    }
}
