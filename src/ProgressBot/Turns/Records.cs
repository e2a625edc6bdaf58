namespace ProgressBot.Turns;

/// <summary>A talk's state: keyed by the person, or by the address of somebody nobody knows yet.</summary>
sealed class SessionRow
{
    public required string Key { get; set; }
    public required string Json { get; set; }

    /// <summary>Counts changes; two writers cannot both win.</summary>
    public int Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The message taken last, when its replies left in the response to it; null when they went through the outbox.</summary>
    public string? AnswerTo { get; set; }

    /// <summary>These replies, as JSON.</summary>
    public string? Answer { get; set; }
}

/// <summary>A message that was taken in; the same id from the same channel is the same message.</summary>
sealed class InboxRow
{
    public required string Channel { get; set; }
    public required string MessageId { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>What a turn decided, word for word: who, when, in which message.</summary>
sealed class EventRow
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }
    public int? PersonId { get; set; }
    public string? MessageId { get; set; }
    public required string Kind { get; set; }
    public required string Json { get; set; }
}

/// <summary>How many receipts a day has seen.</summary>
sealed class ReceiptCounter
{
    public DateOnly Day { get; set; }
    public int Last { get; set; }
}
