using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>What came in since each plan's last digest.</summary>
static class DigestNews
{
    public static async Task<IReadOnlyDictionary<int, DigestFacts>> LoadAsync(BotDb db, Ledger ledger)
    {
        var sent = await db.Set<SentDigest>().AsNoTracking()
            .GroupBy(digest => digest.PlanId)
            .Select(group => new { Plan = group.Key, At = group.Max(digest => digest.At) })
            .ToDictionaryAsync(row => row.Plan, row => row.At);
        return ledger.Plans.ToDictionary(plan => plan.Id, plan => Since(ledger, plan.Id, sent.TryGetValue(plan.Id, out var at) ? at : null));
    }

    static DigestFacts Since(Ledger ledger, int planId, DateTimeOffset? since) => new(since,
    [
        .. from round in ledger.Rounds
           where round.PlanId == planId
           from report in round.Reports
           from version in report.Versions
           where since is null || version.At > since
           orderby version.At
           select (round, report, version),
    ]);
}
