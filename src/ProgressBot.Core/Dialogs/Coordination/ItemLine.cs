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
        var worst = item.Indicators.Where(indicator => indicator.Light == item.Light).OrderBy(indicator => indicator.Share).FirstOrDefault();
        var subject = worst is null ? wording.Text("item.milestone", ("state", phrasing.Milestone(item.State))) : Subject(wording, phrasing, worst);
        var days = item.Deadline is { } deadline ? board.Today.DayNumber - deadline.DayNumber : 0;
        var text = wording.Text($"item.{Phrasing.Name(item.Reason)}",
            ("subject", subject), ("elapsed", Phrasing.Percent(board.Elapsed)), ("date", item.Deadline is { } day ? phrasing.Date(day) : ""), ("days", Math.Abs(days)));
        return item.Problems.Count == 0 ? text : text + wording.Text("item.problem", ("problem", Cut(item.Problems[0])));
    }

    static string Subject(Wording wording, Phrasing phrasing, IndicatorStatus status) => status.Indicator.Sharing == Sharing.PerUnit
        ? wording.Text("item.per_unit", ("indicator", status.Indicator.Name), ("met", status.UnitsMet), ("units", status.Units), ("target", Phrasing.Amount(status.Indicator.Target, status.Indicator)))
        : wording.Text("item.figure", ("indicator", status.Indicator.Name), ("approved", Phrasing.Amount(status.Approved, status.Indicator)), ("target", phrasing.Target(status.Indicator)), ("percent", Phrasing.Percent(status.Share)));

    /// <summary>Goal, light, every indicator, what is not reviewed yet, who answers for it.</summary>
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
            wording.Text("item.units", ("units", phrasing.UnitNames(units, 6))),
        ]);
    }

    static string Pending(Wording wording, Phrasing phrasing, IndicatorStatus status) =>
        status.Reported == status.Approved ? "" : wording.Text("item.pending", ("reported", Phrasing.Amount(status.Reported, status.Indicator)));

    /// <summary>The beginning of what somebody wrote, as long as a line.</summary>
    public static string Cut(string text) => text.Length <= 30 ? text : text[..29] + "…";
}
