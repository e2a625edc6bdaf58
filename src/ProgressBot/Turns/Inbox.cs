using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>
/// What was taken in, so that the same message is not taken twice; and where each talk stands, with the replies that left in the response to its last message, so that a
/// sender whose connection broke gets them when it hands that message in again.
/// </summary>
sealed class Inbox(PreparedRows rows)
{
    const string Move = """
        INSERT INTO Sessions (Key, Json, AnswerTo, Answer, Revision, ChangedAt) VALUES (?1, ?2, ?3, ?4, 1, ?5)
        ON CONFLICT (Key) DO UPDATE SET Json = excluded.Json, AnswerTo = excluded.AnswerTo, Answer = excluded.Answer, Revision = Revision + 1, ChangedAt = excluded.ChangedAt
        """;

    const string Answered = "SELECT Answer FROM Sessions WHERE Key = ?1 AND AnswerTo = ?2";

    /// <summary>False when this message has been taken before.</summary>
    public bool Take(BotDb db, Incoming incoming, DateTimeOffset now) =>
        rows.InsertNew(db, new InboxRow { Channel = incoming.From.Channel, MessageId = incoming.MessageId, At = now });

    /// <summary>The replies that a message got at once; empty when they went through the outbox, or more was said since.</summary>
    public IReadOnlyList<Outgoing> AnswerTo(BotDb db, Incoming incoming, string session) =>
        rows.Read(db, Answered, row => OutgoingJson.ReadAll(row.Text(0)), session, incoming.MessageId) is [var answer] ? answer : [];

    /// <param name="session">Its key.</param>
    /// <param name="json">Where the talk stands after this message.</param>
    /// <param name="answer">The replies that leave in the response.</param>
    public void Keep(BotDb db, Incoming incoming, string session, byte[] json, IReadOnlyList<Outgoing> answer, DateTimeOffset now)
    {
        using var pad = JsonPad.Take();
        OutgoingJson.Write(pad.Json, answer);
        rows.Run(db, Move, session, new Utf8Text(json), answer.Count == 0 ? null : incoming.MessageId, answer.Count == 0 ? null : new Utf8Text(pad.Written), now.UtcTicks);
    }
}
