using Microsoft.EntityFrameworkCore;
using ProgressBot.Storage;

namespace ProgressBot.CrashTest;

/// <summary>Holds what the channel took against what the database says, and prints the counts.</summary>
static class Verdict
{
    /// <summary>How long before its process was killed a message can have been taken without that being on record.</summary>
    static readonly TimeSpan Window = TimeSpan.FromSeconds(4);

    /// <returns>Whether nothing was lost and nothing was sent twice without a reason.</returns>
    public static async Task<bool> PrintAsync(BotDb db, Evidence evidence)
    {
        var rows = await db.Set<OutboxMessage>().AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        var inbox = await db.Set<InboxRow>().AsNoTracking().Select(row => row.MessageId).ToListAsync();
        var taken = evidence.Channel.Accepted.ToLookup(acceptance => acceptance.Key);
        var byKey = rows.ToDictionary(row => row.Key);
        var reminders = rows.Where(row => row.Kind == OutboxKind.Reminder).ToList();
        var again = taken.Where(key => key.Count() > 1).ToList();

        Console.WriteLine($"took                                  {evidence.Took:hh\\:mm\\:ss}");
        Console.WriteLine($"processes killed (SIGKILL)            {evidence.Killed.Count}");
        var (refused, overRate) = (evidence.Channel.Rejected.Count, evidence.Channel.Rejected.Count(refusal => refusal.OverRate));
        Console.WriteLine($"channel: failed, left hanging         {evidence.Channel.Failed}, {evidence.Channel.Hung}");
        Console.WriteLine($"channel: answered 429, of these because the rate was exceeded {refused}, {overRate}");
        Console.WriteLine($"reminders due, written, taken         {evidence.Reminders}, {reminders.Count}, {reminders.Count(row => taken.Contains(row.Key))}");
        Console.WriteLine($"messages acknowledged to people       {evidence.Acknowledged.Count}");
        var explained = again.Count(key => IsExplained([.. key], byKey[key.Key], evidence));
        Console.WriteLine($"keys the channel took more than once  {again.Count}, of these by a kill or a missing answer: {explained}");
        foreach (var key in again.Where(key => !IsExplained([.. key], byKey[key.Key], evidence)))
            Console.WriteLine($"no reason: {key.Key} {string.Join(", ", key.Select(time => $"by {time.Worker} at {time.At}"))}");
        return new[]
        {
            Check("as many reminders as were due", reminders.Count == evidence.Reminders),
            Check("no person has two", reminders.DistinctBy(row => row.PersonId).Count() == reminders.Count),
            Check("every message was taken by the channel", rows.All(row => taken.Contains(row.Key))),
            Check("every message is on record as sent", rows.All(row => row.State == OutboxState.Sent)),
            Check("everything acknowledged is stored once", evidence.Acknowledged.Order().SequenceEqual(inbox.Order())),
            Check("everything acknowledged was answered", evidence.Acknowledged.All(id => byKey.ContainsKey($"{Cast.Channel}:{id}:0"))),
            Check("nothing was taken that is not on record", taken.All(key => byKey.ContainsKey(key.Key))),
            Check("nothing was taken twice without a reason", explained == again.Count),
            Check("the channel answered 429, and each was retried no sooner than it said", refused > 0 && evidence.Channel.Impatient == 0),
            Check("the rate of the channel was never exceeded by all processes together", overRate == 0),
            Check("each address got its messages in order", IsInOrder(rows, evidence.Channel.Accepted)),
            Check("database integrity", await IntegrityAsync(db) == "ok"),
        }.All(passed => passed);
    }

    static bool Check(string what, bool passed)
    {
        Console.WriteLine($"{(passed ? "ok  " : "FAIL")} {what}");
        return passed;
    }

    /// <summary>
    /// Each repetition needs its own reason: the sender was killed before it could write the answer down, or had got no answer in time. The latter the sender
    /// has on record where it was not the channel's doing but the machine's.
    /// </summary>
    static bool IsExplained(List<Acceptance> times, OutboxMessage row, Evidence evidence) => times.SkipLast(1).Count(time =>
        !time.LeftHanging && !(evidence.Killed.TryGetValue(time.Worker, out var killed) && killed - time.At < Window)) <= row.Unconfirmed;

    static bool IsInOrder(List<OutboxMessage> rows, IReadOnlyList<Acceptance> accepted)
    {
        var ids = rows.ToDictionary(row => row.Key, row => row.Id);
        return accepted.GroupBy(acceptance => acceptance.To).All(address =>
        {
            var firsts = address.Select(acceptance => ids[acceptance.Key]).Distinct().ToList();
            return firsts.SequenceEqual(firsts.Order());
        });
    }

    static async Task<string> IntegrityAsync(BotDb db) =>
        (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync())[0];
}
