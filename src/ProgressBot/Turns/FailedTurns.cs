using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;
using ProgressBot.Storage.Loading;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>
/// A turn that fails has undone itself. The person is told so in words, once per message, and the channel learns of it, too, so that it can hand in the very same message again.
/// </summary>
sealed class FailedTurns(TurnRunner turns, WriteQueue writes, DialogLibrary dialogs, OutboxSignal outbox, TimeProvider clock, ILogger<FailedTurns> log)
{
    /// <summary>Runs a turn; throws what it throws.</summary>
    public async Task RunAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        try
        {
            await turns.RunAsync(incoming, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(failure, "Message {Id} on {Channel} could not be taken", incoming.MessageId, incoming.From.Channel);
            await ApologizeAsync(incoming);
            throw;
        }
    }

    async Task ApologizeAsync(Incoming incoming)
    {
        try
        {
            if (await writes.RunAsync(db => ApologizeAsync(db, incoming))) outbox.Wake();
        }
        catch (Exception failure)
        {
            // the disk is full, say: then the channel's own answer has to do
            log.LogError(failure, "Nothing could be said about message {Id} either", incoming.MessageId);
        }
    }

    async Task<bool> ApologizeAsync(BotDb db, Incoming incoming)
    {
        var key = $"failed:{incoming.From.Channel}:{incoming.MessageId}";
        if (await db.Set<OutboxMessage>().AnyAsync(message => message.Key == key)) return false;
        var locale = await db.PersonAt(incoming.From).Select(person => person.Locale).FirstOrDefaultAsync();
        var words = dialogs.Book.Wording(locale ?? incoming.Locale ?? DialogBook.DefaultLocale).Text("common.failed");
        db.Add(OutboxMessage.To(incoming.From, new Outgoing(words), key, OutboxKind.Reply, clock.GetUtcNow()));
        return true;
    }
}
