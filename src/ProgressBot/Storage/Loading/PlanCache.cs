using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Storage.Loading;

/// <summary>Active plans and units, kept in memory until somebody changes one, in this process or another: every change moves a stamp that each turn looks at.</summary>
sealed class PlanCache
{
    volatile Cached? _cached;

    sealed record Cached(long Stamp, PlanBook Book);

    public async Task<PlanBook> TakeAsync(BotDb db)
    {
        var stamp = await db.Set<Stamp>().AsNoTracking().Where(row => row.Name == Stamp.Plans).Select(row => row.Value).FirstOrDefaultAsync();
        if (_cached is { } cached && cached.Stamp == stamp) return cached.Book;
        var book = new PlanBook
        {
            Plans = await db.Set<Plan>().AsNoTracking().Followed().Where(plan => plan.State == PlanState.Active).OrderBy(plan => plan.Id).ToListAsync(),
            Removed = await RemovedAsync(db),
            Units = await db.Set<Unit>().AsNoTracking().Include(unit => unit.Members).OrderBy(unit => unit.Id).ToListAsync(),
        };
        _cached = new Cached(stamp, book);
        return book;
    }

    static async Task<RemovedParts> RemovedAsync(BotDb db)
    {
        var items = await db.Set<WorkItem>().AsNoTracking().Include(item => item.Milestones).Where(item => item.RemovedAt != null).ToListAsync();
        var ids = items.Select(item => item.Id).ToList();
        return new RemovedParts(items, await db.Set<Indicator>().AsNoTracking().Where(indicator => indicator.RemovedAt != null || ids.Contains(indicator.WorkItemId)).ToListAsync());
    }
}
