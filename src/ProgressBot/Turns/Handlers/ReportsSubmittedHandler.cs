using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Turns.Handlers;

/// <summary>Adds a version to each report that was confirmed, counts the totals anew, and uses up the receipt's number.</summary>
static class ReportsSubmittedHandler
{
    public static void Write(TurnScope scope, ReportsSubmitted submitted)
    {
        var reports = submitted.Reports.Select(told => (told, report: scope.Report(told.ReportId))).ToList();
        foreach (var (told, report) in reports)
        {
            var version = Version(scope, submitted.Receipt, told, report);
            ReportWriting.Change(scope, report, () => report.Submit(version, scope.Ledger.Round(report.RoundId).DueFor(report.UnitId)));
        }
        scope.Receipts.Use(scope.Db, scope.Facts.Today, scope.Facts.NextReceipt);
        Recounting.After(scope, [.. reports.Select(pair => pair.report)]);
    }

    static ReportVersion Version(TurnScope scope, string receipt, SubmittedReport told, Report report)
    {
        var version = new ReportVersion
        {
            Receipt = receipt,
            NoChange = told.NoChange,
            Milestone = told.Milestone,
            Narrative = told.Narrative,
            Problems = told.Problems,
            Reason = told.Reason,
            By = scope.Person!.Id,
            At = scope.Now,
            MessageId = scope.Incoming.MessageId,
        };
        version.Figures.AddRange(told.Figures.Select(figure => Figure.Of(figure.IndicatorId, figure.Phrase, figure.Value, figure.Basis, Before(scope, report, figure.IndicatorId))));
        return version;
    }

    static decimal Before(TurnScope scope, Report report, int indicatorId) => scope.Ledger.Before(indicatorId, report.UnitId, scope.Ledger.Round(report.RoundId));
}
