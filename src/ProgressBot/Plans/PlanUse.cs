using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Plans;

/// <summary>What hangs on a plan's parts already.</summary>
sealed record PlanUse(IReadOnlySet<int> Reported, IReadOnlySet<int> Elsewhere)
{
    public bool HasFigures(int indicator) => Reported.Contains(indicator);

    public bool IsElsewhere(int unit) => Elsewhere.Contains(unit);

    public static async Task<PlanUse> OfAsync(BotDb db, int planId)
    {
        var items = db.Set<WorkItem>().Where(item => item.PlanId == planId).Select(item => item.Id);
        var indicators = db.Set<Indicator>().Where(indicator => items.Contains(indicator.WorkItemId)).Select(indicator => indicator.Id);
        var reported = await db.Set<Figure>().Where(figure => indicators.Contains(figure.IndicatorId)).Select(figure => figure.IndicatorId).Distinct().ToListAsync();
        var elsewhere = await db.Set<Membership>().Select(membership => membership.UnitId)
            .Union(db.Set<GroupMember>().Select(member => member.UnitId))
            .Union(db.Set<Assignment>().Where(assignment => !items.Contains(assignment.WorkItemId)).Select(assignment => assignment.UnitId))
            .Union(db.Set<Report>().Select(report => report.UnitId)).ToListAsync();
        return new PlanUse(reported.ToHashSet(), elsewhere.ToHashSet());
    }
}
