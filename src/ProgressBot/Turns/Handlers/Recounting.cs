using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Turns.Handlers;

/// <summary>Derives the totals of some reports' indicators anew, after their versions have changed and were written.</summary>
static class Recounting
{
    // by unit and item, for which there is an index; what was withdrawn or sent back does not count and may be much
    const string Figures = """
        SELECT figure.IndicatorId, figure.Increment, figure.Total, version.Verdict, report.RoundId
        FROM Reports AS report
        JOIN ReportVersions AS version ON version.ReportId = report.Id
        JOIN Figures AS figure ON figure.ReportVersionId = version.Id
        JOIN Rounds AS round ON round.Id = report.RoundId
        WHERE report.UnitId = ?1 AND report.WorkItemId = ?2 AND version.Verdict IN ('Approved', 'Pending')
        ORDER BY round.PeriodStart, version.Number
        """;

    const string Milestones = """
        SELECT version.Milestone, version.Verdict
        FROM Reports AS report
        JOIN ReportVersions AS version ON version.ReportId = report.Id
        JOIN Rounds AS round ON round.Id = report.RoundId
        WHERE report.UnitId = ?1 AND report.WorkItemId = ?2 AND version.Milestone IS NOT NULL AND version.Verdict IN ('Approved', 'Pending')
        ORDER BY round.PeriodStart, version.Number
        """;

    public static void After(TurnScope scope, IReadOnlyList<Report> reports)
    {
        foreach (var report in reports.DistinctBy(report => (report.WorkItemId, report.UnitId)))
        {
            var own = scope.Ledger.Item(report.WorkItemId).Indicators.Where(indicator => indicator.IsEnteredBy(report.Role)).ToList();
            if (own.Count > 0) CountFigures(scope, report, own);
            else CountMilestones(scope, report);
        }
    }

    static void CountFigures(TurnScope scope, Report report, IReadOnlyList<Indicator> indicators)
    {
        var figures = scope.Rows.Read(scope.Db, Figures, row => new CountedFigure(row.Int32(0), row.Decimal(1), row.Decimal(2), row.Enum<Verdict>(3), row.Int32(4)), report.UnitId, report.WorkItemId);
        foreach (var indicator in indicators)
        {
            var known = scope.Ledger.Total(indicator.Id, report.UnitId);
            var total = known ?? new Total { IndicatorId = indicator.Id, UnitId = report.UnitId };
            total.Recount(figures.Where(figure => figure.IndicatorId == indicator.Id), scope.Now);
            scope.Rows.Upsert(scope.Db, total);
            if (known is null) scope.Ledger = scope.Ledger.With(totals: [.. scope.Ledger.Totals, total]);
        }
    }

    static void CountMilestones(TurnScope scope, Report report)
    {
        var said = scope.Rows.Read(scope.Db, Milestones, row => new CountedMilestone(row.Enum<Milestone>(0), row.Enum<Verdict>(1)), report.UnitId, report.WorkItemId);
        var known = scope.Ledger.Milestone(report.WorkItemId, report.UnitId);
        var standing = known ?? new MilestoneStanding { WorkItemId = report.WorkItemId, UnitId = report.UnitId };
        standing.Recount(said, scope.Now);
        scope.Rows.Upsert(scope.Db, standing);
        if (known is null) scope.Ledger = scope.Ledger.With(milestones: [.. scope.Ledger.Milestones, standing]);
    }
}
