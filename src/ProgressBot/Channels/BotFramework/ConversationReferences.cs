using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// The stored conversation references. One is seen with every message and changes hardly ever, so the database is written only when something
/// other than the last activity changed, or once a day.
/// </summary>
internal sealed class ConversationReferences(IDbContextFactory<BotDb> databases, WriteQueue writes, TimeProvider time) : IDisposable
{
    const int Remembered = 20_000;

    readonly MemoryCache recent = new(new MemoryCacheOptions { SizeLimit = Remembered });

    /// <summary>Keeps the reference; one that was dead lives again, for somebody just spoke there.</summary>
    public async ValueTask RememberAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        var stored = AsStored(reference);
        if (recent.TryGetValue(reference.Key, out Entry? known) && known!.Stored == stored)
        {
            // texts that say the same are kept as they are: what is new and lives on costs the collector most
            known.Latest = known.Stored with { ActivityId = reference.ActivityId, CardId = reference.CardId, SeenAt = reference.SeenAt };
            return;
        }
        await StoreAsync(stored, cancellationToken);
        Keep(reference);
    }

    /// <summary>The reference of that key; null when nobody was ever heard there.</summary>
    public async ValueTask<ConversationReference?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (recent.TryGetValue(key, out Entry? known))
            return known!.Latest;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var stored = await db.Set<ConversationReference>().AsNoTracking().FirstOrDefaultAsync(reference => reference.Key == key, cancellationToken);
        return stored is null ? null : Keep(stored);
    }

    /// <summary>The tapped card has been answered; what follows stands for itself.</summary>
    public void ForgetCard(string key)
    {
        if (recent.TryGetValue(key, out Entry? known) && known!.Latest.CardId is not null) known.Latest = known.Latest with { CardId = null };
    }

    /// <summary>Nothing reaches the person there any more, until the person is heard again.</summary>
    public async Task BuryAsync(string key, CancellationToken cancellationToken)
    {
        await writes.RunAsync(db => db.Set<ConversationReference>().Where(reference => reference.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(reference => reference.DeadSince, time.GetUtcNow())), cancellationToken);
        recent.Remove(key);
    }

    public void Dispose() => recent.Dispose();

    static ConversationReference AsStored(ConversationReference reference) =>
        reference with { ActivityId = null, CardId = null, Heard = null, SeenAt = new DateTimeOffset(reference.SeenAt.UtcDateTime.Date, TimeSpan.Zero) };

    ConversationReference Keep(ConversationReference reference) =>
        recent.Set(reference.Key, new Entry(reference with { Heard = null }, AsStored(reference)), new MemoryCacheEntryOptions { Size = 1 }).Latest;

    Task<bool> StoreAsync(ConversationReference reference, CancellationToken cancellationToken) => writes.RunAsync(async db =>
    {
        var isKnown = await db.Set<ConversationReference>().AsNoTracking().AnyAsync(old => old.Key == reference.Key);
        db.Entry(reference with { DeadSince = null }).State = isKnown ? EntityState.Modified : EntityState.Added;
        return isKnown;
    }, cancellationToken);

    sealed class Entry(ConversationReference latest, ConversationReference stored)
    {
        public ConversationReference Latest { get; set; } = latest;
        public ConversationReference Stored { get; } = stored;
    }
}
