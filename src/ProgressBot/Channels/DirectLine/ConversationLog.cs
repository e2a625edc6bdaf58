using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Channels.Activities;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.Channels.DirectLine;

/// <summary>An activity as it stands in the log. <paramref name="Repeated"/>: it stood there already.</summary>
internal sealed record Logged(string ActivityId, long Number, DateTimeOffset At, bool Repeated);

/// <summary>
/// What was said in the web chat's conversations: durable, numbered without gaps, told to whoever listens in the order of the numbers. Watermarks are these
/// numbers.
/// </summary>
internal sealed class ConversationLog(IDbContextFactory<BotDb> databases, WriteQueue writes, LiveStreams streams, TimeProvider clock)
{
    const int Stripes = 64;

    // one writer per conversation at a time: numbers, times and what listeners see then agree
    readonly SemaphoreSlim[] writers = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Adds an activity; the log gives it id, conversation and time. The same mark twice is one activity.</summary>
    /// <param name="once">The sender's mark, null when there is none.</param>
    public async Task<Logged> AppendAsync(string conversationId, Activity activity, string? once, CancellationToken cancellationToken)
    {
        var writer = writers[(uint)conversationId.GetHashCode(StringComparison.Ordinal) % Stripes];
        await writer.WaitAsync(cancellationToken);
        try
        {
            var (logged, json) = await writes.RunAsync(db => WriteAsync(db, conversationId, activity, once), cancellationToken);
            if (!logged.Repeated) streams.Publish(conversationId, new LiveActivity(logged.Number, json));
            return logged;
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Shows an activity to whoever listens now and keeps nothing.</summary>
    public void Pass(string conversationId, Activity activity) =>
        streams.Publish(conversationId, new LiveActivity(0, ActivityJson.Write(activity)));

    /// <summary>The activities after a watermark, oldest first, at most <paramref name="count"/>.</summary>
    public async Task<IReadOnlyList<LiveActivity>> ReadAsync(string conversationId, long after, int count, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<DirectLineActivity>()
            .Where(row => row.ConversationId == conversationId && row.Number > after)
            .OrderBy(row => row.Number)
            .Take(count)
            .Select(row => new LiveActivity(row.Number, row.Json))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The number of the latest activity; 0 when there is none.</summary>
    public async Task<long> LastAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<DirectLineActivity>().Where(row => row.ConversationId == conversationId).MaxAsync(row => (long?)row.Number, cancellationToken) ?? 0;
    }

    async Task<(Logged Logged, string Json)> WriteAsync(BotDb db, string conversationId, Activity activity, string? once)
    {
        var rows = db.Set<DirectLineActivity>().AsNoTracking().Where(row => row.ConversationId == conversationId);
        if (once is not null && await rows.FirstOrDefaultAsync(row => row.Once == once) is { } earlier)
            return (new Logged(ActivityId(conversationId, earlier.Number), earlier.Number, earlier.At, Repeated: true), earlier.Json);
        var last = await rows.OrderByDescending(row => row.Number).Select(row => new { row.Number, row.At }).FirstOrDefaultAsync();
        var number = (last?.Number ?? 0) + 1;
        var at = Later(clock.GetUtcNow(), last?.At);
        var id = ActivityId(conversationId, number);
        var json = ActivityJson.Write(activity with { Id = id, Timestamp = at, Conversation = new ConversationAccount { Id = conversationId } });
        db.Add(new DirectLineActivity { ConversationId = conversationId, Number = number, Once = once, At = at, Json = json });
        return (new Logged(id, number, at, Repeated: false), json);
    }

    // timestamps travel in whole milliseconds
    static DateTimeOffset Later(DateTimeOffset now, DateTimeOffset? last) =>
        last is { } earlier && now < earlier.AddMilliseconds(1) ? earlier.AddMilliseconds(1) : now;

    static string ActivityId(string conversationId, long number) => string.Create(CultureInfo.InvariantCulture, $"{conversationId}|{number:D7}");
}
