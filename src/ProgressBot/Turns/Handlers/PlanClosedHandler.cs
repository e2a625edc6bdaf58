using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Turns.Handlers;

/// <summary>结束任务书: the plan and its rounds close; everything they hold stays.</summary>
static class PlanClosedHandler
{
    public static async Task WriteAsync(TurnScope scope, PlanClosed closed)
    {
        (await scope.Db.Set<Plan>().SingleAsync(plan => plan.Id == closed.PlanId)).State = PlanState.Closed;
        foreach (var round in scope.Ledger.Rounds.Where(round => round.PlanId == closed.PlanId)) round.State = RoundState.Closed;
        await PlanShelf.ChangedAsync(scope.Db);
    }
}
