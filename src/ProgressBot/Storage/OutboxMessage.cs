using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Storage;

/// <summary>One message on its way out. It is added in the transaction of what caused it and never deleted while it matters to anybody.</summary>
internal sealed class OutboxMessage
{
    public long Id { get; set; }
    public required string Channel { get; set; }
    public required string AddressKey { get; set; }
    public int? PersonId { get; set; }

    /// <summary>What makes sending it twice recognisable: unique here, and handed to the channel with every attempt.</summary>
    public required string Key { get; set; }

    /// <summary>The <see cref="Outgoing"/> as JSON.</summary>
    public required string Payload { get; set; }

    public OutboxKind Kind { get; set; }

    /// <summary>What it is about, in the words of whoever wrote it: a round, an item, a nudge's number.</summary>
    public string? About { get; set; }

    public OutboxState State { get; set; }

    /// <summary>How often it was handed to the channel, the attempt under way included.</summary>
    public int Attempts { get; set; }

    /// <summary>Attempts of which nobody knows whether they arrived.</summary>
    public int Unconfirmed { get; set; }

    /// <summary>
    /// From when on a sender may take it: when it is due, after a failure the time of the next attempt, while being sent the end of the claim. Null when
    /// finished.
    /// </summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Who is sending it; null when nobody is.</summary>
    public Guid? Claim { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public string? LastError { get; set; }
    public int? HttpStatus { get; set; }
    public string? ChannelMessageId { get; set; }

    public Address Address => new(Channel, AddressKey);

    public Outgoing Outgoing => OutgoingJson.Read(Payload);

    public OutboxMessage Copied() => (OutboxMessage)MemberwiseClone();

    /// <summary>A letter on its way.</summary>
    public static OutboxMessage Of(Letter letter, DateTimeOffset now)
    {
        var message = To(letter.To, letter.Message, letter.Key, letter.Kind switch { LetterKind.Digest => OutboxKind.Digest, LetterKind.Notice => OutboxKind.Nudge, _ => OutboxKind.Reminder }, now);
        (message.PersonId, message.About) = (letter.PersonId, letter.About);
        return message;
    }

    /// <summary>A message that may leave at once.</summary>
    /// <param name="key">Its idempotency key: built from what caused it (round, step, person), so that the same cause cannot write it twice.</param>
    public static OutboxMessage To(Address address, Outgoing message, string key, OutboxKind kind, DateTimeOffset now) => new()
    {
        Channel = address.Channel,
        AddressKey = address.Key,
        Key = key,
        Payload = OutgoingJson.Write(message),
        Kind = kind,
        NextAt = now,
        CreatedAt = now,
    };
}

/// <summary>What a message is; where there is a queue, the earlier kinds go first.</summary>
internal enum OutboxKind
{
    Reply,
    Nudge,
    Reminder,
    Digest,
}

internal enum OutboxState
{
    Pending,
    Sending,

    /// <summary>Failed for now; tried again at <see cref="OutboxMessage.NextAt"/>.</summary>
    Retry,
    Sent,

    /// <summary>Given up.</summary>
    Dead,
}
