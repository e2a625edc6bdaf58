using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.Outbox;

/// <summary>
/// A channel with rates is served by one process at a time, so that one limiter counts for all: who is on duty sends, the others remind and answer all the same, and take over when
/// the duty was not renewed in time. What was sent before goes on counting.
/// </summary>
internal sealed class Duties(WriteQueue writes, IDbContextFactory<BotDb> databases, RateLimiter limiter, IOptions<OutboxOptions> options, TimeProvider clock)
{
    /// <summary>The latest messages of the outbox, among which those are looked for that still count.</summary>
    const int Recalled = 50_000;

    readonly Guid _me = Guid.NewGuid();
    readonly ConcurrentDictionary<string, DateTimeOffset> _until = new();

    /// <summary>Whether this process may begin to send on a channel at this moment.</summary>
    public bool IsOn(string channel) => !limiter.IsLimited(channel) || clock.GetUtcNow() < _until.GetValueOrDefault(channel);

    /// <summary>Takes a channel's duty, or renews it when half of it is over. False while another process has it.</summary>
    public async Task<bool> TakeAsync(string channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!limiter.IsLimited(channel) || now + options.Value.Duty / 2 < _until.GetValueOrDefault(channel)) return true;
        if (await IsSomebodyElsesAsync(channel, now, cancellationToken)) return false;
        if (await writes.RunAsync(db => TakeAsync(db, channel), cancellationToken) is not { } until) return false;
        _until[channel] = until;
        return true;
    }

    /// <summary>Leaves all duties to whoever comes next.</summary>
    public async Task LeaveAsync()
    {
        if (_until.IsEmpty) return;
        _until.Clear();
        var now = clock.GetUtcNow();
        await writes.RunAsync(db => db.Set<SenderDuty>().Where(duty => duty.Owner == _me).ExecuteUpdateAsync(set => set.SetProperty(duty => duty.Until, now)));
    }

    // most askers are refused; they need not stand in the line of writers for that
    async Task<bool> IsSomebodyElsesAsync(string channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<SenderDuty>().AnyAsync(duty => duty.Channel == channel && duty.Owner != _me && duty.Until > now, cancellationToken);
    }

    /// <summary>Until when it is ours; null where another process was faster.</summary>
    async Task<DateTimeOffset?> TakeAsync(BotDb db, string channel)
    {
        var now = clock.GetUtcNow();
        var until = now + options.Value.Duty;
        var before = await db.Set<SenderDuty>().AsNoTracking().Where(duty => duty.Channel == channel).Select(duty => (Guid?)duty.Owner).FirstOrDefaultAsync();
        if (before is null) db.Add(new SenderDuty { Channel = channel, Owner = _me, Until = until });
        else if (await db.Set<SenderDuty>().Where(duty => duty.Channel == channel && (duty.Owner == _me || duty.Until <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(duty => duty.Owner, _me).SetProperty(duty => duty.Until, until)) == 0) return null;
        if (before != _me) await RecallAsync(db, channel, now);
        return until;
    }

    // what was handed over and whose end nobody wrote down may have arrived this very moment
    async Task RecallAsync(BotDb db, string channel, DateTimeOffset now)
    {
        var since = now - limiter.Longest(channel);
        var last = await db.Set<OutboxMessage>().MaxAsync(message => (long?)message.Id) ?? 0;
        var sent = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.Id > last - Recalled && message.Channel == channel && (message.SentAt > since || (message.NextAt != null && message.Attempts > 0)))
            .Select(message => new { message.AddressKey, message.SentAt }).ToListAsync();
        limiter.Recall(channel, [.. sent.Select(message => (new Address(channel, message.AddressKey), message.SentAt ?? now))]);
    }
}
