using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>A work item's own deadline (7月底前到位) that a unit has not met yet.</summary>
/// <param name="Indicator">What is to be reached; null where the item is followed by a milestone.</param>
public sealed record ItemDeadline(Plan Plan, WorkItem Item, Unit Unit, DateOnly Day, Indicator? Indicator)
{
    /// <summary>
    /// What some units still have to reach by a day of its own, soonest first; an extension puts the day off. What is reported counts, reviewed or not. Of a sum
    /// over all units every unit is told until the sum is reached, as far as the ledger knows it.
    /// </summary>
    public static IReadOnlyList<ItemDeadline> Unmet(Ledger ledger, IReadOnlySet<int> units, DateOnly today) =>
    [
        .. (from plan in ledger.Plans
            from item in plan.Items
            where HasDeadline(item)
            from line in Roster.Of(item, ledger.Unit, today)
            where units.Contains(line.UnitId)
            from deadline in Unmet(ledger, plan, item, line)
            select deadline).OrderBy(deadline => deadline.Day).ThenBy(deadline => deadline.Item.Number),
    ];

    public static bool HasDeadline(WorkItem item) => item.Deadline is not null || item.Indicators.Any(indicator => indicator.Deadline is not null);

    /// <summary>The days of an item, soonest first; none for an item without a deadline.</summary>
    public static IEnumerable<DateOnly> Days(Ledger ledger, Plan plan, WorkItem item) =>
        item.Indicators.Select(indicator => indicator.Deadline ?? item.Deadline).Append(item.Deadline).Select(day => ledger.Extended(item, day, plan.Zone)).OfType<DateOnly>().Distinct().Order();

    static IEnumerable<ItemDeadline> Unmet(Ledger ledger, Plan plan, WorkItem item, RosterLine line)
    {
        var unit = ledger.Unit(line.UnitId);
        if (item.HasMilestone && ledger.Standing(item.Whole.Id, unit.Id)?.Reported != MilestoneState.Done && ledger.Extended(item, item.Deadline, plan.Zone, unit.Id) is { } day)
            yield return new ItemDeadline(plan, item, unit, day, null);
        foreach (var indicator in item.Indicators.Where(indicator => indicator.IsEnteredBy(line.Role) && !IsMet(ledger, indicator, unit)))
            if (ledger.Extended(item, indicator.Deadline ?? item.Deadline, plan.Zone, unit.Id) is { } until) yield return new ItemDeadline(plan, item, unit, until, indicator);
    }

    static bool IsMet(Ledger ledger, Indicator indicator, Unit unit) => (indicator.Sharing == Sharing.Summed
        ? ledger.TotalsOf(indicator.Id).Sum(total => total.Reported)
        : ledger.Total(indicator.Id, unit.Id)?.Reported) is { } reported && (reported != 0 || indicator.Target == 0) && indicator.IsMetBy(reported);
}
