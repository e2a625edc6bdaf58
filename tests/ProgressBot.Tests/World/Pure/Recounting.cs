using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.World.Pure;

/// <summary>Derives totals and standings anew from all that was ever said, after some reports have changed.</summary>
sealed class Recounting(Records records, DateTimeOffset now)
{
    public void After(IReadOnlyList<Report> changed)
    {
        foreach (var report in changed.DistinctBy(report => (report.WorkItemId, report.UnitId)))
        {
            var entered = records.Plans.SelectMany(plan => plan.Items).Single(item => item.Id == report.WorkItemId).Indicators
                .Where(indicator => indicator.IsEnteredBy(report.Role)).ToList();
            foreach (var indicator in entered) Total(indicator.Id, report.UnitId);
            if (entered.Count == 0) Milestone(report);
        }
    }

    void Total(int indicatorId, int unitId)
    {
        var total = records.Totals.FirstOrDefault(total => total.IndicatorId == indicatorId && total.UnitId == unitId);
        if (total is null) records.Totals.Add(total = new Total { IndicatorId = indicatorId, UnitId = unitId });
        total.Recount(
            from report in Oldest
            where report.UnitId == unitId
            from version in report.Versions
            from figure in version.Figures
            where figure.IndicatorId == indicatorId
            select CountedFigure.Of(figure, version.Verdict, report.RoundId), now);
    }

    void Milestone(Report changed)
    {
        var standing = records.Milestones.FirstOrDefault(standing => standing.WorkItemId == changed.WorkItemId && standing.UnitId == changed.UnitId);
        if (standing is null) records.Milestones.Add(standing = new MilestoneStanding { WorkItemId = changed.WorkItemId, UnitId = changed.UnitId });
        standing.Recount(Oldest
            .Where(report => report.WorkItemId == changed.WorkItemId && report.UnitId == changed.UnitId)
            .SelectMany(report => report.Versions)
            .Where(version => version.Milestone is not null)
            .Select(version => new CountedMilestone(version.Milestone!.Value, version.Verdict)), now);
    }

    // versions stand in their report in the order of their numbers
    IEnumerable<Report> Oldest => records.Rounds.OrderBy(round => round.PeriodStart).SelectMany(round => round.Reports);
}
