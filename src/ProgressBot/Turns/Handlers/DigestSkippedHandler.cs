using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Reminding;
using ProgressBot.Storage;

namespace ProgressBot.Turns.Handlers;

static class DigestSkippedHandler
{
    public static async Task WriteAsync(TurnScope scope, DigestSkipped skipped) => (await MarkAsync(scope.Db, skipped.PlanId)).Skip(skipped.Day, scope.Person!.Id, scope.Now);

    public static async Task WriteAsync(TurnScope scope, DigestRestored restored) => (await MarkAsync(scope.Db, restored.PlanId)).Restore();

    // a plan of the last few seconds has none yet
    static async Task<DigestMark> MarkAsync(BotDb db, int planId) => await db.Set<DigestMark>().FindAsync(planId) ?? db.Add(new DigestMark { PlanId = planId }).Entity;
}
