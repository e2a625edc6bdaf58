using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns.Handlers;

/// <summary>撤回: what was under review no longer counts; it stays on record as withdrawn.</summary>
static class ReportsWithdrawnHandler
{
    public static async Task WriteAsync(TurnScope scope, ReportsWithdrawn withdrawn)
    {
        var reports = withdrawn.ReportIds.Select(scope.Report).Where(report => report.Withdraw()).ToList();
        await Recounting.AfterAsync(scope, reports);
    }
}
