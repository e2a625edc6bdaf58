using ProgressBot.Core.Dialogs;
using ProgressBot.Plans;

namespace ProgressBot.Turns.Handlers;

/// <summary>Keeps what a document was read as, until the coordinator has decided.</summary>
static class PlanOfferedHandler
{
    public static async Task WriteAsync(TurnScope scope, PlanOffered offered)
    {
        var draft = scope.Facts.PlanFiles.First(file => file.File.Key == offered.Key).Draft!;
        if (await scope.Db.Set<PlanReading>().FindAsync(offered.Key) is null)
            scope.Db.Add(PlanReading.Of(offered.Key, offered.FileName, draft, scope.Person!.Id, scope.Now));
    }
}
