using System.Text;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>
/// What was taken in, so that the same message is not taken twice; and where each talk stands, with the replies that left in the response to its last message, so that a
/// sender whose connection broke gets them when it hands that message in again.
/// </summary>
static class Inbox
{
    /// <summary>False when this message has been taken before.</summary>
    public static bool Take(UnitOfWork unit, Incoming incoming, DateTimeOffset now) =>
        unit.TryAdd(new InboxRow { Channel = incoming.From.Channel, MessageId = incoming.MessageId, At = now });

    /// <summary>The replies that a message got at once; empty when they went through the outbox, or more was said since.</summary>
    /// <param name="session">The talk's key.</param>
    public static IReadOnlyList<Outgoing> AnswerTo(UnitOfWork unit, Incoming incoming, string session) =>
        unit.Db.Set<SessionRow>().Where(row => row.Key == session && row.AnswerTo == incoming.MessageId).Select(row => row.Answer).FirstOrDefault() is { } answer
            ? OutgoingJson.ReadAll(answer)
            : [];

    /// <summary>The row that says where a talk stands after a message.</summary>
    /// <param name="json">The session.</param>
    /// <param name="answer">The replies that leave in the response.</param>
    public static RowChange Standing(Incoming incoming, string session, byte[] json, IReadOnlyList<Outgoing> answer, DateTimeOffset now) => RowChange.Put(new SessionRow
    {
        Key = session,
        Json = Encoding.UTF8.GetString(json),
        AnswerTo = answer.Count == 0 ? null : incoming.MessageId,
        Answer = answer.Count == 0 ? null : Written(answer),
        ChangedAt = now,
    });

    static string Written(IReadOnlyList<Outgoing> answer)
    {
        using var pad = JsonPad.Take();
        OutgoingJson.Write(pad.Json, answer);
        return pad.ToString();
    }
}
