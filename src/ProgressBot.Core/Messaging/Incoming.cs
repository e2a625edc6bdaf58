namespace ProgressBot.Core.Messaging;

/// <summary>One message that somebody sent, as every channel hands it over.</summary>
/// <param name="From">Where it came from and where an answer goes.</param>
/// <param name="MessageId">The channel's own id of the message; the same id twice is the same message.</param>
/// <param name="Text">What was typed or tapped; empty when only files or a card came.</param>
/// <param name="At">When it arrived, UTC.</param>
public sealed record Incoming(Address From, string MessageId, string Text, DateTimeOffset At)
{
    /// <summary>Files already fetched and kept by the shell, in the order they were attached.</summary>
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>The data of a tapped button or submitted card: its action and what it referred to. Null for plain text.</summary>
    public IReadOnlyDictionary<string, string>? Card { get; init; }

    /// <summary>BCP 47 tag the client announced, when it did.</summary>
    public string? Locale { get; init; }

    /// <summary>The name the channel knows the sender by; shown to coordinators only, never trusted as an identity.</summary>
    public string? SenderName { get; init; }

    /// <summary>The <see cref="MessageId"/> of the sender's own message that was edited and reads like this now; null for a new message.</summary>
    public string? Replaces { get; init; }
}

/// <summary>A file that came with a message and has been stored.</summary>
/// <param name="Name">The name the sender gave it, without any path.</param>
/// <param name="ContentType">Decided from the content, not from what the sender claimed.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Key">Where the shell keeps it: an opaque key of the evidence store.</param>
public sealed record IncomingFile(string Name, string ContentType, long Size, string Key);
