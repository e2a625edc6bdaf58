using ProgressBot.Core.People;

namespace ProgressBot.Core.Reminding;

/// <summary>When a person is reminded of something next. The schedule itself is computed; only what has been dealt with is kept.</summary>
public abstract record PlannedReminder
{
    public int PersonId { get; init; }

    /// <summary>Null when nothing more is to come. The claim: whoever moves it on has the reminder.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>稍后: <see cref="NextAt"/> is when the person wants to be reminded, not a step of the cadence.</summary>
    public bool Snoozed { get; init; }

    /// <summary>The planned time of the last step that was sent or skipped.</summary>
    public DateTimeOffset? Handled { get; init; }

    /// <summary>Where a person's reminders come in the morning.</summary>
    /// <param name="office">Where people live who have not said otherwise.</param>
    public static Recipient RecipientOf(Person person, TimeZoneInfo office) => new(person.Id, person.TimeZone is { } zone ? ZoneTime.Find(zone) ?? office : office);
}

/// <summary>Reminders of a work item's own deadline, independent of rounds.</summary>
public sealed record ItemReminder : PlannedReminder
{
    public int WorkItemId { get; init; }
}

/// <summary>Reminders of a round.</summary>
public sealed record RoundReminder : PlannedReminder
{
    public int RoundId { get; init; }
}

/// <summary>What became of one step for one person: why somebody got a message, or none.</summary>
public sealed record ReminderRecord
{
    public long Id { get; init; }

    /// <summary>One of the two: the round, or the work item whose own deadline it was.</summary>
    public int? RoundId { get; init; }
    public int? WorkItemId { get; init; }
    public int PersonId { get; init; }
    public StepKind Step { get; init; }

    /// <summary>Working days from the due day.</summary>
    public int Offset { get; init; }
    public DateTimeOffset PlannedAt { get; init; }
    public DateTimeOffset At { get; init; }
    public ReminderOutcome Outcome { get; init; }

    /// <summary>The units that a copy was about; empty where there was none.</summary>
    public IReadOnlyList<int> CopiedUnits { get; init; } = [];
}
