using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;

namespace ProgressBot.Storage.Loading;

/// <summary>How plans are loaded.</summary>
static class PlanQueries
{
    /// <summary>With all that is followed; what was taken out of a plan in force is left out.</summary>
    public static IQueryable<Plan> Followed(this IQueryable<Plan> plans) => plans.AsSplitQuery()
        .Include(plan => plan.Items.Where(item => item.RemovedAt == null)).ThenInclude(item => item.Indicators.Where(indicator => indicator.RemovedAt == null))
        .ThenInclude(indicator => indicator.Stages)
        .Include(plan => plan.Items.Where(item => item.RemovedAt == null)).ThenInclude(item => item.Indicators.Where(indicator => indicator.RemovedAt == null))
        .ThenInclude(indicator => indicator.TargetChanges)
        .Include(plan => plan.Items.Where(item => item.RemovedAt == null)).ThenInclude(item => item.Milestones.Where(milestone => milestone.RemovedAt == null))
        .Include(plan => plan.Items.Where(item => item.RemovedAt == null)).ThenInclude(item => item.Requirements.Where(line => line.RemovedAt == null))
        .Include(plan => plan.Items.Where(item => item.RemovedAt == null)).ThenInclude(item => item.Assignments);
}
