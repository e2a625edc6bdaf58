using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Plans;

namespace ProgressBot.Turns.Handlers;

/// <summary>移出: the unit's part in active plans and groups ends the day before, and what it still owed in the open rounds is excused.</summary>
static class UnitLeftHandler
{
    public static async Task WriteAsync(TurnScope scope, UnitLeft left)
    {
        var last = left.From.AddDays(-1);
        var items = scope.Ledger.Plans.SelectMany(plan => plan.Items).Select(item => item.Id).ToHashSet();
        foreach (var part in await scope.Db.Set<Assignment>().Where(part => part.UnitId == left.UnitId && (part.Until == null || part.Until > last)).ToListAsync())
            if (items.Contains(part.WorkItemId)) part.Until = last;
        foreach (var member in await scope.Db.Set<GroupMember>().Where(member => member.UnitId == left.UnitId && (member.Until == null || member.Until > last)).ToListAsync()) member.Until = last;
        foreach (var report in scope.Ledger.Rounds.SelectMany(round => round.Reports).Where(report => report.UnitId == left.UnitId)) report.Excuse(left.Reason);
        await PlanShelf.ChangedAsync(scope.Db);
    }
}
