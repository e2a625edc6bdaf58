using ProgressBot.Core.Dialogs;
using ProgressBot.Jobs;

namespace ProgressBot.Turns.Handlers;

static class TimeZoneChosenHandler
{
    public static async Task WriteAsync(TurnScope scope, TimeZoneChosen chosen)
    {
        scope.Person!.TimeZone = chosen.TimeZone;
        foreach (var round in scope.Ledger.Rounds)
            await Rescheduling.MoveAsync(scope.Db, round, Rescheduling.ScheduleOf(scope.Facts, round), scope.Facts.Zone, scope.Now, [scope.Person.Id]);
    }
}
