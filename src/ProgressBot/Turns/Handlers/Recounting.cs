using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Turns.Handlers;

/// <summary>Derives the totals of some reports' indicators anew, after their versions have changed.</summary>
static class Recounting
{
    // by unit and item, for which there is an index; what was withdrawn or sent back does not count and may be much
    static readonly Func<BotDb, int, int, IAsyncEnumerable<CountedFigure>> CountedFigures = EF.CompileAsyncQuery((BotDb db, int unitId, int itemId) =>
        from report in db.Set<Report>()
        join version in db.Set<ReportVersion>() on report.Id equals version.ReportId
        join figure in db.Set<Figure>() on version.Id equals figure.ReportVersionId
        join round in db.Set<Round>() on report.RoundId equals round.Id
        where report.UnitId == unitId && report.WorkItemId == itemId && (version.Verdict == Verdict.Approved || version.Verdict == Verdict.Pending)
        orderby round.PeriodStart, version.Number
        select new CountedFigure(figure, version.Verdict, report.RoundId));

    static readonly Func<BotDb, int, int, IAsyncEnumerable<ReportVersion>> CountedVersions = EF.CompileAsyncQuery((BotDb db, int unitId, int itemId) =>
        from report in db.Set<Report>()
        join version in db.Set<ReportVersion>() on report.Id equals version.ReportId
        join round in db.Set<Round>() on report.RoundId equals round.Id
        where report.UnitId == unitId && report.WorkItemId == itemId && version.Milestone != null && (version.Verdict == Verdict.Approved || version.Verdict == Verdict.Pending)
        orderby round.PeriodStart, version.Number
        select version);

    public static async Task AfterAsync(TurnScope scope, IReadOnlyList<Report> reports)
    {
        await scope.Db.SaveChangesAsync();
        foreach (var report in reports.DistinctBy(report => (report.WorkItemId, report.UnitId)))
        {
            var own = scope.Ledger.Item(report.WorkItemId).Indicators.Where(indicator => indicator.IsEnteredBy(report.Role)).ToList();
            if (own.Count > 0) await FiguresAsync(scope, report, own);
            else await MilestoneAsync(scope, report);
        }
    }

    static async Task FiguresAsync(TurnScope scope, Report report, IReadOnlyList<Indicator> indicators)
    {
        var figures = await CountedFigures(scope.Db, report.UnitId, report.WorkItemId).ToListAsync();
        foreach (var indicator in indicators)
        {
            var total = await scope.Db.Set<Total>().FindAsync(indicator.Id, report.UnitId)
                ?? scope.Db.Add(new Total { IndicatorId = indicator.Id, UnitId = report.UnitId }).Entity;
            total.Recount(figures.Where(row => row.Figure.IndicatorId == indicator.Id), scope.Now);
        }
    }

    static async Task MilestoneAsync(TurnScope scope, Report report)
    {
        var versions = await CountedVersions(scope.Db, report.UnitId, report.WorkItemId).ToListAsync();
        var standing = await scope.Db.Set<MilestoneStanding>().FindAsync(report.WorkItemId, report.UnitId)
            ?? scope.Db.Add(new MilestoneStanding { WorkItemId = report.WorkItemId, UnitId = report.UnitId }).Entity;
        standing.Recount(versions, scope.Now);
    }
}
