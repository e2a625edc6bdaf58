using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.World.Pure;

/// <summary>What digests are made of, in a store in memory.</summary>
static class MemoryDigests
{
    /// <summary>What the next digest of each plan would be made of now.</summary>
    public static Dictionary<int, DigestFacts> ComingDigests(this MemoryStore store, Ledger ledger, DateTimeOffset now) =>
        ledger.Plans.ToDictionary(plan => plan.Id, plan => store.DigestOf(plan, store.ComingDigest(plan, now), now));

    /// <summary>What a digest of a plan is made of.</summary>
    public static DigestFacts DigestOf(this MemoryStore store, Plan plan, DigestOccasion occasion, DateTimeOffset now)
    {
        var sent = store.SentDigests.Where(digest => digest.PlanId == plan.Id).OrderByDescending(digest => digest.At).ToList();
        var since = DigestFacts.Beginning(plan, occasion, sent);
        var rounds = store.All.Rounds.Where(round => round.PlanId == plan.Id).ToList();
        var reports = from round in rounds
                      from report in round.Reports
                      where report.Versions.Any(version => version.At > since || version.ReviewedAt > since)
                      select (round, report);
        return new DigestFacts(occasion, since, [.. reports]) { RoundId = DigestFacts.RoundAt(rounds, now), Sent = sent };
    }

    static DigestOccasion ComingDigest(this MemoryStore store, Plan plan, DateTimeOffset now)
    {
        var calendar = plan.Schedule.CalendarIn(MemoryFacts.Calendar);
        return plan.Digests(DigestSchedule.Default).Preview(now, calendar, store.DigestMarks.GetValueOrDefault(plan.Id)?.Handled);
    }
}
