using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>加入 and 移出: units that come and go in the middle of the year.</summary>
static class UnitDecisions
{
    /// <summary>An assignment from a day on, and a report in each open round that was meant.</summary>
    public static Changes Of(RecordFacts facts, UnitJoined joined)
    {
        var created = joined.UnitId is null ? new Unit { Id = facts.Numbers.Next<Unit>(), Name = joined.Unit } : null;
        var unit = created?.Id ?? joined.UnitId!.Value;
        var plan = facts.Ledger.Plans.Single(plan => plan.Items.Any(item => item.Id == joined.WorkItemId));
        var item = facts.Ledger.Item(joined.WorkItemId);
        var known = item.Assignments.FirstOrDefault(part => part.UnitId == unit);
        var part = (known ?? new Assignment { Id = facts.Numbers.Next<Assignment>(), WorkItemId = item.Id, UnitId = unit, Role = joined.Role }) with { From = joined.From, Until = null };
        var after = item with { Assignments = known is null ? [.. item.Assignments, part] : [.. item.Assignments.Select(each => each.Id == part.Id ? part : each)] };
        var changed = plan with { Items = [.. plan.Items.Select(each => each.Id == item.Id ? after : each)] };
        return Changes.Of(
        [
            .. created is null ? [] : Rows.Added(created),
            .. Rows.Replaced(plan, changed),
            .. joined.RoundIds.Select(facts.Ledger.Round).SelectMany(round => Rows.Replaced(round, round.Enlist(new RosterLine(after, unit, part.Role), () => facts.Numbers.Next<Report>()))),
        ]);
    }

    /// <summary>The unit's part in active plans and groups ends the day before, and what it still owed in the open rounds is excused.</summary>
    public static Changes Of(RecordFacts facts, UnitLeft left)
    {
        var last = left.From.AddDays(-1);
        return Changes.Of(
        [
            .. facts.Ledger.Plans.SelectMany(plan => Rows.Replaced(plan, Without(plan, left.UnitId, last))),
            .. facts.Ledger.Units.Where(unit => unit.Members.Any(member => member.UnitId == left.UnitId)).SelectMany(group => Rows.Replaced(group, Without(group, left.UnitId, last))),
            .. facts.Ledger.Rounds.SelectMany(round => round.Reports).Where(report => report.UnitId == left.UnitId).SelectMany(report => Rows.Replaced(report, report.Excuse(left.Reason))),
        ]);
    }

    static Plan Without(Plan plan, int unit, DateOnly last) => !plan.Items.Any(item => item.Assignments.Any(part => part.UnitId == unit)) ? plan : plan with
    {
        Items = [.. plan.Items.Select(item => item with { Assignments = [.. item.Assignments.Select(part => part.UnitId == unit && !(part.Until <= last) ? part with { Until = last } : part)] })],
    };

    static Unit Without(Unit group, int unit, DateOnly last) =>
        group with { Members = [.. group.Members.Select(member => member.UnitId == unit && !(member.Until <= last) ? member with { Until = last } : member)] };
}
