using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>What became of messages to reporters in the open rounds, and why some were not written.</summary>
/// <param name="Messages">Reminders and nudges, oldest first.</param>
/// <param name="Decisions">Every step of a reminder that was dealt with, oldest first.</param>
/// <param name="Next">When somebody is reminded of a round next.</param>
/// <param name="NextOfItems">When somebody is reminded of a work item's own deadline next.</param>
/// <param name="Nudges">催办, of the whole year, oldest first.</param>
public sealed record DeliveryFacts(
    IReadOnlyList<SentMessage> Messages, IReadOnlyList<ReminderDecision> Decisions, IReadOnlyDictionary<(int RoundId, int PersonId), DateTimeOffset> Next,
    IReadOnlyDictionary<(int WorkItemId, int PersonId), DateTimeOffset> NextOfItems, IReadOnlyList<Nudge> Nudges)
{
    public static DeliveryFacts None { get; } = new([], [], new Dictionary<(int, int), DateTimeOffset>(), new Dictionary<(int, int), DateTimeOffset>(), []);
}

/// <summary>A message on its way to somebody.</summary>
/// <param name="About">The number of a nudge; null for others.</param>
/// <param name="Error">What the channel said last, while it has not been sent.</param>
public sealed record SentMessage(int PersonId, MessageKind Kind, string? About, string Channel, DateTimeOffset At, MessageState State, string? Error);

/// <summary>What a message is to the one who gets it.</summary>
public enum MessageKind
{
    /// <summary>About the own reports, perhaps with a copy about others.</summary>
    Reminder,
    Nudge,

    /// <summary>To a coordinator, about units that are overdue for long.</summary>
    Copy,

    /// <summary>To a coordinator, about reports that wait for review.</summary>
    Review,
}

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
/// <param name="RoundId">One of the two: the round, or the work item whose own deadline it was.</param>
/// <param name="Offset">Working days from the due day.</param>
/// <param name="CopiedUnits">The units that a copy was about; empty where there was none.</param>
public sealed record ReminderDecision(int? RoundId, int? WorkItemId, int PersonId, StepKind Step, int Offset, DateTimeOffset At, ReminderOutcome Outcome, IReadOnlyList<int> CopiedUnits);
