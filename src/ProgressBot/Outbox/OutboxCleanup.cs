using Microsoft.EntityFrameworkCore;
using ProgressBot.Storage;

namespace ProgressBot.Outbox;

/// <summary>
/// Removes answers that left long ago, with what was taken in so long ago that nobody hands it in again; what they said is in the records they were about. Reminders,
/// nudges and digests stay: they prove who was told what when.
/// </summary>
internal sealed class OutboxCleanup(IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    const int Step = 1000;
    static readonly TimeSpan Keep = TimeSpan.FromDays(90);

    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var before = clock.GetUtcNow() - Keep;
        var old = db.Set<OutboxMessage>()
            .Where(message => message.Kind == OutboxKind.Reply && message.State == OutboxState.Sent && message.SentAt < before)
            .OrderBy(message => message.Id).Select(message => message.Id).Take(Step);
        return await db.Set<OutboxMessage>().Where(message => old.Contains(message.Id)).ExecuteDeleteAsync(cancellationToken)
            + await db.Database.ExecuteSqlAsync($"DELETE FROM Inbox WHERE (Channel, MessageId) IN (SELECT Channel, MessageId FROM Inbox WHERE At < {before.UtcTicks} LIMIT {Step})", cancellationToken) > 0;
    }
}
