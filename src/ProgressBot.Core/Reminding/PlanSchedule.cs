using System.Text.Json.Serialization;

namespace ProgressBot.Core.Reminding;

/// <summary>How a plan asks its units: when a round opens, is due and locks, who is reminded when, and by which calendar; and when it is summed up. A plan keeps its own.</summary>
public sealed record PlanSchedule
{
    public DueRule Due { get; init; } = DueRule.Default;
    public Cadence Cadence { get; init; } = Cadence.OfRounds;
    public PlanCalendar Calendar { get; init; }

    /// <summary>Where its digests depart from the office's; null when they do not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DigestSettings? Digest { get; init; }

    /// <summary>From when on progress is expected, where that is later than the plan's first day; null for that day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? PaceFrom { get; init; }

    /// <summary>When the plan's digests leave.</summary>
    /// <param name="office">The office's schedule.</param>
    public DigestSchedule Digests(DigestSchedule office) => (Digest ?? DigestSettings.None).Over(office);

    /// <summary>The calendar by which the plan counts working days.</summary>
    /// <param name="office">The one in force in the office, its own file included.</param>
    public WorkingCalendar CalendarIn(WorkingCalendar office) => Calendar == PlanCalendar.Weekdays ? WorkingCalendar.MondayToFriday : office;

    /// <summary>The plan's reminders.</summary>
    /// <exception cref="ArgumentException">The cadence makes no sense, see <see cref="Reminding.Cadence.Check"/>.</exception>
    public ReminderSchedule Reminders(WorkingCalendar office, TimeZoneInfo zone) => new(Cadence, CalendarIn(office), zone);
}

/// <summary>Which working days a plan counts.</summary>
public enum PlanCalendar
{
    /// <summary>The office's calendar with its days off and make-up workdays.</summary>
    Office,

    /// <summary>Monday to Friday without exception, e.g. for partners abroad.</summary>
    Weekdays,
}
