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
/// Takes one message through the bot: one person's turns run one after the other, the same message id twice is taken once, and one transaction holds everything
/// the turn changed together with the answers, which leave in the response where somebody waits for them, and else through the outbox.
/// </summary>
sealed class TurnRunner(
    WriteQueue writes, PlanFiles files, FactsLoader facts, StandingShelf shelf, Receipts receipts, Inbox inbox, PreparedRows rows, RecordClock records, DialogLibrary dialogs, OutboxSignal outbox, ReplyBuffers waiting,
    IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>A person who is heard again within this time was here all along.</summary>
    static readonly TimeSpan SeenAgain = TimeSpan.FromHours(1);

    /// <summary>Runs one turn. When it returns, what was said is stored; the answers are on their way.</summary>
    public async Task<TurnOutcome> RunAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (shelf.Find(incoming.From) is not { } place) return await RunAsync(incoming, null, cancellationToken);
        await place.Turn.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(incoming, place, cancellationToken);
        }
        finally
        {
            place.Turn.Release();
        }
    }

    /// <param name="held">The person's place, which nobody else touches meanwhile; null for somebody not heard lately.</param>
    async Task<TurnOutcome> RunAsync(Incoming incoming, StandingShelf.Place? held, CancellationToken cancellationToken)
    {
        var ahead = ThinkAhead(held?.Standing, incoming);
        var read = await files.ReadAsync(incoming, cancellationToken);
        using var stage = TurnTrace.Stage("turn");
        var written = await writes.RunAsync(db => TakeAsync(db, incoming, read, held, ahead), cancellationToken);
        waiting.Fill(incoming.From, written.Awaited);
        if (written.Queued) outbox.Wake();
        return written.Outcome;
    }

    /// <summary>A turn that was worked out and not yet written.</summary>
    /// <param name="Session">As JSON; here, since the line of writers is no place to work in.</param>
    sealed record Thought(Standing Standing, Facts Facts, TurnResult Result, byte[] Session);

    /// <param name="Awaited">Replies that go to whoever waits for them.</param>
    /// <param name="Queued">Something is left for the outbox to send.</param>
    sealed record Written(IReadOnlyList<Outgoing> Awaited, bool Queued, TurnOutcome Outcome = TurnOutcome.Done);

    /// <summary>Works a turn out before its place in the line of writers comes, when all it needs is in memory. Whether that still stands is seen there.</summary>
    Thought? ThinkAhead(Standing? standing, Incoming incoming)
    {
        while (standing is not null && shelf.Stands(standing, facts.Today) && facts.Ready(standing, incoming.Text) is { } known)
            if (Think(standing, incoming, known) is var thought && HasItsNumber(thought)) return thought;
        return null;
    }

    async Task<Thought> ThinkAsync(BotDb db, Standing standing, Incoming incoming, IReadOnlyList<PlanFile> read)
    {
        while (true)
            if (Think(standing, incoming, await facts.LoadAsync(db, standing, incoming.Text, read)) is var thought && HasItsNumber(thought)) return thought;
    }

    // somebody else may have taken the receipt's number while this turn was worked out
    bool HasItsNumber(Thought thought) => !thought.Result.Events.OfType<ReportsSubmitted>().Any() || receipts.Take(thought.Standing.Day, thought.Facts.NextReceipt);

    Thought Think(Standing standing, Incoming incoming, Facts known)
    {
        using var stage = TurnTrace.Stage("think");
        var result = dialogs.Engine.Advance(standing.Session.Open(), incoming, known);
        return new Thought(standing, known, result, result.Session.ToJson());
    }

    async Task<Written> TakeAsync(BotDb db, Incoming incoming, IReadOnlyList<PlanFile> read, StandingShelf.Place? held, Thought? ahead)
    {
        using var stage = TurnTrace.Stage("take");
        var isNew = inbox.Take(db, incoming, clock.GetUtcNow());
        var standing = held?.Standing is { } kept && shelf.Stands(kept, facts.Today) ? kept : await facts.StandingAsync(db, incoming.From);
        if (!isNew) return new Written(Awaited(incoming, inbox.AnswerTo(db, incoming, StandingShelf.KeyOf(standing.Person, incoming.From))), Queued: false, TurnOutcome.Repeated);
        var thought = ahead?.Standing == standing ? ahead : await ThinkAsync(db, standing, incoming, read);
        var scope = new TurnScope(db, incoming, thought.Facts, options.Value, rows, receipts);
        var left = await WriteAsync(scope, thought);
        var awaited = Awaited(incoming, thought.Result.Replies);
        inbox.Keep(db, incoming, StandingShelf.KeyOf(scope.Person, incoming.From), thought.Session, awaited, scope.Now);
        if (left is not null) shelf.Keep(left with { Session = new KeptSession(thought.Session, thought.Result.Session) }, incoming.From);
        else shelf.Drop(incoming.From);
        return Send(scope, thought.Result, awaited);
    }

    /// <summary>Writes down what the turn decided. Returns the records as they are now; null when more than the person's own has changed.</summary>
    async Task<Standing?> WriteAsync(TurnScope scope, Thought thought)
    {
        var standing = thought.Standing;
        var address = standing.Person?.Addresses.SingleOrDefault(address => address.Channel == scope.Incoming.From.Channel && address.Key == scope.Incoming.From.Key);
        var isNews = address is not null && IsNews(standing.Person!, address, scope.Now);
        if (thought.Result.Events.Count == 0 && !isNews) return standing;

        using var stage = TurnTrace.Stage("write events");
        if (isNews) await SeeAsync(scope, address!);
        foreach (var happened in thought.Result.Events) await EventHandlers.WriteAsync(scope, happened);
        await scope.UntrackAsync();
        return records.Stands(standing.Since, []) ? standing with { Since = records.Now, Ledger = scope.Ledger } : null;
    }

    static bool IsNews(Person person, PersonAddress address, DateTimeOffset now) =>
        address.DeadSince is not null || now - address.SeenAt > SeenAgain || person.Addresses.Any(other => other.SeenAt > address.SeenAt);

    // whoever writes from an address can be reached there again
    async Task SeeAsync(TurnScope scope, PersonAddress address)
    {
        if (address.DeadSince is not null)
        {
            await scope.Db.Set<DeadAddress>().Where(dead => dead.Channel == address.Channel && dead.Key == address.Key).ExecuteDeleteAsync();
            records.MoveAll();
        }
        (address.SeenAt, address.DeadSince) = (scope.Now, null);
        rows.Update(scope.Db, address);
    }

    Written Send(TurnScope scope, TurnResult result, IReadOnlyList<Outgoing> awaited)
    {
        var turn = $"{scope.Incoming.From.Channel}:{scope.Incoming.MessageId}";
        for (var index = awaited.Count; index < result.Replies.Count; index++)
            rows.Insert(scope.Db, OutboxMessage.To(scope.Incoming.From, result.Replies[index], $"{turn}:{index}", OutboxKind.Reply, scope.Now));
        for (var index = 0; index < result.Notices.Count; index++)
            if (Notice(scope, result.Notices[index], $"{turn}:to:{result.Notices[index].PersonId}:{index}") is { } notice) rows.Insert(scope.Db, notice);
        return new Written(awaited, awaited.Count < result.Replies.Count || result.Notices.Count > 0);
    }

    /// <summary>Those of the replies that somebody waits for: they leave there at once, and only the others go through the outbox.</summary>
    IReadOnlyList<Outgoing> Awaited(Incoming incoming, IReadOnlyList<Outgoing> replies) => [.. replies.Take(waiting.Reserve(incoming.From, replies.Count))];

    static OutboxMessage? Notice(TurnScope scope, Notice notice, string key)
    {
        if (scope.Facts.PersonWith(notice.PersonId) is not { } person || Addressing.Of(person) is not { } address) return null;
        var message = OutboxMessage.To(address, notice.Message, key, OutboxKind.Nudge, scope.Now);
        (message.PersonId, message.About) = (person.Id, notice.About);
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
