using ProgressBot.Core.Dialogs;
using ProgressBot.Jobs;

namespace ProgressBot.Turns.Handlers;

/// <summary>转交: the speaker's units go to somebody else, who is reminded of the open rounds from the next step on.</summary>
static class HandedOverHandler
{
    public static async Task WriteAsync(TurnScope scope, HandedOver handed)
    {
        var successor = scope.Facts.PersonWith(handed.ToPersonId)!;
        foreach (var unit in handed.UnitIds)
        {
            scope.Person!.Leave(unit, handed.From.AddDays(-1));
            successor.Join(unit, handed.From, null);
        }
        await scope.Db.SaveChangesAsync();
        foreach (var round in scope.Ledger.Rounds.Where(round => round.Reports.Exists(report => handed.UnitIds.Contains(report.UnitId))))
        {
            await Rescheduling.EnlistAsync(scope.Db, round.Id, successor.Id, scope.Now);
            await Rescheduling.MoveAsync(scope.Db, round, Rescheduling.ScheduleOf(scope.Facts, round), scope.Facts.Zone, scope.Now, [successor.Id]);
        }
    }
}
