using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns.Handlers;

/// <summary>收到: seen, not reported.</summary>
static class ReportsAcknowledgedHandler
{
    public static Task WriteAsync(TurnScope scope, ReportsAcknowledged acknowledged)
    {
        foreach (var report in acknowledged.ReportIds.Select(scope.Report)) report.AcknowledgedAt ??= scope.Now;
        return Task.CompletedTask;
    }
}
