using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns.Handlers;

/// <summary>撤回: what was under review no longer counts; it stays on record as withdrawn.</summary>
static class ReportsWithdrawnHandler
{
    public static void Write(TurnScope scope, ReportsWithdrawn withdrawn) => Recounting.After(scope,
        [.. withdrawn.ReportIds.Select(scope.Report).Where(report => ReportWriting.Change(scope, report, report.Withdraw))]);
}
