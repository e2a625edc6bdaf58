using System.Text.Json.Serialization;

namespace ProgressBot.Core.Reminding;

/// <summary>
/// When somebody who has not answered is reminded, counted in working days from the due day: by default at the opening, three days and one day before, on the
/// day, one and three days after, then weekly until the round locks. Always at about the same time of day.
/// </summary>
public sealed record Cadence
{
    const int FurthestStep = 60;

    /// <summary>The cadence of rounds.</summary>
    public static Cadence OfRounds { get; } = new();

    /// <summary>The cadence of a single item's deadline (7月底前到位): two weeks, three days and one day before, on the day, one day and a week after; then the light tells.</summary>
    public static Cadence OfItems { get; } = new() { Opening = false, Offsets = [-10, -3, -1, 0, 1, 5], RepeatEvery = null, CopiesFrom = null };

    /// <summary>Whether the opening of a round is told.</summary>
    public bool Opening { get; init; } = true;

    /// <summary>Working days from the due day, -60 to 60, each once; negative before it, 0 on it.</summary>
    public IReadOnlyList<int> Offsets { get; init; } = [-3, -1, 0, 1, 3];

    /// <summary>Working days between the repetitions after the last of <see cref="Offsets"/>, 1 to 60; null for none.</summary>
    public int? RepeatEvery { get; init; } = 5;

    /// <summary>From this offset on the lead person and the coordinator get a copy; null for never.</summary>
    public int? CopiesFrom { get; init; } = 3;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CopyTo CopiesTo { get; init; }

    /// <summary>Local time of day around which reminders are spread, so that they do not all leave in one second.</summary>
    public TimeOnly At { get; init; } = new(10, 0);

    /// <summary>Minutes to either side of <see cref="At"/>, 1 to 120. Full quarters of an hour are left out: that is when every other system sends.</summary>
    public int Jitter { get; init; } = 20;

    public QuietHours Quiet { get; init; } = new(new TimeOnly(20, 0), new TimeOnly(8, 0));

    /// <summary>Everything that is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<ScheduleError> Check()
    {
        var errors = new List<ScheduleError>();
        if (RepeatEvery < 1) errors.Add(ScheduleError.NeverEnding);
        if (RepeatEvery > FurthestStep || Offsets.Count == 0 && !Opening) errors.Add(ScheduleError.StepsOutOfRange);
        else if (Offsets.Distinct().Count() < Offsets.Count || Offsets.Any(offset => Math.Abs(offset) > FurthestStep) || Jitter is < 1 or > 120)
            errors.Add(ScheduleError.StepsOutOfRange);
        return errors;
    }
}

/// <summary>Who gets a copy of what is overdue for long.</summary>
public enum CopyTo
{
    /// <summary>Lead persons and coordinators.</summary>
    Everybody,

    /// <summary>The people of the item's lead unit; where the late unit leads it itself, whoever is in charge of that unit.</summary>
    Lead,
    Coordinator,
}

/// <summary>Hours in which nobody is reminded, in the recipient's own time; over midnight when they end before they begin. Equal ends: never quiet.</summary>
public readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    public bool Contains(TimeOnly time) => From <= To ? From <= time && time < To : time >= From || time < To;
}

/// <summary>Whom a reminder goes to, as far as its time is concerned.</summary>
/// <param name="Seed">Any number that is the person's own and stays the same; it spreads the reminders.</param>
/// <param name="Zone">Where the person is; quiet hours are counted there.</param>
public readonly record struct Recipient(int Seed, TimeZoneInfo Zone);

/// <summary>One reminder of a cadence.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Offset">Working days from the due day; for the opening, the days it lies before it.</param>
/// <param name="At">When it is to be sent, UTC.</param>
/// <param name="Copied">Whether the lead person and the coordinator get a copy.</param>
public sealed record ReminderStep(StepKind Kind, int Offset, DateTimeOffset At, bool Copied = false);

/// <summary>Which reminder of a cadence.</summary>
public enum StepKind
{
    Opening,
    BeforeDue,
    DueDay,
    Overdue,

    /// <summary>A repetition, until the round locks.</summary>
    Repeated,
}

/// <summary>What is to be done for one recipient now.</summary>
/// <param name="Send">The latest step whose time has come; null when none has.</param>
/// <param name="Skipped">Earlier steps that were missed and would only repeat it, in order.</param>
public sealed record DueSteps(ReminderStep? Send, IReadOnlyList<ReminderStep> Skipped);
