using ProgressBot.Core.Dialogs;
using ProgressBot.Plans;

namespace ProgressBot.Turns.Handlers;

/// <summary>Keeps what a document was read as, until the coordinator has decided.</summary>
static class PlanOfferedHandler
{
    public static Task WriteAsync(TurnScope scope, PlanOffered offered) => KeepAsync(scope, offered.Key, null);

    public static Task WriteAsync(TurnScope scope, RevisionOffered offered) => KeepAsync(scope, offered.Key, offered.PlanId);

    static async Task KeepAsync(TurnScope scope, string key, int? revises)
    {
        if (await scope.Db.Set<PlanReading>().FindAsync(key) is not null) return;
        var file = scope.Facts.PlanFiles.First(file => file.File.Key == key);
        var reading = PlanReading.Of(key, file.File.Name, file.Draft!, scope.Person!.Id, scope.Now);
        (reading.PlanId, reading.State) = (revises, revises is null ? ReadingState.Offered : ReadingState.Proposed);
        scope.Db.Add(reading);
    }
}
