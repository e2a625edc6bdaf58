using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Turns.Handlers;

/// <summary>Derives the totals of some reports' indicators anew, after their versions have changed.</summary>
static class Recounting
{
    public static async Task AfterAsync(TurnScope scope, IReadOnlyList<Report> reports)
    {
        await scope.Db.SaveChangesAsync();
        foreach (var report in reports.DistinctBy(report => (report.WorkItemId, report.UnitId)))
        {
            var item = scope.Ledger.Item(report.WorkItemId);
            foreach (var indicator in item.Indicators.Where(indicator => indicator.IsEnteredBy(report.Role))) await FiguresAsync(scope, indicator.Id, report.UnitId);
            if (!item.Indicators.Any(indicator => indicator.IsEnteredBy(report.Role))) await MilestoneAsync(scope, report);
        }
    }

    static async Task FiguresAsync(TurnScope scope, int indicatorId, int unitId)
    {
        var figures = await (
            from figure in scope.Db.Set<Figure>()
            join version in scope.Db.Set<ReportVersion>() on figure.ReportVersionId equals version.Id
            join report in scope.Db.Set<Report>() on version.ReportId equals report.Id
            join round in scope.Db.Set<Round>() on report.RoundId equals round.Id
            where figure.IndicatorId == indicatorId && report.UnitId == unitId
            orderby round.PeriodStart, version.Number
            select new { figure, version.Verdict, report.RoundId }).ToListAsync();
        var total = await scope.Db.Set<Total>().FindAsync(indicatorId, unitId)
            ?? scope.Db.Add(new Total { IndicatorId = indicatorId, UnitId = unitId }).Entity;
        total.Recount(figures.Select(row => new CountedFigure(row.figure, row.Verdict, row.RoundId)), scope.Now);
    }

    static async Task MilestoneAsync(TurnScope scope, Report report)
    {
        var versions = await (
            from version in scope.Db.Set<ReportVersion>()
            join owner in scope.Db.Set<Report>() on version.ReportId equals owner.Id
            join round in scope.Db.Set<Round>() on owner.RoundId equals round.Id
            where owner.WorkItemId == report.WorkItemId && owner.UnitId == report.UnitId && version.Milestone != null
            orderby round.PeriodStart, version.Number
            select version).ToListAsync();
        var standing = await scope.Db.Set<MilestoneStanding>().FindAsync(report.WorkItemId, report.UnitId)
            ?? scope.Db.Add(new MilestoneStanding { WorkItemId = report.WorkItemId, UnitId = report.UnitId }).Entity;
        standing.Recount(versions, scope.Now);
    }
}
