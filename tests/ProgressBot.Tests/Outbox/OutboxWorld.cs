using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Tests.World;
using static Microsoft.Extensions.Options.Options;

namespace ProgressBot.Tests.Outbox;

/// <summary>A database, a clock that stands still, and as many senders on them as a test wants.</summary>
internal sealed class OutboxWorld : IAsyncDisposable
{
    readonly List<WriteQueue> _writes = [];
    readonly List<PreparedRows> _rows = [];

    public TestDatabase Database { get; } = new();
    public FakeClock Clock { get; } = FakeClock.At("2022-09-26 10:07");
    public OutboxOptions Options { get; } = new();

    public OutboxSender Sender(params IChannel[] channels)
    {
        var options = Create(Options);
        var limiter = new RateLimiter(options, Clock);
        var writes = Writes();
        var duties = Duties(writes, limiter);
        return new OutboxSender(
            Queue(writes, duties), new Courier(limiter, duties, options, Clock, NullLogger<Courier>.Instance), limiter, duties, new OutboxSignal(Clock), channels, options, Clock,
            NullLogger<OutboxSender>.Instance);
    }

    /// <summary>A queue with a writer of its own, as another process would have.</summary>
    public OutboxQueue Queue()
    {
        var writes = Writes();
        return Queue(writes, Duties(writes, new RateLimiter(Create(Options), Clock)));
    }

    /// <summary>The duties of another process.</summary>
    public Duties Duties() => Duties(Writes(), new RateLimiter(Create(Options), Clock));

    Duties Duties(WriteQueue writes, RateLimiter limiter) => new(writes, Database, limiter, Create(Options), Clock);

    OutboxQueue Queue(WriteQueue writes, Duties duties) => new(writes, new Store(writes, Rows(), new RowNumbering(), new RecordClock(), Clock), Database, duties, Create(Options), Clock, NullLogger<OutboxQueue>.Instance);

    PreparedRows Rows()
    {
        var rows = new PreparedRows();
        lock (_rows) _rows.Add(rows);
        return rows;
    }

    WriteQueue Writes()
    {
        var writes = new WriteQueue(Database, new RecordClock(), new RowNumbering());
        lock (_writes) _writes.Add(writes);
        return writes;
    }

    public void Write(string text, string to = "a", string channel = "webchat", OutboxKind kind = OutboxKind.Reply)
    {
        using var db = Database.CreateDbContext();
        db.Add(OutboxMessage.To(new Address(channel, to), new Outgoing(text), $"{to}/{text}", kind, Clock.GetUtcNow()));
        db.SaveChanges();
    }

    /// <summary>So many messages, each to an address of its own.</summary>
    public void WriteMany(int count)
    {
        using var db = Database.CreateDbContext();
        db.AddRange(Enumerable.Range(0, count).Select(number => OutboxMessage.To(new Address("webchat", $"address {number}"), new Outgoing("提醒"), $"many/{number}", OutboxKind.Reminder, Clock.GetUtcNow())));
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
        foreach (var rows in _rows) rows.Dispose();
        Database.Dispose();
    }
}
