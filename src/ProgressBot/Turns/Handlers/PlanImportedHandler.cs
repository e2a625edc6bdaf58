using ProgressBot.Core.Dialogs;
using ProgressBot.Plans;

namespace ProgressBot.Turns.Handlers;

/// <summary>Makes a draft plan of a document that was read before.</summary>
static class PlanImportedHandler
{
    public static async Task WriteAsync(TurnScope scope, PlanImported imported)
    {
        var reading = await scope.Db.Set<PlanReading>().FindAsync(imported.Key) ?? throw new InvalidOperationException($"no reading {imported.Key}");
        await PlanStore.AdoptAsync(scope.Db, reading, reading.Draft(), imported.PlanId, scope.Now);
    }
}
