using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>Where one work item stands.</summary>
/// <param name="Achieved">Share of what is to be reached, 0 to 1, from approved figures only.</param>
/// <param name="Deadline">The deadline that the light refers to, when the item or the worst indicator has its own.</param>
public sealed record ItemStatus(WorkItem Item, Light Light, LightReason Reason, decimal Achieved, DateOnly? Deadline, IReadOnlyList<IndicatorStatus> Indicators)
{
    /// <summary>The least advanced state among the units, for an item without numbers.</summary>
    public MilestoneState? State { get; init; }

    /// <summary>What units named as problems, latest first.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public static ItemStatus Build(Ledger ledger, Plan plan, WorkItem item, DateOnly today, WorkingCalendar calendar, LightRule rule)
    {
        var units = Roster.Of(item, ledger.Unit, today).ToList();
        return (item.HasMilestone
            ? OfMilestone(ledger, plan, item, units, today, calendar, rule)
            : OfIndicators(ledger, plan, item, units, today, calendar, rule)) with { Problems = ProblemsOf(ledger, item) };
    }

    static ItemStatus OfIndicators(Ledger ledger, Plan plan, WorkItem item, List<RosterLine> units, DateOnly today, WorkingCalendar calendar, LightRule rule)
    {
        var indicators = item.Indicators.Select(indicator => IndicatorStatus.Build(ledger, plan, item, indicator, units, today, calendar, rule)).ToList();
        var worst = indicators.MaxBy(indicator => indicator.Light)!;
        return new ItemStatus(item, worst.Light, worst.Reason, indicators.Average(indicator => Math.Min(indicator.Share, 1)), worst.Deadline, indicators);
    }

    static ItemStatus OfMilestone(Ledger ledger, Plan plan, WorkItem item, List<RosterLine> units, DateOnly today, WorkingCalendar calendar, LightRule rule)
    {
        // the lead's word counts; where nobody leads, the least advanced unit's
        var speakers = units.Where(line => line.Role == UnitRole.Lead).DefaultIfEmpty().ToList() is [{ } lead] ? [lead] : units;
        var states = speakers.Select(line => ledger.Standing(item.Whole.Id, line.UnitId)?.Approved).ToList();
        var state = states.Contains(null) || states.Count == 0 ? null : states.Min();
        var deadline = ledger.Extended(item, item.Deadline, plan.Zone);
        var achieved = state switch { MilestoneState.Done => 1m, MilestoneState.InProgress => 0.5m, _ => 0m };
        var lit = rule.Light(achieved, Pace.Elapsed(plan.Start, deadline ?? plan.End, today), DaysLeft(deadline, today, calendar));
        return new ItemStatus(item, lit.Light, lit.Reason, achieved, deadline, []) { State = state };
    }

    internal static int? DaysLeft(DateOnly? deadline, DateOnly today, WorkingCalendar calendar) =>
        deadline is not { } day ? null : day < today ? today.DayNumber * -1 + day.DayNumber : calendar.WorkingDaysBetween(today, day);

    static IReadOnlyList<string> ProblemsOf(Ledger ledger, WorkItem item) =>
    [
        .. ledger.Rounds.SelectMany(round => round.Reports)
            .Where(report => report.WorkItemId == item.Id)
            .SelectMany(report => report.Current?.Said(StatementKind.Problem) ?? [], (report, problem) => (report.UnitId, problem))
            .OrderByDescending(said => said.problem.At)
            .Select(said => $"{ledger.Unit(said.UnitId).Name}：{said.problem.Text}"),
    ];
}

/// <summary>Where one indicator stands, over all units that share it.</summary>
/// <param name="Approved">Base unit; for a per-unit target the sum, while <paramref name="Share"/> counts each unit up to its own target.</param>
/// <param name="Reported">The same with what still waits for review.</param>
/// <param name="Share">Approved against target; may exceed 1.</param>
/// <param name="UnitsMet">For a per-unit target, how many units have met it.</param>
public sealed record IndicatorStatus(
    Indicator Indicator, decimal Approved, decimal Reported, decimal Share, Light Light, LightReason Reason, DateOnly? Deadline, int Units, int UnitsMet)
{
    internal static IndicatorStatus Build(
        Ledger ledger, Plan plan, WorkItem item, Indicator indicator, List<RosterLine> units, DateOnly today, WorkingCalendar calendar, LightRule rule)
    {
        var entering = units.Where(line => indicator.IsEnteredBy(line.Role)).Select(line => line.UnitId).ToList();
        // what a unit had added up before it left the plan still counts in a sum
        List<Total?> totals = indicator.Sharing == Sharing.Summed ? [.. ledger.TotalsOf(indicator.Id)] : entering.ConvertAll(unit => ledger.Total(indicator.Id, unit));
        var approved = totals.Sum(total => total?.Approved ?? 0);
        var met = totals.Count(total => total?.Approved is { } value && indicator.IsMetBy(value));
        var share = ShareOf(indicator, approved, totals, met);
        var deadline = ledger.Extended(item, indicator.Deadline ?? item.Deadline, plan.Zone);
        var lit = rule.Light(share, Pace.Elapsed(plan.Start, deadline ?? plan.End, today), ItemStatus.DaysLeft(deadline, today, calendar));
        return new IndicatorStatus(indicator, approved, totals.Sum(total => total?.Reported ?? 0), share, lit.Light, lit.Reason, deadline, entering.Count, met);
    }

    static decimal ShareOf(Indicator indicator, decimal approved, List<Total?> totals, int met)
    {
        if (totals.Count == 0) return 0;
        if (indicator.Sharing == Sharing.PerUnit) return totals.Average(total => Math.Min(PartOf(indicator, total?.Approved), 1));
        return PartOf(indicator, totals.Any(total => total?.Approved is not null) ? approved : null);
    }

    // what nobody has reported is not met, be it a ceiling (以内) or a target of zero; 超过 N is not met by N itself
    static decimal PartOf(Indicator indicator, decimal? value)
    {
        const decimal almost = 0.999m;
        if (value is not { } told) return 0;
        if (indicator.Target == 0 || indicator.Comparator is Comparator.AtMost or Comparator.LessThan) return indicator.IsMetBy(told) ? 1 : 0;
        var share = told / indicator.Target;
        return indicator.IsMetBy(told) ? share : Math.Min(share, almost);
    }
}
