using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Jobs;

/// <summary>When a person is reminded of something next. The schedule itself is computed; only what has been dealt with is kept.</summary>
abstract class PlannedReminder
{
    public int PersonId { get; set; }

    /// <summary>Null when nothing more is to come. The claim: whoever moves it on has the reminder.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>稍后: <see cref="NextAt"/> is when the person wants to be reminded, not a step of the cadence.</summary>
    public bool Snoozed { get; set; }

    /// <summary>The planned time of the last step that was sent or skipped.</summary>
    public DateTimeOffset? Handled { get; set; }
}

/// <summary>Reminders of a work item's own deadline, independent of rounds.</summary>
sealed class ItemReminder : PlannedReminder
{
    public int WorkItemId { get; set; }
}

/// <summary>Reminders of a round.</summary>
sealed class RoundReminder : PlannedReminder
{
    public int RoundId { get; set; }

    /// <summary>The units for which a person still owes something in a round.</summary>
    public static IReadOnlyCollection<int> OpenUnits(Round round, Person person, DateOnly today)
    {
        var own = person.RemindedUnitsOn(today).ToHashSet();
        return [.. round.Reports.Where(report => report.IsOpen && own.Contains(report.UnitId)).Select(report => report.UnitId).Distinct()];
    }

    /// <param name="office">Where people live who have not said otherwise.</param>
    public static Recipient RecipientOf(Person person, TimeZoneInfo office) => new(person.Id, person.TimeZone is { } zone ? ZoneTime.Find(zone) ?? office : office);
}

/// <summary>What became of one step for one person: why somebody got a message, or none.</summary>
sealed class ReminderRecord
{
    public long Id { get; set; }

    /// <summary>One of the two: the round, or the work item whose own deadline it was.</summary>
    public int? RoundId { get; set; }
    public int? WorkItemId { get; set; }
    public int PersonId { get; set; }
    public StepKind Step { get; set; }

    /// <summary>Working days from the due day.</summary>
    public int Offset { get; set; }
    public DateTimeOffset PlannedAt { get; set; }
    public DateTimeOffset At { get; set; }
    public ReminderOutcome Outcome { get; set; }

    /// <summary>The units that a copy was about, each between commas (,3,17,); null where there was none.</summary>
    public string? CopiedUnits { get; set; }
}

/// <summary>A digest as it left. Never rewritten.</summary>
sealed class SentDigest
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>What it summed up.</summary>
    public RoundPeriod Kind { get; set; }

    /// <summary>As coordinators read it, in the default language; what each reader got stands in the outbox.</summary>
    public required string Text { get; set; }

    /// <summary>The work items that were red in it.</summary>
    public List<int> Red { get; set; } = [];
}
