using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Channels;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Outbox;
using ProgressBot.Plans;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>
/// Takes one message through the bot: turns run one after the other, the same message id twice is ignored, and one transaction holds everything
/// the turn changed together with the answers, which leave through the outbox.
/// </summary>
sealed class TurnRunner(
    WriteQueue writes, PlanFiles files, FactsLoader facts, DialogLibrary dialogs, OutboxSignal outbox, ReplyBuffers waiting, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>Runs one turn. When it returns, what was said is stored; the answers are on their way.</summary>
    public async Task<TurnOutcome> RunAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var awaited = new List<Outgoing>();
        var read = await files.ReadAsync(incoming, cancellationToken);
        var outcome = await writes.RunAsync(db => TakeAsync(db, incoming, read, awaited), cancellationToken);
        waiting.Fill(incoming.From, awaited);
        if (outcome == TurnOutcome.Done) outbox.Wake();
        return outcome;
    }

    async Task<TurnOutcome> TakeAsync(BotDb db, Incoming incoming, IReadOnlyList<PlanFile> read, List<Outgoing> awaited)
    {
        if (await db.Set<InboxRow>().AnyAsync(row => row.Channel == incoming.From.Channel && row.MessageId == incoming.MessageId)) return TurnOutcome.Repeated;
        db.Add(new InboxRow { Channel = incoming.From.Channel, MessageId = incoming.MessageId, At = clock.GetUtcNow() });

        var known = await facts.LoadAsync(db, incoming, read);
        var scope = new TurnScope(db, incoming, known, options.Value);
        var session = await SessionAsync(db, SessionKey(scope));
        var result = dialogs.Engine.Advance(Session.FromJson(session?.Json), incoming, known);
        foreach (var happened in result.Events) await EventHandlers.WriteAsync(scope, happened);
        Keep(scope, session, result.Session);
        Send(scope, result, Await(incoming, result, awaited));
        return TurnOutcome.Done;
    }

    static string SessionKey(TurnScope scope) => scope.Person is { } person
        ? "person:" + person.Id.ToString(CultureInfo.InvariantCulture)
        : scope.Incoming.From.ToString();

    static async Task<SessionRow?> SessionAsync(BotDb db, string key) => await db.Set<SessionRow>().FindAsync(key);

    void Keep(TurnScope scope, SessionRow? row, Session session)
    {
        row ??= scope.Db.Add(new SessionRow { Key = SessionKey(scope), Json = "" }).Entity;
        row.Json = session.ToJson();
        row.Revision++;
        row.ChangedAt = clock.GetUtcNow();
    }

    /// <summary>Somebody may be waiting for the replies: those go there at once, and the outbox only keeps the record.</summary>
    int Await(Incoming incoming, TurnResult result, List<Outgoing> awaited)
    {
        var count = waiting.Reserve(incoming.From, result.Replies.Count);
        awaited.AddRange(result.Replies.Take(count));
        return count;
    }

    static void Send(TurnScope scope, TurnResult result, int awaited)
    {
        var turn = $"{scope.Incoming.From.Channel}:{scope.Incoming.MessageId}";
        foreach (var (reply, index) in result.Replies.Select((reply, index) => (reply, index)))
        {
            var message = OutboxMessage.To(scope.Incoming.From, reply, $"{turn}:{index}", OutboxKind.Reply, scope.Now);
            if (index < awaited) (message.State, message.NextAt, message.SentAt) = (OutboxState.Sent, null, scope.Now);
            scope.Db.Add(message);
        }
        foreach (var (notice, index) in result.Notices.Select((notice, index) => (notice, index)))
            if (scope.Facts.PersonWith(notice.PersonId) is { } person && Addressing.Of(person) is { } address)
                scope.Db.Add(WithPerson(OutboxMessage.To(address, notice.Message, $"{turn}:to:{notice.PersonId}:{index}", OutboxKind.Nudge, scope.Now), person));
    }

    static OutboxMessage WithPerson(OutboxMessage message, Person person)
    {
        message.PersonId = person.Id;
        return message;
    }
}

/// <summary>What became of a message.</summary>
public enum TurnOutcome
{
    /// <summary>Understood or not, it was answered.</summary>
    Done,

    /// <summary>This message id had been seen before; nothing was done.</summary>
    Repeated,
}

/// <summary>Where a person is written to: where the person wrote from last, unless the channel refuses it.</summary>
static class Addressing
{
    public static Address? Of(Person person) => person.Addresses
        .Where(address => address.DeadSince is null)
        .OrderByDescending(address => address.SeenAt)
        .Select(address => new Address(address.Channel, address.Key))
        .FirstOrDefault();
}
