using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>
/// What was taken in, so that the same message is not taken twice; with the replies that left in the response to it, so that a sender whose connection broke gets
/// them when it hands the message in again.
/// </summary>
sealed class Inbox(PreparedRows rows)
{
    const string Find = "SELECT Answer FROM Inbox WHERE Channel = ?1 AND MessageId = ?2";

    /// <summary>The replies that were given at once; empty when they went through the outbox, null for a message that is new.</summary>
    public IReadOnlyList<Outgoing>? Answered(BotDb db, Incoming incoming) =>
        rows.Read(db, Find, row => row.IsNull(0) ? [] : OutgoingJson.ReadAll(row.Text(0)), incoming.From.Channel, incoming.MessageId) is [var answer] ? answer : null;

    /// <param name="answer">The replies that leave in the response.</param>
    public void Keep(BotDb db, Incoming incoming, IReadOnlyList<Outgoing> answer, DateTimeOffset now) => rows.Insert(db, new InboxRow
    {
        Channel = incoming.From.Channel,
        MessageId = incoming.MessageId,
        At = now,
        Answer = answer.Count == 0 ? null : OutgoingJson.Write(answer),
    });
}
