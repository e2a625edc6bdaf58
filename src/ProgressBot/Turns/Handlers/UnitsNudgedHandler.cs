using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Turns.Handlers;

/// <summary>催办: one numbered record per unit.</summary>
static class UnitsNudgedHandler
{
    public static Task WriteAsync(TurnScope scope, UnitsNudged nudged)
    {
        scope.Db.AddRange(nudged.UnitIds.Select(unit => new Nudge { Number = nudged.Number, RoundId = nudged.RoundId, UnitId = unit, Matter = nudged.Matter, DueAt = nudged.DueAt, By = scope.Person!.Id, At = scope.Now }));
        return Task.CompletedTask;
    }
}
