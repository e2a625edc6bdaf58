using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;

namespace ProgressBot.Turns.Handlers;

/// <summary>申请延期 and its answer; a granted one moves the reminders of the unit's reporters.</summary>
static class ExtensionHandler
{
    public static Task WriteAsync(TurnScope scope, ExtensionAsked asked)
    {
        scope.Ledger.Round(asked.RoundId).Extensions.Add(new Extension
        {
            RoundId = asked.RoundId,
            UnitId = asked.UnitId,
            WorkItemId = asked.WorkItemId,
            DueAt = asked.DueAt,
            LocksAt = asked.LocksAt,
            Reason = asked.Reason,
            By = scope.Person!.Id,
            At = scope.Now,
        });
        return Task.CompletedTask;
    }

    public static async Task WriteAsync(TurnScope scope, ExtensionDecided decided)
    {
        var round = scope.Ledger.Round(decided.RoundId);
        var extension = round.Extensions.Single(extension => extension.Id == decided.ExtensionId);
        extension.Decide(decided.Granted, scope.Person!.Id, scope.Now);
        var people = scope.Ledger.ReportersOf(extension.UnitId, scope.Facts.Today).Select(person => person.Id).ToList();
        if (decided.Granted) await Rescheduling.MoveAsync(scope.Db, round, Rescheduling.ScheduleOf(scope.Facts, round), scope.Facts.Zone, scope.Now, people);
    }
}
