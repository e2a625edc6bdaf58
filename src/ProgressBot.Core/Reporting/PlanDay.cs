using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>A plan on a day: all that its lights are worked out from.</summary>
/// <param name="Calendar">By which the plan counts working days.</param>
public sealed record PlanDay(Ledger Ledger, Plan Plan, DateOnly Today, WorkingCalendar Calendar, LightRule Rule)
{
    readonly Lazy<bool> _beganLate = new(() => Plan.BeganLate(Calendar));

    /// <summary>Whether the plan came into force after a whole round of its window.</summary>
    public bool BeganLate => _beganLate.Value;

    /// <summary>The units that answer for a work item.</summary>
    public IReadOnlyList<RosterLine> UnitsOf(WorkItem item) => [.. Roster.Of(item, Ledger.Unit, Today)];

    /// <summary>An item's own day, or the one it was put off to; null without one.</summary>
    public DateOnly? Deadline(WorkItem item, DateOnly? own) => Ledger.Extended(item, own ?? item.Deadline, Plan.Zone);

    /// <summary>What is expected of an indicator until its own day or the plan's last.</summary>
    public ExpectedProgress Expected(Indicator indicator, DateOnly? deadline) => ExpectedProgress.Of(indicator, Plan.PaceStart, deadline ?? Plan.End);

    /// <summary>What is expected of a goal without a number.</summary>
    public ExpectedProgress Expected(DateOnly? deadline) => new(Plan.PaceStart, deadline ?? Plan.End, []);

    /// <param name="achieved">Approved share of the target.</param>
    /// <param name="told">What is known of it: a plan that came into force late has no light before somebody has told where it stands.</param>
    public Lit Light(ExpectedProgress expected, decimal achieved, DateOnly? deadline, Told told)
    {
        if (told != Told.Approved && BeganLate && !HasPassed(deadline))
            return told == Told.Nothing ? new Lit(Reporting.Light.Awaited, LightReason.Awaited) : new Lit(Reporting.Light.Unreviewed, LightReason.Unreviewed);
        var lit = Rule.Light(achieved, expected.On(Today), DaysLeft(deadline));
        return lit.Light >= Reporting.Light.Yellow || lit.Reason == LightReason.Met ? lit : AtStage(expected, achieved) ?? lit;
    }

    // a deadline that had passed before the plan came into force tells nothing
    bool HasPassed(DateOnly? deadline) => deadline < Today && Plan.ActivatedAt is { } at && deadline >= Plan.Zone.Today(at);

    // what is on pace by the days may still be short of a stage
    Lit? AtStage(ExpectedProgress expected, decimal achieved)
    {
        if (expected.Missed(achieved, Today) is { } missed) return new Lit(Reporting.Light.Yellow, LightReason.StageMissed) { Stage = missed };
        return expected.Next(achieved, Today) is { } next && DaysLeft(next.Day) <= Rule.YellowDays ? new Lit(Reporting.Light.Yellow, LightReason.DueSoon) { Stage = next } : null;
    }

    int? DaysLeft(DateOnly? deadline) =>
        deadline is not { } day ? null : day < Today ? day.DayNumber - Today.DayNumber : Calendar.WorkingDaysBetween(Today, day);
}

/// <summary>What is known of where something stands.</summary>
public enum Told
{
    Nothing,

    /// <summary>Told, and waiting for review.</summary>
    Reported,
    Approved,
}
