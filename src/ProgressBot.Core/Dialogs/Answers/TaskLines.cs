using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>How open tasks are listed: in a reminder, in 我的任务, and when the rest is asked for.</summary>
static class TaskLines
{
    /// <summary>The tasks of one round, item by item: number and name, then a line per indicator or the state, then what is still to be proven.</summary>
    public static IEnumerable<string> Of(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> tasks) => ByTask(wording, phrasing, tasks).SelectMany(lines => lines);

    /// <summary>The same lines task by task.</summary>
    public static IEnumerable<IReadOnlyList<string>> ByTask(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> tasks)
    {
        var severalUnits = tasks.Select(task => task.Unit.Id).Distinct().Count() > 1;
        return tasks.Select(task => Of(wording, phrasing, task, severalUnits).ToList());
    }

    static IEnumerable<string> Of(Wording wording, Phrasing phrasing, ReportTask task, bool namesUnit)
    {
        yield return wording.Text(namesUnit ? "task.item_of_unit" : "task.item", ("number", task.Number), ("item", task.Item.Name), ("unit", task.Unit.Name)) + Mark(wording, task) + Extended(wording, phrasing, task);
        foreach (var indicator in task.Indicators) yield return "  " + Of(wording, phrasing, task, indicator);
        if (task.AsksMilestone) yield return "  " + wording.Text("task.milestone", ("state", phrasing.Milestone(task.State)));
        if (Beside(wording, phrasing, task) is { } beside) yield return "  " + beside;
        if (task.MissingEvidence is { Count: > 0 } missing)
            yield return "  " + wording.Text("task.missing_evidence", ("evidence", phrasing.Names([.. missing.Select(requirement => Short(requirement.Text))], 2)));
    }

    /// <summary>The goals beside an item's numbers that are not done, with how far they are; null for none.</summary>
    public static string? Beside(Wording wording, Phrasing phrasing, ReportTask task)
    {
        var open = task.Milestones.Where(milestone => milestone.IsBeside && task.StateOf(milestone) != MilestoneState.Done)
            .Select(milestone => wording.Text("task.milestone_beside", ("milestone", milestone.Name), ("state", phrasing.Milestone(task.StateOf(milestone))))).ToList();
        return open.Count == 0 ? null : wording.Text("task.milestones_beside", ("milestones", string.Join(wording.Text("format.comma"), open)));
    }

    static string Extended(Wording wording, Phrasing phrasing, ReportTask task) =>
        task.Report.IsOpen && task.DueAt != task.Round.DueAt ? wording.Text("task.extended", ("date", phrasing.Date(phrasing.LocalDate(task.DueAt)))) : "";

    static string Mark(Wording wording, ReportTask task) => task.Report.State switch
    {
        ReportState.Returned => wording.Text("task.returned", ("reason", task.Report.Versions.MaxBy(version => version.Number)?.ReturnReason)),
        ReportState.Submitted => wording.Text("task.submitted"),
        ReportState.Approved => wording.Text("task.approved"),
        _ => "",
    };

    /// <summary>到位资金 上期累计3.2亿元，目标8亿元（40%）; once reported, what was said.</summary>
    public static string Of(Wording wording, Phrasing phrasing, ReportTask task, Indicator indicator)
    {
        if (task.Said(indicator) is { } said)
            return wording.Text("correct.stands", ("indicator", indicator.Name), ("total", Phrasing.Amount(said.Total, indicator)), ("increment", Phrasing.WithSign(said.Increment, indicator)));
        var before = task.Before(indicator);
        return wording.Text(before is null ? "task.figure_first" : "task.figure",
            ("indicator", indicator.Name),
            ("last", before is null ? "" : Phrasing.Amount(before.Value, indicator)),
            ("target", phrasing.Target(indicator)),
            ("percent", Phrasing.Percent(indicator.Target == 0 ? 0 : (before ?? 0) / indicator.Target)));
    }

    public static string Short(string text) => text.Length <= 14 ? text : text[..13] + "…";
}
