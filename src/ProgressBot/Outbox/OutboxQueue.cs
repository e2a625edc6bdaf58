using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.Outbox;

/// <summary>
/// The outbox as its senders see it: claim what is due, give back what could not be started, record what became of it. Any number of processes may do so on one
/// database; a message is claimed by one of them at a time, and messages to one address in the order of their ids.
/// </summary>
internal sealed class OutboxQueue(
    WriteQueue writes, Store store, IDbContextFactory<BotDb> databases, Duties duties, IOptions<OutboxOptions> options, TimeProvider clock, ILogger<OutboxQueue> log)
{
    const int RecordAttempts = 60;
    static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>Claims up to so many messages of a channel, in the order in which those to one address are to be sent; none while another process has the duty of it.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string channel, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var wanted = await WantedAsync(channel, most, now, cancellationToken);
        return wanted.Count == 0 || !await duties.TakeAsync(channel, cancellationToken) ? [] : await writes.RunAsync(db => TakeAsync(db, wanted), cancellationToken);
    }

    /// <summary>Which of these addresses are dead.</summary>
    public async Task<IReadOnlySet<Address>> DeadAmongAsync(string channel, IEnumerable<Address> addresses, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Set<DeadAddress>().AnyAsync(cancellationToken)) return new HashSet<Address>();
        var keys = addresses.Select(address => address.Key).ToList();
        var dead = await db.Set<DeadAddress>().Where(address => address.Channel == channel && EF.Parameter(keys).Contains(address.Key))
            .Select(address => address.Key).ToListAsync(cancellationToken);
        return dead.Select(key => new Address(channel, key)).ToHashSet();
    }

    /// <summary>
    /// Writes down what became of claimed messages, in one transaction, as often as it takes: what was sent and is not recorded would be sent again. A message
    /// whose claim another sender has taken over meanwhile keeps what that one says.
    /// </summary>
    public async Task RecordAsync(IReadOnlyCollection<Outcome> outcomes)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await store.RunAsync(unit => RecordAsync(unit, outcomes));
                return;
            }
            catch (Exception failure) when (failure is DbUpdateException or DbException && attempt < RecordAttempts)
            {
                log.LogError(failure, "Results of the outbox could not be recorded yet");
                // by the real clock: what has been sent must get on record also where the bot's own clock stands still
                await Task.Delay(BetweenAttempts, TimeProvider.System);
            }
    }

    /// <summary>When the first message falls due that was not due at some time; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<OutboxMessage>().Where(message => message.NextAt > after).MinAsync(message => message.NextAt, cancellationToken);
    }

    /// <summary>The first message of each address, and, while there is room, those that follow it.</summary>
    async Task<List<Waiting>> WantedAsync(string channel, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var open = db.Set<OutboxMessage>().Where(message => message.Channel == channel && message.NextAt != null);
        var heads = await open
            .Where(message => message.NextAt <= now && !open.Any(earlier => earlier.AddressKey == message.AddressKey && earlier.Id < message.Id))
            .OrderBy(message => message.Kind).ThenBy(message => message.NextAt).ThenBy(message => message.Id)
            .Select(message => new Waiting(message.Id, message.AddressKey, message.NextAt!.Value))
            .Take(most).ToListAsync(cancellationToken);
        if (heads.Count == 0 || heads.Count == most) return heads;

        var keys = heads.ConvertAll(head => head.AddressKey);
        var all = await open.Where(message => EF.Parameter(keys).Contains(message.AddressKey)).OrderBy(message => message.Id)
            .Select(message => new Waiting(message.Id, message.AddressKey, message.NextAt!.Value))
            .Take(most).ToListAsync(cancellationToken);
        return [.. all.GroupBy(message => message.AddressKey).SelectMany(run => run.TakeWhile(message => message.NextAt <= now).Take(options.Value.Run))];
    }

    async Task<IReadOnlyList<OutboxMessage>> TakeAsync(BotDb db, List<Waiting> wanted)
    {
        // the claim counts from here, however long the line of writers was
        var now = clock.GetUtcNow();
        var claim = Guid.NewGuid();
        var ids = wanted.ConvertAll(message => message.Id);
        // another process may have taken some since; what it took is no longer due
        await db.Set<OutboxMessage>().Where(message => EF.Parameter(ids).Contains(message.Id) && message.NextAt <= now).ExecuteUpdateAsync(set => set
            .SetProperty(message => message.State, OutboxState.Sending)
            .SetProperty(message => message.Claim, claim)
            .SetProperty(message => message.Attempts, message => message.Attempts + 1)
            .SetProperty(message => message.NextAt, now + options.Value.Lease));
        var claimed = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => EF.Parameter(ids).Contains(message.Id) && message.Claim == claim).OrderBy(message => message.Id).ToListAsync();
        if (claimed.Count == wanted.Count) return claimed;

        var inOrder = InOrder(wanted, claimed);
        Write(db, claimed.Where(message => !inOrder.Contains(message.Id)).Select(message => new Outcome.NotStarted(message, now)));
        return [.. claimed.Where(message => inOrder.Contains(message.Id))];
    }

    /// <summary>Where the head of a run went to another process, the rest of the run has to wait for it.</summary>
    static HashSet<long> InOrder(List<Waiting> wanted, List<OutboxMessage> claimed)
    {
        var got = claimed.Select(message => message.Id).ToHashSet();
        return
        [
            .. wanted.GroupBy(message => message.AddressKey)
                .SelectMany(run => run.OrderBy(message => message.Id).Select(message => message.Id).TakeWhile(got.Contains)),
        ];
    }

    async Task<bool> RecordAsync(UnitOfWork unit, IReadOnlyCollection<Outcome> outcomes)
    {
        var db = unit.Db;
        // of a message that was claimed again after a long stall only the last claim counts
        Write(db, outcomes.GroupBy(outcome => outcome.Message.Id).Select(message => message.Last()));
        await MarkDeadAsync(unit, outcomes);
        while (true)
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateConcurrencyException taken)
            {
                foreach (var entry in taken.Entries)
                {
                    log.LogWarning("Outbox message {Id} was claimed by another sender before its result was on record", (entry.Entity as OutboxMessage)?.Id);
                    entry.State = EntityState.Detached;
                }
            }
    }

    static void Write(BotDb db, IEnumerable<Outcome> outcomes)
    {
        foreach (var outcome in outcomes) outcome.ApplyTo(db.Attach(outcome.Message.Copied()).Entity);
    }

    static async Task MarkDeadAsync(UnitOfWork unit, IEnumerable<Outcome> outcomes)
    {
        foreach (var dead in outcomes.OfType<Outcome.AddressDead>())
        {
            var (channel, key) = dead.Message.Address;
            unit.Save(RowChange.Ensure(new DeadAddress { Channel = channel, Key = key, Since = dead.At, Reason = dead.Reason, HttpStatus = dead.HttpStatus }));
            if (await unit.Db.Set<PersonAddress>().AsNoTracking().FirstOrDefaultAsync(address => address.Channel == channel && address.Key == key) is { } known)
                unit.Save(RowChange.Change(known with { DeadSince = dead.At }));
        }
    }

    sealed record Waiting(long Id, string AddressKey, DateTimeOffset NextAt);
}
