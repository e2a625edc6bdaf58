using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Jobs;

namespace ProgressBot.Turns.Handlers;

/// <summary>暂停, 恢复, 取消 of a round. Its reminders stop with it, and start anew by the later dates.</summary>
static class RoundStoppedHandler
{
    public static Task WriteAsync(TurnScope scope, RoundPaused paused)
    {
        scope.Ledger.Round(paused.RoundId).Pause(scope.Now);
        return SilenceAsync(scope, paused.RoundId);
    }

    public static async Task WriteAsync(TurnScope scope, RoundResumed resumed)
    {
        var round = scope.Ledger.Round(resumed.RoundId);
        round.Resume(resumed.DueAt, resumed.LocksAt);
        await Rescheduling.MoveAsync(scope.Db, round, Rescheduling.ScheduleOf(scope.Facts, round), scope.Facts.Zone, scope.Now);
    }

    public static async Task WriteAsync(TurnScope scope, RoundCancelled cancelled)
    {
        await SilenceAsync(scope, cancelled.RoundId);
        var withdrawn = scope.Ledger.Round(cancelled.RoundId).Cancel();
        await scope.Db.SaveChangesAsync();
        Recounting.After(scope, withdrawn);
    }

    static async Task SilenceAsync(TurnScope scope, int roundId)
    {
        foreach (var row in await scope.Db.Set<RoundReminder>().Where(row => row.RoundId == roundId).ToListAsync()) (row.NextAt, row.Snoozed) = (null, false);
    }
}
