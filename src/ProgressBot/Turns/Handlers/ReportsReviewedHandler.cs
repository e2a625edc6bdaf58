using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns.Handlers;

/// <summary>通过 and 退回: the verdict, and the totals that follow from it.</summary>
static class ReportsReviewedHandler
{
    public static void Write(TurnScope scope, ReportsApproved approved) => Recounting.After(scope,
        [.. approved.ReportIds.Select(scope.Report).Where(report => ReportWriting.Change(scope, report, () => report.Approve(scope.Person!.Id, scope.Now)))]);

    public static void Write(TurnScope scope, ReportReturned returned)
    {
        var report = scope.Report(returned.ReportId);
        if (ReportWriting.Change(scope, report, () => report.Return(scope.Person!.Id, scope.Now, returned.Reason))) Recounting.After(scope, [report]);
    }
}
