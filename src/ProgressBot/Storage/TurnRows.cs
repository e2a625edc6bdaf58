namespace ProgressBot.Storage;

/// <summary>A talk's state: keyed by the person, or by the address of somebody nobody knows yet.</summary>
sealed class SessionRow
{
    public required string Key { get; init; }
    public required string Json { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The message taken last, when its replies left in the response to it; null when they went through the outbox.</summary>
    public string? AnswerTo { get; init; }

    /// <summary>These replies, as JSON.</summary>
    public string? Answer { get; init; }
}

/// <summary>A message that was taken in; the same id from the same channel is the same message.</summary>
sealed class InboxRow
{
    public required string Channel { get; init; }
    public required string MessageId { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>What a turn decided, word for word: who, when, in which message.</summary>
sealed class EventRow
{
    public long Id { get; init; }
    public DateTimeOffset At { get; init; }
    public int? PersonId { get; init; }
    public string? MessageId { get; init; }
    public required string Kind { get; init; }
    public required string Json { get; init; }
}
