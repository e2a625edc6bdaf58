using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>What digests are made of: what has come in since the last ones left, rounds that have closed meanwhile included.</summary>
static class DigestLoader
{
    /// <summary>Digests looked back at for how long a light has been red.</summary>
    const int LookedBack = 10;

    public static async Task<IReadOnlyDictionary<int, DigestMark>> MarksAsync(BotDb db) => await db.Set<DigestMark>().AsNoTracking().ToDictionaryAsync(mark => mark.PlanId);

    /// <summary>What the given digests would be made of now, by plan.</summary>
    public static async Task<IReadOnlyDictionary<int, DigestFacts>> LoadAsync(BotDb db, IEnumerable<(Plan Plan, DigestOccasion Occasion)> digests)
    {
        var facts = new Dictionary<int, DigestFacts>();
        foreach (var (plan, occasion) in digests) facts[plan.Id] = await LoadAsync(db, plan, occasion);
        return facts;
    }

    static async Task<DigestFacts> LoadAsync(BotDb db, Plan plan, DigestOccasion occasion)
    {
        var sent = db.Set<SentDigest>().AsNoTracking().Where(digest => digest.PlanId == plan.Id);
        var since = await sent.Where(digest => digest.Kind >= occasion.Kind).MaxAsync(digest => (DateTimeOffset?)digest.At) ?? DigestFacts.Beginning(plan, occasion, await sent.AnyAsync());
        var red = await sent.OrderByDescending(digest => digest.At).Take(LookedBack).Select(digest => digest.Red).ToListAsync();
        return new DigestFacts(occasion, since, await ReportsAsync(db, plan.Id, since), DigestFacts.RedRuns(red));
    }

    static async Task<IReadOnlyList<(Round, Report)>> ReportsAsync(BotDb db, int planId, DateTimeOffset since)
    {
        var rounds = await db.Set<Round>().AsNoTracking().Include(round => round.Extensions)
            .Where(round => round.PlanId == planId && (round.State == RoundState.Open || round.State == RoundState.Paused || round.LocksAt > since || round.Extensions.Any(extension => extension.LocksAt > since)))
            .ToDictionaryAsync(round => round.Id);
        var ids = rounds.Keys.ToList();
        var reports = await db.Set<Report>().AsNoTracking().AsSplitQuery().Include(report => report.Versions).ThenInclude(version => version.Figures)
            .Where(report => ids.Contains(report.RoundId) && report.Versions.Any(version => version.At > since || version.ReviewedAt > since))
            .OrderBy(report => report.Id).ToListAsync();
        return [.. reports.Select(report => (rounds[report.RoundId], report))];
    }
}
