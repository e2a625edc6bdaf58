using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns.Handlers;

/// <summary>收到: seen, not reported.</summary>
static class ReportsAcknowledgedHandler
{
    public static void Write(TurnScope scope, ReportsAcknowledged acknowledged)
    {
        foreach (var report in acknowledged.ReportIds.Select(scope.Report).Where(report => report.AcknowledgedAt is null))
        {
            report.AcknowledgedAt = scope.Now;
            scope.Rows.Update(scope.Db, report);
        }
    }
}
