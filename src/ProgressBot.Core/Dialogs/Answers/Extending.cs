using System.Globalization;
using System.Text.RegularExpressions;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>
/// 申请延期 3 到10月20日 因验收推迟: more time for one item, or without a number for all that the unit still owes in the round; the coordinators decide in one tap.
/// </summary>
static partial class Extending
{
    const string TasksKey = "tasks";
    const string UntilKey = "until";
    const string ReasonKey = "reason";

    public static void Read(Turn turn)
    {
        var text = turn.Argument;
        var number = Number().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : (int?)null;
        var task = number is null ? turn.Facts.Tasks.FirstOrDefault(task => task.Report.IsOpen) : turn.Facts.Tasks.FirstOrDefault(task => task.Number == number);
        if (Refusal(turn, task, TypedDay.First(text, turn.Facts.Today)) is { } refusal)
        {
            turn.Say(refusal);
            turn.Session.End();
            return;
        }
        var until = TypedDay.First(text, turn.Facts.Today)!.Value;
        var asked = number is null ? turn.Facts.Tasks.Where(other => other.Report.IsOpen && other.Unit.Id == task!.Unit.Id && other.Round.Id == task.Round.Id && until.Day > turn.Phrasing.LocalDate(other.DueAt)) : [task!];
        turn.Session.Values[TasksKey] = string.Join(',', asked.Select(each => each.Report.Id.ToString(CultureInfo.InvariantCulture)));
        turn.Session.Values[UntilKey] = until.Day.ToString("O", CultureInfo.InvariantCulture);
        if (Leading().Replace(text[until.End..], "").Trim(' ', '。', '.') is { Length: > 0 } reason) turn.Session.Values[ReasonKey] = AsTyped(turn.Input.Text, reason);
    }

    public static string? Reason(Turn turn) => turn.Session.Values.GetValueOrDefault(ReasonKey);

    public static void Ask(Turn turn)
    {
        var ids = turn.Session.Values[TasksKey].Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToHashSet();
        if (turn.Facts.Tasks.Where(task => ids.Contains(task.Report.Id)).ToList() is not [var first, ..] tasks)
        {
            turn.Say("extend.no_task");
            return;
        }
        var until = DateOnly.ParseExact(turn.Session.Values[UntilKey], "O", CultureInfo.InvariantCulture);
        foreach (var task in tasks) turn.Emit(Asked(turn, task, until));
        foreach (var coordinator in turn.Facts.Ledger.Having(Roles.Coordinator)) turn.Notify(coordinator.Id, Notice(turn, coordinator, tasks, until));
        turn.Say(tasks.Count == 1 ? "extend.done" : "extend.done_all", ("date", turn.Phrasing.Date(until)), ("due", turn.Phrasing.Date(turn.Phrasing.LocalDate(first.DueAt))), ("count", tasks.Count), ("item", first.Item.Name));
    }

    static ExtensionAsked Asked(Turn turn, ReportTask task, DateOnly until)
    {
        var calendar = turn.Facts.CalendarOf(task.Plan);
        var time = TimeOnly.FromDateTime(turn.Facts.Zone.WallClock(task.Round.DueAt));
        var locks = turn.Facts.Zone.Instant(calendar.AddWorkingDays(until, task.Plan.Schedule.Due.LocksAfter), time);
        return new ExtensionAsked(task.Round.Id, task.Unit.Id, task.Item.Id, turn.Facts.Zone.Instant(until, time), locks > task.Round.LocksAt ? locks : task.Round.LocksAt, turn.Session.Values[ReasonKey]);
    }

    static Outgoing Notice(Turn turn, Person coordinator, List<ReportTask> tasks, DateOnly until)
    {
        var wording = turn.Book.Wording(coordinator.Locale);
        var phrasing = new Phrasing(wording, turn.Facts);
        var task = tasks[0];
        return new Outgoing(wording.Text("extend.notice", ("unit", task.Unit.Name), ("person", turn.Facts.Person!.Name), ("round", phrasing.Round(task.Round)), ("item", phrasing.Names([.. tasks.Select(each => each.Item.Name)], 3)),
            ("due", phrasing.Date(phrasing.LocalDate(task.DueAt))), ("date", phrasing.Date(until)), ("reason", turn.Session.Values[ReasonKey])))
        {
            Buttons = [new Button(wording.Text("buttons.grant", ("unit", task.Unit.Name))), new Button(wording.Text("buttons.refuse", ("unit", task.Unit.Name)))],
        };
    }

    static Outgoing? Refusal(Turn turn, ReportTask? task, TypedDay? until)
    {
        if (task is null) return new Outgoing(turn.Wording.Text(turn.Facts.Tasks.Count == 0 ? "report.none_open" : "extend.no_task"));
        if (until is not { } day) return new Outgoing(turn.Wording.Text("extend.how"));
        var due = turn.Phrasing.LocalDate(task.DueAt);
        if (!task.Report.IsOpen) return new Outgoing(turn.Wording.Text("extend.told", ("item", task.Item.Name)));
        if (day.Day <= due || day.Day < turn.Facts.Today) return new Outgoing(turn.Wording.Text("extend.not_later", ("due", turn.Phrasing.Date(due))));
        if (day.Day > task.Plan.End) return new Outgoing(turn.Wording.Text("extend.beyond_plan", ("end", turn.Phrasing.Date(task.Plan.End))));
        return task.Round.Extensions.Any(extension => extension.UnitId == task.Unit.Id && extension.State == ExtensionState.Asked)
            ? new Outgoing(turn.Wording.Text("extend.pending")) : null;
    }

    // the argument was folded for comparison; the reason goes to people as it was typed
    internal static string AsTyped(string typed, string folded) =>
        HalfWidth.Of(typed).IndexOf(folded, StringComparison.OrdinalIgnoreCase) is >= 0 and var start ? typed.Substring(start, folded.Length) : folded;

    [GeneratedRegex(@"^(\d{1,3})(?![\d月日号./-])")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[\s,，;；。]*(?:因为|由于|原因是?[:：]?|因|because of|because)?\s*")]
    private static partial Regex Leading();
}
