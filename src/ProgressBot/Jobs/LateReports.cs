using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Jobs;

/// <summary>What other units owe of the items that some people answer for: the one thing a sweep reads beyond these people's own units.</summary>
static class LateReports
{
    /// <summary>By round, the reports that <see cref="LatePart.For"/> needs.</summary>
    /// <param name="ledger">With the records of these people's units.</param>
    /// <param name="rounds">The rounds that are copied now.</param>
    public static async Task<ILookup<int, Report>> LoadAsync(BotDb db, Ledger ledger, IReadOnlyCollection<int> rounds)
    {
        var own = ledger.Rounds.Where(round => rounds.Contains(round.Id)).SelectMany(round => round.Reports).ToList();
        var led = own.Where(report => report.Role == UnitRole.Lead).Select(report => report.WorkItemId).Distinct().ToList();
        var charged = ledger.People.SelectMany(person => person.Memberships).Where(membership => membership.InCharge).Select(membership => membership.UnitId).ToHashSet();
        var items = own.Where(report => charged.Contains(report.UnitId)).Select(report => report.WorkItemId).Concat(led).Distinct().ToList();
        if (items.Count == 0) return own.ToLookup(report => report.RoundId);
        var others = await db.Set<Report>().AsNoTracking()
            .Where(report => rounds.Contains(report.RoundId) && items.Contains(report.WorkItemId))
            .Where(report => report.Role == UnitRole.Lead || (led.Contains(report.WorkItemId) && (report.State == ReportState.Draft || report.State == ReportState.Returned)))
            .ToListAsync();
        return own.Concat(others).DistinctBy(report => report.Id).ToLookup(report => report.RoundId);
    }
}
