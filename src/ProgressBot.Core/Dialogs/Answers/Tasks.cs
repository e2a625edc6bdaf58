using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>我的任务: what a unit has in front of it, and the reminder that says the same.</summary>
public static class Tasks
{
    /// <summary>Lines about the items of one round, or about deadlines.</summary>
    const int MostLines = 10;

    /// <summary>Lines that fit a phone's screen: all that a person owes.</summary>
    const int MostOwn = 14;

    internal static Outgoing View(Turn turn)
    {
        var (wording, tasks) = (turn.Wording, turn.Facts.Tasks);
        if (tasks.Count == 0) return new Outgoing(wording.Text("report.none_open"));
        return new Outgoing(string.Join('\n', Lines(wording, [.. Rounds(wording, turn.Phrasing, tasks, int.MaxValue)], Hint(wording, tasks), int.MaxValue)));
    }

    /// <summary>What is open, and how to answer.</summary>
    public static Outgoing Reminder(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> open) => Reminder(wording, phrasing, open, []);

    /// <summary>
    /// One merged message: items that have a deadline of their own, then per round what, until when and how long is left, and only the open items, then how to
    /// answer. What does not fit is counted.
    /// </summary>
    public static Outgoing Reminder(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> open, IReadOnlyList<ItemDeadline> deadlines)
    {
        IReadOnlyList<TextSection> sections = [.. Deadlines(wording, phrasing, deadlines), .. Rounds(wording, phrasing, open, MostLines)];
        var hint = open.Count == 0 ? wording.Text("reminder.deadlines_hint") : Hint(wording, open);
        return new Outgoing(string.Join('\n', Lines(wording, sections, hint, MostOwn)))
        {
            Buttons = open.Count == 0 ? [] : [.. Tap.On(open, [new(wording.Text("buttons.no_change")), new(wording.Text("buttons.later"))]), new(wording.Text("buttons.details"))],
        };
    }

    /// <summary>The same with what others owe for long, where the person answers for it; alone, when nothing of the person's own is open.</summary>
    public static Outgoing Reminder(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> open, IReadOnlyList<ItemDeadline> deadlines, IReadOnlyList<LatePart> late)
    {
        var copy = string.Join('\n', Copies.Lines(wording, phrasing, late));
        if (open.Count == 0 && deadlines.Count == 0) return new Outgoing(copy);
        var own = Reminder(wording, phrasing, open, deadlines);
        return late.Count == 0 ? own : own with { Text = $"{own.Text}\n{copy}" };
    }

    static string DeadlineLine(Wording wording, Phrasing phrasing, ItemDeadline deadline) => wording.Text("reminder.deadline",
        ("item", deadline.Item.Name), ("what", deadline.Indicator is { } indicator ? wording.Text("reminder.deadline_target", ("indicator", indicator.Name), ("target", phrasing.Target(indicator))) : deadline.Item.Goal),
        ("date", phrasing.Date(deadline.Day)), ("left", phrasing.Left(deadline.Plan.Zone.Instant(deadline.Day, new TimeOnly(23, 59)), deadline.Plan)));

    static IEnumerable<string> Lines(Wording wording, IReadOnlyList<TextSection> sections, string? hint, int most)
    {
        var (lines, left) = TextSection.Fit(sections, hint is null ? most : most - 1);
        string?[] last = [left == 0 ? null : wording.Text("reminder.more", ("count", left)), hint];
        return lines.Concat(last.OfType<string>());
    }

    static IEnumerable<TextSection> Deadlines(Wording wording, Phrasing phrasing, IReadOnlyList<ItemDeadline> deadlines) => deadlines.Count == 0 ? [] :
    [
        new TextSection([wording.Text("reminder.deadlines")], [.. deadlines.Select(deadline => new[] { DeadlineLine(wording, phrasing, deadline) })], MostLines,
            count => wording.Text("reminder.deadlines_more", ("count", count))),
    ];

    static IEnumerable<TextSection> Rounds(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> tasks, int mostLines) =>
        tasks.GroupBy(task => (task.Round.Id, task.DueAt)).Select(group => Of(wording, phrasing, [.. group], mostLines));

    static TextSection Of(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> tasks, int mostLines)
    {
        var (round, due) = (tasks[0].Round, tasks[0].DueAt);
        var header = wording.Text(phrasing.IsPast(due) ? "reminder.header_overdue" : "reminder.header",
            ("round", phrasing.Round(round)), ("date", phrasing.Date(phrasing.LocalDate(due))), ("left", phrasing.Left(due, tasks[0].Plan)));
        var title = wording.Text("reminder.plan", ("plan", tasks[0].Plan.Title), ("count", tasks.Count));
        return new TextSection(AsksOpening(phrasing, tasks) ? [header, title, wording.Text("reminder.opening")] : [header, title], [.. TaskLines.ByTask(wording, phrasing, tasks)], mostLines, count => wording.Text("reminder.more", ("count", count)));
    }

    // where things stood when the plan came into force is asked until the unit has told anything
    static bool AsksOpening(Phrasing phrasing, IReadOnlyList<ReportTask> tasks) =>
        tasks[0].Plan.BeganLate(phrasing.CalendarOf(tasks[0].Plan)) && !tasks.Any(task => task.Report.Standing is not null || task.Indicators.Any(indicator => task.Before(indicator) is not null));

    // an example in the unit's own words; the numbers are left out, so that nobody sends ours
    static string? Hint(Wording wording, IReadOnlyList<ReportTask> tasks)
    {
        var examples = tasks.Where(task => task.Report.IsOpen).SelectMany(task => task.Indicators)
            .Take(2)
            .Select(indicator => wording.Text("reminder.example", ("indicator", indicator.Name), ("unit", indicator.DisplayUnit)))
            .ToList();
        if (examples.Count > 0) return wording.Text("reminder.hint", ("example", string.Join(wording.Text("format.comma_long"), examples)));
        return tasks.Any(task => task.Report.IsOpen) ? wording.Text("reminder.hint_milestone") : null;
    }
}
