using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>我的任务: what a unit has in front of it, and the reminder that says the same.</summary>
public static class Tasks
{
    /// <summary>Lines that fit a phone's screen.</summary>
    const int MostLines = 10;

    internal static Outgoing View(Turn turn) => turn.Facts.Tasks.Count == 0
        ? new Outgoing(turn.Wording.Text("report.none_open"))
        : Compose(turn.Wording, turn.Phrasing, turn.Facts.Tasks, int.MaxValue) with { Buttons = [] };

    /// <summary>One merged message: per round what, until when and how long is left, then only the open items, then how to answer.</summary>
    public static Outgoing Reminder(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> open) => Compose(wording, phrasing, open, MostLines) with
    {
        Buttons = [.. Tap.On(open, [new(wording.Text("buttons.no_change")), new(wording.Text("buttons.later"))]), new(wording.Text("buttons.details"))],
    };

    /// <summary>The same with items that have a deadline of their own; alone, when no round is open.</summary>
    public static Outgoing Reminder(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> open, IReadOnlyList<ItemDeadline> deadlines)
    {
        if (deadlines.Count == 0) return Reminder(wording, phrasing, open);
        var lines = string.Join('\n', deadlines.Take(MostLines).Select(deadline => DeadlineLine(wording, phrasing, deadline)).Prepend(wording.Text("reminder.deadlines")));
        if (open.Count == 0) return new Outgoing($"{lines}\n{wording.Text("reminder.deadlines_hint")}");
        var round = Reminder(wording, phrasing, open);
        return round with { Text = $"{lines}\n{round.Text}" };
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

    static Outgoing Compose(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> tasks, int mostLines)
    {
        var parts = tasks.GroupBy(task => (task.Round.Id, task.DueAt)).Select(group => Part(wording, phrasing, [.. group], mostLines));
        var text = string.Join("\n", parts);
        return new Outgoing(Hint(wording, tasks) is { } hint ? $"{text}\n{hint}" : text);
    }

    static string Part(Wording wording, Phrasing phrasing, IReadOnlyList<ReportTask> tasks, int mostLines)
    {
        var (round, due) = (tasks[0].Round, tasks[0].DueAt);
        var lines = TaskLines.Of(wording, phrasing, tasks).ToList();
        var header = wording.Text(phrasing.IsPast(due) ? "reminder.header_overdue" : "reminder.header",
            ("round", phrasing.Round(round)), ("date", phrasing.Date(phrasing.LocalDate(due))), ("left", phrasing.Left(due, tasks[0].Plan)));
        var title = wording.Text("reminder.plan", ("plan", tasks[0].Plan.Title), ("count", tasks.Count));
        if (lines.Count > mostLines)
        {
            var shown = tasks.TakeWhile((_, index) => TaskLines.Of(wording, phrasing, [.. tasks.Take(index + 1)]).Count() <= mostLines).ToList();
            lines = [.. TaskLines.Of(wording, phrasing, shown), wording.Text("reminder.more", ("count", tasks.Count - shown.Count))];
        }
        return string.Join('\n', [header, title, .. lines]);
    }

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
