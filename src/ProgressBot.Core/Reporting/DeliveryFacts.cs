using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>What became of messages to reporters in the open rounds, and why some were not written.</summary>
/// <param name="Messages">Reminders and nudges, oldest first.</param>
/// <param name="Decisions">Every step of a reminder that was dealt with, oldest first.</param>
/// <param name="Next">When somebody is reminded of a round next.</param>
/// <param name="Nudges">催办, of the whole year, oldest first.</param>
public sealed record DeliveryFacts(
    IReadOnlyList<SentMessage> Messages, IReadOnlyList<ReminderDecision> Decisions, IReadOnlyDictionary<(int RoundId, int PersonId), DateTimeOffset> Next, IReadOnlyList<Nudge> Nudges)
{
    public static DeliveryFacts None { get; } = new([], [], new Dictionary<(int, int), DateTimeOffset>(), []);
}

/// <summary>A message on its way to somebody.</summary>
/// <param name="About">The number of a nudge; null for reminders.</param>
/// <param name="Error">What the channel said last, while it has not been sent.</param>
public sealed record SentMessage(int PersonId, string? About, string Channel, DateTimeOffset At, MessageState State, string? Error);

public enum MessageState
{
    /// <summary>Not handed to the channel yet, or to be tried again.</summary>
    Waiting,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>The channel took it and named it, which it does when it has kept it for the person.</summary>
    Delivered,

    /// <summary>Given up.</summary>
    Dead,
}

/// <summary>What became of one step for one person.</summary>
/// <param name="Offset">Working days from the due day.</param>
public sealed record ReminderDecision(int RoundId, int PersonId, StepKind Step, int Offset, DateTimeOffset At, ReminderOutcome Outcome);
