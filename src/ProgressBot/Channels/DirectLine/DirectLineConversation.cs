namespace ProgressBot.Channels.DirectLine;

/// <summary>One conversation of the web chat. Its id is the key of the person's address.</summary>
internal sealed class DirectLineConversation
{
    /// <summary>Random, 128 bits.</summary>
    public required string Id { get; init; }

    /// <summary>Who speaks in it, as bound in the token; null when a trusted site bound nobody.</summary>
    public string? UserId { get; init; }

    /// <summary>Begun with a token that a trusted site minted, not by our own page.</summary>
    public required bool BySecret { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}

/// <summary>One activity of a conversation, kept as it went out.</summary>
internal sealed class DirectLineActivity
{
    public required string ConversationId { get; init; }

    /// <summary>1, 2, 3 … within the conversation; the watermark after it.</summary>
    public required long Number { get; init; }

    /// <summary>The sender's own mark of the message: the same mark twice is the same message. Null when it gave none.</summary>
    public string? Once { get; init; }

    /// <summary>Strictly rising within the conversation, because clients sort by it.</summary>
    public required DateTimeOffset At { get; init; }

    public required string Json { get; init; }
}
