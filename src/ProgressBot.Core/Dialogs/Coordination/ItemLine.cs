using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>One work item in a line, with its light and why; or whole, when it was asked for.</summary>
static class ItemLine
{
    public static string Of(Wording wording, Phrasing phrasing, StatusSummary board, ItemStatus item) =>
        wording.Text("item.line", ("light", phrasing.Light(item.Light)), ("item", item.Item.Name), ("why", Why(wording, phrasing, board, item)));

    static string Why(Wording wording, Phrasing phrasing, StatusSummary board, ItemStatus item)
    {
        var days = item.Deadline is { } deadline ? board.Today.DayNumber - deadline.DayNumber : 0;
        var text = wording.Text($"item.{Reason(item)}",
            ("subject", Worst(wording, phrasing, item)), ("elapsed", Phrasing.Percent(item.Expected)), ("days", Math.Abs(days)),
            ("date", (item.Lit.Stage?.Day ?? item.Deadline) is { } day ? phrasing.Date(day) : ""), ("stage", item.Lit.Stage?.Name), ("due", StageTarget(item)));
        return item.Problems is [var last, ..] ? text + wording.Text("item.problem", ("unit", last.Unit.Name), ("problem", Quote.Of(last.Text))) : text;
    }

    static string Reason(ItemStatus item) => item.Lit is { Stage: not null, Reason: LightReason.DueSoon } ? "stage_soon" : Phrasing.Name(item.Reason);

    static string StageTarget(ItemStatus item) => item.Lit.Stage is { } stage && WorstNumber(item) is { } number ? Phrasing.Amount(stage.Target, number.Indicator) : "";

    static IndicatorStatus? WorstNumber(ItemStatus item) => item.Indicators.Where(number => number.Lit == item.Lit).MinBy(number => number.Share);

    // the number that is furthest behind, or the goal without one
    static string Worst(Wording wording, Phrasing phrasing, ItemStatus item) => WorstNumber(item) is { } number
        ? Subject(wording, phrasing, number)
        : Subject(wording, phrasing, item.Milestones.Where(milestone => milestone.Lit == item.Lit).MinBy(milestone => milestone.Achieved)!);

    static string Subject(Wording wording, Phrasing phrasing, MilestoneStatus status) => status.Milestone.IsBeside
        ? wording.Text("item.milestone_beside", ("milestone", status.Milestone.Name), ("state", phrasing.Milestone(status.State)))
        : wording.Text("item.milestone", ("state", phrasing.Milestone(status.State)));

    static string Subject(Wording wording, Phrasing phrasing, IndicatorStatus status) => status.Indicator.Sharing == Sharing.PerUnit
        ? wording.Text("item.per_unit", ("indicator", status.Indicator.Name), ("met", status.UnitsMet), ("units", status.Units), ("target", Phrasing.Amount(status.Indicator.Target, status.Indicator)))
        : wording.Text("item.figure", ("indicator", status.Indicator.Name), ("approved", Phrasing.Amount(status.Approved, status.Indicator)), ("target", phrasing.Target(status.Indicator)), ("percent", Phrasing.Percent(status.Share)));

    /// <summary>Goal, light, every indicator and every goal beside them, what is not reviewed yet, who answers for it.</summary>
    public static string Whole(Turn turn, StatusSummary board, ItemStatus item)
    {
        var (wording, phrasing) = (turn.Wording, turn.Phrasing);
        var units = Roster.Of(item.Item, turn.Facts.Ledger.Unit, board.Today).Select(line => turn.Facts.Ledger.Unit(line.UnitId).Name).ToList();
        return string.Join('\n',
        [
            wording.Text("item.title", ("number", item.Item.Number), ("item", item.Item.Name)),
            wording.Text("item.goal", ("goal", item.Item.Goal)),
            Of(wording, phrasing, board, item),
            .. item.Indicators.Select(status => "  " + Subject(wording, phrasing, status) + Pending(wording, phrasing, status)),
            .. item.Milestones.Where(status => status.Milestone.IsBeside).Select(status => "  " + Subject(wording, phrasing, status)),
            wording.Text("item.units", ("units", phrasing.UnitNames(units, 6))),
        ]);
    }

    // the parts of units with a target of their own are not added up
    static string Pending(Wording wording, Phrasing phrasing, IndicatorStatus status) => status.Reported == status.Approved ? ""
        : status.Indicator.Sharing == Sharing.PerUnit ? wording.Text("item.pending_some") : wording.Text("item.pending", ("reported", Phrasing.Amount(status.Reported, status.Indicator)));
}
