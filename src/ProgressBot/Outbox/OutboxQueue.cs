using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage;

namespace ProgressBot.Outbox;

/// <summary>
/// The outbox as its senders see it: claim what is due, give back what could not be started, record what became of it. Any number of processes may do so on one
/// database; a message is claimed by one of them at a time, and messages to one address in the order of their ids.
/// </summary>
internal sealed class OutboxQueue(IDbContextFactory<BotDb> databases, IOptions<OutboxOptions> options, TimeProvider clock, ILogger<OutboxQueue> log)
{
    const int SaveAttempts = 60;
    static readonly TimeSpan BetweenSaves = TimeSpan.FromSeconds(1);

    /// <summary>Claims up to so many messages of a channel, in the order in which those to one address are to be sent.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string channel, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var wanted = await WantedAsync(db, channel, most, now, cancellationToken);
        if (wanted.Count == 0) return [];

        var claim = Guid.NewGuid();
        var ids = wanted.ConvertAll(message => message.Id);
        // another process may have taken some since; what it took is no longer due
        await db.Set<OutboxMessage>().Where(message => EF.Parameter(ids).Contains(message.Id) && message.NextAt <= now).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, OutboxState.Sending)
                .SetProperty(message => message.Claim, claim)
                .SetProperty(message => message.Attempts, message => message.Attempts + 1)
                .SetProperty(message => message.NextAt, now + options.Value.Lease),
            cancellationToken);
        var claimed = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => EF.Parameter(ids).Contains(message.Id) && message.Claim == claim).OrderBy(message => message.Id).ToListAsync(cancellationToken);
        return await InOrderAsync(db, wanted, claimed, cancellationToken);
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

    /// <summary>Writes down what became of claimed messages, all in one transaction. A message whose claim another sender has taken over meanwhile keeps what that one says.</summary>
    public async Task RecordAsync(IReadOnlyCollection<Outcome> outcomes, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.AttachRange(outcomes.Select(outcome => outcome.Message));
        foreach (var outcome in outcomes) outcome.Apply();
        await MarkDeadAsync(db, outcomes, cancellationToken);
        await SaveAsync(db, cancellationToken);
    }

    /// <summary>When the next message that is not due yet falls due; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await db.Set<OutboxMessage>().Where(message => message.NextAt > now).MinAsync(message => message.NextAt, cancellationToken);
    }

    /// <summary>The first message of each address, and, while there is room, those that follow it.</summary>
    async Task<List<Waiting>> WantedAsync(BotDb db, string channel, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
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

    /// <summary>Where the head of a run went to another process, the rest of the run has to wait for it.</summary>
    static async Task<IReadOnlyList<OutboxMessage>> InOrderAsync(
        BotDb db, List<Waiting> wanted, List<OutboxMessage> claimed, CancellationToken cancellationToken)
    {
        if (claimed.Count == wanted.Count) return claimed;
        var got = claimed.Select(message => message.Id).ToHashSet();
        var inOrder = wanted.GroupBy(message => message.AddressKey)
            .SelectMany(run => run.OrderBy(message => message.Id).TakeWhile(message => got.Contains(message.Id))).Select(message => message.Id).ToHashSet();
        var back = claimed.Where(message => !inOrder.Contains(message.Id)).ToList();
        db.AttachRange(back);
        foreach (var message in back) new Outcome.NotStarted(message, message.CreatedAt).Apply();
        await db.SaveChangesAsync(cancellationToken);
        return [.. claimed.Where(message => inOrder.Contains(message.Id))];
    }

    /// <summary>Saves as often as it takes: what was sent and is not recorded would be sent again.</summary>
    async Task SaveAsync(BotDb db, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException taken)
            {
                foreach (var entry in taken.Entries)
                {
                    log.LogWarning("Outbox message {Id} was taken over by another sender before its result could be recorded", (entry.Entity as OutboxMessage)?.Id);
                    entry.State = EntityState.Detached;
                }
            }
            catch (Exception failure) when (failure is DbUpdateException or DbException && attempt < SaveAttempts)
            {
                log.LogError(failure, "Results of the outbox could not be recorded yet");
                // another sender may have found the address dead at the same moment
                foreach (var twice in db.ChangeTracker.Entries<DeadAddress>().ToList()) twice.State = EntityState.Detached;
                await Task.Delay(BetweenSaves, clock, cancellationToken);
            }
    }

    static async Task MarkDeadAsync(BotDb db, IEnumerable<Outcome> outcomes, CancellationToken cancellationToken)
    {
        foreach (var dead in outcomes.OfType<Outcome.AddressDead>())
        {
            var (channel, key) = dead.Message.Address;
            if (await db.Set<DeadAddress>().FindAsync([channel, key], cancellationToken) is null)
                db.Add(new DeadAddress { Channel = channel, Key = key, Since = dead.At, Reason = dead.Reason, HttpStatus = dead.HttpStatus });
        }
    }

    sealed record Waiting(long Id, string AddressKey, DateTimeOffset NextAt);
}
