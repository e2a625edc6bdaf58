using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs.Digests;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Storage.Loading;

/// <summary>What digests are made of: what has come in since the last ones left, rounds that have closed meanwhile included.</summary>
static class DigestLoader
{
    public static async Task<IReadOnlyDictionary<int, DigestMark>> MarksAsync(BotDb db) => await db.Set<DigestMark>().AsNoTracking().ToDictionaryAsync(mark => mark.PlanId);

    /// <summary>What the given digests would be made of now, by plan.</summary>
    public static async Task<IReadOnlyDictionary<int, DigestFacts>> LoadAsync(BotDb db, IEnumerable<DueDigest> digests, DateTimeOffset now)
    {
        var facts = new Dictionary<int, DigestFacts>();
        foreach (var digest in digests) facts[digest.Plan.Id] = await LoadAsync(db, digest, now);
        return facts;
    }

    /// <summary>When people were reminded last, of those who were since an instant.</summary>
    public static async Task<IReadOnlyDictionary<int, DateOnly>> RemindedAsync(BotDb db, DateTimeOffset since, TimeZoneInfo zone) => await db.Set<ReminderRecord>()
        .Where(record => record.At >= since && record.Outcome == ReminderOutcome.Sent)
        .GroupBy(record => record.PersonId).Select(group => new { Person = group.Key, At = group.Max(record => record.At) })
        .ToDictionaryAsync(row => row.Person, row => zone.Today(row.At));

    static async Task<DigestFacts> LoadAsync(BotDb db, DueDigest digest, DateTimeOffset now)
    {
        var plan = digest.Plan;
        var sent = await db.Set<SentDigest>().AsNoTracking().Where(other => other.PlanId == plan.Id).OrderByDescending(other => other.At).ToListAsync();
        var rounds = await db.Set<Round>().AsNoTracking().Include(round => round.Extensions).Where(round => round.PlanId == plan.Id).ToListAsync();
        var since = DigestFacts.Beginning(plan, digest.Occasion, sent);
        return new DigestFacts(digest.Occasion, since, await ReportsAsync(db, rounds, since)) { RoundId = DigestFacts.RoundAt(rounds, now), Sent = sent };
    }

    static async Task<IReadOnlyList<(Round, Report)>> ReportsAsync(BotDb db, IReadOnlyList<Round> rounds, DateTimeOffset since)
    {
        var known = rounds.ToDictionary(round => round.Id);
        var ids = known.Keys.ToList();
        var touched = db.Set<ReportVersion>().Where(version => version.At > since || version.ReviewedAt > since).Select(version => version.ReportId);
        var reports = await db.Set<Report>().AsNoTracking().AsSplitQuery()
            .Include(report => report.Versions.OrderBy(version => version.Number)).ThenInclude(version => version.Figures)
            .Include(report => report.Versions.OrderBy(version => version.Number)).ThenInclude(version => version.States)
            .Include(report => report.Versions.OrderBy(version => version.Number)).ThenInclude(version => version.Statements)
            .Where(report => touched.Contains(report.Id) && ids.Contains(report.RoundId))
            .OrderBy(report => report.Id).ToListAsync();
        return [.. reports.Select(report => (known[report.RoundId], report))];
    }
}
