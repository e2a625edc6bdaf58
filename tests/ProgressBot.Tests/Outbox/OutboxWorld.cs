using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Tests.World;
using static Microsoft.Extensions.Options.Options;

namespace ProgressBot.Tests.Outbox;

/// <summary>A database, a clock that stands still, and as many senders on them as a test wants.</summary>
internal sealed class OutboxWorld : IAsyncDisposable
{
    readonly List<WriteQueue> _writes = [];

    public TestDatabase Database { get; } = new();
    public FakeClock Clock { get; } = FakeClock.At("2022-09-26 10:07");
    public OutboxOptions Options { get; } = new();

    public OutboxSender Sender(params IChannel[] channels)
    {
        var options = Create(Options);
        var limiter = new RateLimiter(options, Clock);
        return new OutboxSender(
            Queue(), new Courier(limiter, options, Clock, NullLogger<Courier>.Instance), limiter, new OutboxSignal(Clock), channels, options, Clock,
            NullLogger<OutboxSender>.Instance);
    }

    /// <summary>A queue with a writer of its own, as another process would have.</summary>
    public OutboxQueue Queue()
    {
        var writes = new WriteQueue(Database, new RecordClock());
        lock (_writes) _writes.Add(writes);
        return new OutboxQueue(writes, Database, Create(Options), Clock, NullLogger<OutboxQueue>.Instance);
    }

    public void Write(string text, string to = "a", string channel = "webchat", OutboxKind kind = OutboxKind.Reply)
    {
        using var db = Database.CreateDbContext();
        db.Add(OutboxMessage.To(new Address(channel, to), new Outgoing(text), $"{to}/{text}", kind, Clock.GetUtcNow()));
        db.SaveChanges();
    }

    public OutboxMessage Row(string text)
    {
        using var db = Database.CreateDbContext();
        return db.Set<OutboxMessage>().AsNoTracking().Single(message => message.Key.EndsWith("/" + text));
    }

    public List<T> All<T>() where T : class
    {
        using var db = Database.CreateDbContext();
        return [.. db.Set<T>().AsNoTracking()];
    }

    /// <summary>Steps until there is nothing left to do at this time.</summary>
    public static async Task Drain(OutboxSender sender)
    {
        while (await sender.SendOnceAsync())
            continue;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writes in _writes) await writes.DisposeAsync();
        Database.Dispose();
    }
}
