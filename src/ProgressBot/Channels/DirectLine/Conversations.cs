using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Storage;

namespace ProgressBot.Channels.DirectLine;

/// <summary>The conversations there are. One that our own page opens belongs to one user and is found again; a trusted site opens a new one each time.</summary>
internal sealed class Conversations(IDbContextFactory<BotDb> databases, TimeProvider clock) : IDisposable
{
    readonly SemaphoreSlim opening = new(1, 1);

    /// <summary>A new conversation id.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The one conversation of a user of our own page; begun when there is none yet.</summary>
    public async Task<string> OfUserAsync(string userId, CancellationToken cancellationToken)
    {
        await opening.WaitAsync(cancellationToken);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var id = await db.Set<DirectLineConversation>().Where(row => row.UserId == userId && !row.BySecret)
                .Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
            return id ?? await BeginAsync(db, NewId(), userId, bySecret: false, cancellationToken);
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Begins the conversation a token stands for; false when it had been begun before.</summary>
    public async Task<bool> StartAsync(Grant grant, CancellationToken cancellationToken)
    {
        await opening.WaitAsync(cancellationToken);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (await db.Set<DirectLineConversation>().AnyAsync(row => row.Id == grant.ConversationId, cancellationToken))
                return false;
            await BeginAsync(db, grant.ConversationId, grant.UserId, grant.BySecret, cancellationToken);
            return true;
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Null when there is none of that id.</summary>
    public async Task<DirectLineConversation?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<DirectLineConversation>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
    }

    public void Dispose() => opening.Dispose();

    async Task<string> BeginAsync(BotDb db, string id, string? userId, bool bySecret, CancellationToken cancellationToken)
    {
        db.Add(new DirectLineConversation { Id = id, UserId = userId, BySecret = bySecret, StartedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }
}
