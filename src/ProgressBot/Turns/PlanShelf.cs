using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>Active plans and units, kept in memory until somebody changes one, in this process or another: every change moves a stamp that each turn looks at.</summary>
sealed class PlanShelf
{
    volatile Shelf? _shelf;

    sealed record Shelf(long Stamp, PlanBook Book);

    public async Task<PlanBook> TakeAsync(BotDb db)
    {
        var stamp = await db.Set<Stamp>().AsNoTracking().Where(row => row.Name == Stamp.Plans).Select(row => row.Value).FirstOrDefaultAsync();
        if (_shelf is { } shelf && shelf.Stamp == stamp) return shelf.Book;
        var book = new PlanBook
        {
            Plans = await PlansAsync(db),
            Removed = await RemovedAsync(db),
            Units = await db.Set<Unit>().AsNoTracking().Include(unit => unit.Members).OrderBy(unit => unit.Id).ToListAsync(),
        };
        _shelf = new Shelf(stamp, book);
        return book;
    }

    /// <summary>To be called in the transaction that changes a plan or unit.</summary>
    public static async Task ChangedAsync(BotDb db)
    {
        var row = await db.Set<Stamp>().FindAsync(Stamp.Plans) ?? db.Add(new Stamp { Name = Stamp.Plans }).Entity;
        row.Value++;
    }

    static Task<List<Plan>> PlansAsync(BotDb db) => db.Set<Plan>().AsNoTracking().Followed().Where(plan => plan.State == PlanState.Active).OrderBy(plan => plan.Id).ToListAsync();

    static async Task<RemovedParts> RemovedAsync(BotDb db)
    {
        var items = await db.Set<WorkItem>().AsNoTracking().Where(item => item.RemovedAt != null).ToListAsync();
        var ids = items.Select(item => item.Id).ToList();
        return new RemovedParts(items, await db.Set<Indicator>().AsNoTracking().Where(indicator => indicator.RemovedAt != null || ids.Contains(indicator.WorkItemId)).ToListAsync());
    }
}

/// <summary>A counter that moves when something that is kept in memory changes.</summary>
sealed class Stamp
{
    public const string Plans = "plans";

    public required string Name { get; set; }
    public long Value { get; set; }
}
