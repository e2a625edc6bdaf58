using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using ProgressBot.Storage;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// The stored conversation references. One is seen with every message and changes hardly ever, so the database is written only when something
/// other than the last activity changed, or once a day.
/// </summary>
internal sealed class ConversationReferences(IDbContextFactory<BotDb> databases, TimeProvider time) : IDisposable
{
    const int Remembered = 20_000;

    readonly MemoryCache recent = new(new MemoryCacheOptions { SizeLimit = Remembered });

    /// <summary>Keeps the reference; one that was dead lives again, for somebody just spoke there.</summary>
    public async ValueTask RememberAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        var isStored = recent.TryGetValue(reference.Key, out Entry? known) && known!.Stored == AsStored(reference);
        if (!isStored)
            await StoreAsync(AsStored(reference), cancellationToken);
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

    /// <summary>Nothing reaches the person there any more, until the person is heard again.</summary>
    public async Task BuryAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<ConversationReference>().Where(reference => reference.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(reference => reference.DeadSince, time.GetUtcNow()), cancellationToken);
        recent.Remove(key);
    }

    public void Dispose() => recent.Dispose();

    static ConversationReference AsStored(ConversationReference reference) =>
        reference with { ActivityId = null, SeenAt = new DateTimeOffset(reference.SeenAt.UtcDateTime.Date, TimeSpan.Zero) };

    ConversationReference Keep(ConversationReference reference) =>
        recent.Set(reference.Key, new Entry(reference, AsStored(reference)), new MemoryCacheEntryOptions { Size = 1 }).Latest;

    async Task StoreAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        if (await UpdateAsync(reference, cancellationToken))
            return;
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            db.Add(reference);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // the same person's two first messages at once: the other one was faster
            if (!await UpdateAsync(reference, cancellationToken))
                throw;
        }
    }

    async Task<bool> UpdateAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<ConversationReference>().Where(old => old.Key == reference.Key).ExecuteUpdateAsync(set => set
            .SetProperty(old => old.ServiceUrl, reference.ServiceUrl)
            .SetProperty(old => old.IsVerified, reference.IsVerified)
            .SetProperty(old => old.Conversation, reference.Conversation)
            .SetProperty(old => old.User, reference.User)
            .SetProperty(old => old.Bot, reference.Bot)
            .SetProperty(old => old.Locale, reference.Locale)
            .SetProperty(old => old.SeenAt, reference.SeenAt)
            .SetProperty(old => old.DeadSince, (DateTimeOffset?)null), cancellationToken) > 0;
    }

    sealed record Entry(ConversationReference Latest, ConversationReference Stored);
}
