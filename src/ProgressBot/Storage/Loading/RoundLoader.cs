using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;

namespace ProgressBot.Storage.Loading;

/// <summary>What must be known to open and close rounds, and to find out who is to be reminded of them.</summary>
static class RoundLoader
{
    /// <summary>The rounds that there have been, by their first day.</summary>
    public static async Task<IReadOnlySet<(int PlanId, DateOnly PeriodStart)>> BegunAsync(BotDb db) =>
        (await db.Set<Round>().Select(round => new { round.PlanId, round.PeriodStart }).ToListAsync()).Select(row => (row.PlanId, row.PeriodStart)).ToHashSet();

    /// <summary>With their extensions, without their reports.</summary>
    public static Task<List<Round>> OpenAsync(BotDb db) =>
        db.Set<Round>().AsNoTracking().Include(round => round.Extensions).Where(round => round.State == RoundState.Open).ToListAsync();

    /// <summary>The same facts with who is asked in the open rounds, who reports, and who is on the list already.</summary>
    public static async Task<EnlistmentFacts> LoadAsync(BotDb db, EnlistmentFacts facts) => facts with
    {
        Asked = await AskedAsync(db),
        Memberships = await db.Set<Membership>().AsNoTracking().ToListAsync(),
        Extensions = await db.Set<Extension>().AsNoTracking().Where(extension => extension.State == ExtensionState.Granted).ToListAsync(),
        OfRounds = await OfRoundsAsync(db),
        OfItems = (await db.Set<ItemReminder>().Select(row => new { row.WorkItemId, row.PersonId }).ToListAsync()).Select(row => (row.WorkItemId, row.PersonId)).ToHashSet(),
    };

    static async Task<IReadOnlyList<AskedUnit>> AskedAsync(BotDb db)
    {
        var asked = await (
            from round in db.Set<Round>()
            where round.State == RoundState.Open
            from report in db.Set<Report>().Where(report => report.RoundId == round.Id)
            select new { round.PlanId, round.Id, report.UnitId, report.State }).Distinct().ToListAsync();
        return [.. asked.Select(row => new AskedUnit(row.PlanId, row.Id, row.UnitId, row.State))];
    }

    static async Task<IReadOnlySet<(int, int)>> OfRoundsAsync(BotDb db)
    {
        var rows = await (
            from round in db.Set<Round>()
            where round.State == RoundState.Open
            from row in db.Set<RoundReminder>().Where(row => row.RoundId == round.Id)
            select new { row.RoundId, row.PersonId }).ToListAsync();
        return rows.Select(row => (row.RoundId, row.PersonId)).ToHashSet();
    }
}
