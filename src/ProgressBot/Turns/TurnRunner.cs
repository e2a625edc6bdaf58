using ProgressBot.Channels;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Outbox;
using ProgressBot.Plans;
using ProgressBot.Storage;
using ProgressBot.Storage.Loading;

namespace ProgressBot.Turns;

/// <summary>
/// Takes one message through the bot: one person's turns run one after the other, the same message id twice is taken once, and one transaction holds everything
/// the turn changed together with the answers, which leave in the response where somebody waits for them, and else through the outbox.
/// </summary>
sealed class TurnRunner(
    Store store, PlanFiles files, FactsLoader facts, TurnCache cache, Receipts receipts, RecordClock records, DialogLibrary dialogs, OutboxSignal outbox,
    ReplyBuffers waiting, TimeProvider clock)
{
    /// <summary>Runs one turn. When it returns, what was said is stored; the answers are on their way.</summary>
    public async Task<TurnOutcome> RunAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (cache.Find(incoming.From) is not { } entry) return await RunAsync(incoming, null, cancellationToken);
        await entry.Turn.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(incoming, entry, cancellationToken);
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    /// <param name="held">The person's entry, which nobody else uses meanwhile; null for somebody not heard lately.</param>
    async Task<TurnOutcome> RunAsync(Incoming incoming, TurnCache.Entry? held, CancellationToken cancellationToken)
    {
        var ahead = ThinkAhead(held?.Standing, incoming);
        var read = await files.ReadAsync(incoming, cancellationToken);
        using var stage = TurnTrace.Stage("turn");
        var written = await store.RunAsync(unit => TakeAsync(unit, incoming, read, held, ahead), cancellationToken);
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
        while (standing is not null && cache.Stands(standing, facts.Today) && facts.Ready(standing, incoming.Text) is { } known)
            if (Think(standing, incoming, known) is var thought && HasItsNumber(thought)) return thought;
        return null;
    }

    async Task<Thought> ThinkAsync(UnitOfWork unit, Standing standing, Incoming incoming, IReadOnlyList<PlanFile> read)
    {
        while (true)
            if (Think(standing, incoming, await facts.LoadAsync(unit, standing, incoming.Text, read)) is var thought && HasItsNumber(thought)) return thought;
    }

    // somebody else may have taken the receipt's number while this turn was worked out
    bool HasItsNumber(Thought thought) => !UsesReceipt(thought) || receipts.Take(thought.Standing.Day, thought.Facts.NextReceipt);

    static bool UsesReceipt(Thought thought) => thought.Result.Events.OfType<ReportsSubmitted>().Any();

    Thought Think(Standing standing, Incoming incoming, Facts known)
    {
        using var stage = TurnTrace.Stage("think");
        var result = dialogs.Engine.Advance(Session.FromJson(standing.Session), incoming, known);
        return new Thought(standing, known, result, result.Session.ToJson());
    }

    async Task<Written> TakeAsync(UnitOfWork unit, Incoming incoming, IReadOnlyList<PlanFile> read, TurnCache.Entry? held, Thought? ahead)
    {
        using var stage = TurnTrace.Stage("take");
        var isNew = Inbox.Take(unit, incoming, clock.GetUtcNow());
        var standing = held?.Standing is { } kept && cache.Stands(kept, facts.Today) ? kept : await facts.StandingAsync(unit.Db, incoming.From);
        if (!isNew) return new Written(Awaited(incoming, Inbox.AnswerTo(unit, incoming, TurnCache.KeyOf(standing.Person, incoming.From))), Queued: false, TurnOutcome.Repeated);
        var thought = ahead?.Standing == standing ? ahead : await ThinkAsync(unit, standing, incoming, read);
        return await WriteAsync(unit, incoming, thought);
    }

    /// <summary>Writes what the turn decided: what its events mean for the record, the events themselves, the talk, and what is said to whom.</summary>
    async Task<Written> WriteAsync(UnitOfWork unit, Incoming incoming, Thought thought)
    {
        using var stage = TurnTrace.Stage("write");
        var (standing, result, now) = (thought.Standing, thought.Result, thought.Facts.Now);
        var known = await facts.RecordFacts(unit, thought.Facts, incoming).WithPastAsync(unit, result.Events);
        var seen = Seen(known);
        var changes = seen.And(EventDecisions.Of(known.After(seen), result.Events));
        var after = known.After(changes);
        var awaited = Awaited(incoming, result.Replies);
        unit.Save(changes);
        unit.Save([.. result.Events.Select(happened => RowChange.Add(EventJson.Row(happened, after.Speaker?.Id, incoming.MessageId, now)))]);
        unit.Save(Inbox.Standing(incoming, TurnCache.KeyOf(after.Speaker, incoming.From), thought.Session, awaited, now));
        unit.Save(Messages(incoming, thought, awaited.Count));
        if (UsesReceipt(thought)) receipts.Used(standing.Day, thought.Facts.NextReceipt);
        // what others' records hang on has to be read again
        if (records.Stands(standing.Since, [])) cache.Keep(standing with { Since = records.Now, Ledger = after.Ledger, Person = after.Speaker, Session = thought.Session }, incoming.From);
        else cache.Drop(incoming.From);
        return new Written(awaited, awaited.Count < result.Replies.Count || result.Notices.Count > 0);
    }

    // whoever writes from an address can be reached there again
    static Changes Seen(RecordFacts known) => known.Speaker is { } person && known.From is { } from ? Sightings.Of(person, from, known.Now) : Changes.None;

    static IEnumerable<RowChange> Messages(Incoming incoming, Thought thought, int left)
    {
        var (turn, result, now) = ($"{incoming.From.Channel}:{incoming.MessageId}", thought.Result, thought.Facts.Now);
        for (var index = left; index < result.Replies.Count; index++)
            yield return RowChange.Add(OutboxMessage.To(incoming.From, result.Replies[index], $"{turn}:{index}", OutboxKind.Reply, now));
        for (var index = 0; index < result.Notices.Count; index++)
            if (result.Notices[index].ToLetter(thought.Facts, $"{turn}:to:{result.Notices[index].PersonId}:{index}") is { } letter)
                yield return RowChange.Add(OutboxMessage.Of(letter, now));
    }

    /// <summary>Those of the replies that somebody waits for: they leave there at once, and only the others go through the outbox.</summary>
    IReadOnlyList<Outgoing> Awaited(Incoming incoming, IReadOnlyList<Outgoing> replies) => [.. replies.Take(waiting.Reserve(incoming.From, replies.Count))];
}

/// <summary>What became of a message.</summary>
public enum TurnOutcome
{
    /// <summary>Understood or not, it was answered.</summary>
    Done,

    /// <summary>This message id had been seen before; nothing was done.</summary>
    Repeated,
}
