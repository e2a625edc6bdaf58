using ProgressBot.Core.Dialogs;
using ProgressBot.Jobs;

namespace ProgressBot.Turns.Handlers;

static class ScheduleChangedHandler
{
    public static Task WriteAsync(TurnScope scope, ScheduleChanged changed) =>
        Rescheduling.ChangeAsync(scope.Db, changed.PlanId, changed.Schedule, scope.Facts.Calendar, scope.Facts.Zone, scope.Now);
}
