using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Plans;

namespace ProgressBot.Turns.Handlers;

/// <summary>加入: an assignment from a day on, and a report in each open round that was meant.</summary>
static class UnitJoinedHandler
{
    public static async Task WriteAsync(TurnScope scope, UnitJoined joined)
    {
        var unit = joined.UnitId ?? await CreateAsync(scope, joined.Unit);
        var part = await scope.Db.Set<Assignment>().FirstOrDefaultAsync(part => part.WorkItemId == joined.WorkItemId && part.UnitId == unit)
            ?? scope.Db.Add(new Assignment { WorkItemId = joined.WorkItemId, UnitId = unit, Role = joined.Role }).Entity;
        (part.From, part.Until) = (joined.From, null);
        foreach (var round in joined.RoundIds.Select(scope.Ledger.Round)) round.Enlist(scope.Ledger.Item(joined.WorkItemId), unit, part.Role);
        await PlanShelf.ChangedAsync(scope.Db);
    }

    static async Task<int> CreateAsync(TurnScope scope, string name)
    {
        var unit = scope.Db.Add(new Unit { Name = name }).Entity;
        await scope.Db.SaveChangesAsync();
        return unit.Id;
    }
}
