using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns.Handlers;

/// <summary>通过 and 退回: the verdict, and the totals that follow from it.</summary>
static class ReportsReviewedHandler
{
    public static async Task WriteAsync(TurnScope scope, ReportsApproved approved)
    {
        var reports = approved.ReportIds.Select(scope.Report).Where(report => report.Approve(scope.Person!.Id, scope.Now)).ToList();
        await Recounting.AfterAsync(scope, reports);
    }

    public static async Task WriteAsync(TurnScope scope, ReportReturned returned)
    {
        var report = scope.Report(returned.ReportId);
        if (report.Return(scope.Person!.Id, scope.Now, returned.Reason)) await Recounting.AfterAsync(scope, [report]);
    }
}
