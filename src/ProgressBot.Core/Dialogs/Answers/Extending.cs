using System.Globalization;
using System.Text.RegularExpressions;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>申请延期 3 到10月20日 因验收推迟: more time for the unit in that item's round; the coordinators decide in one tap.</summary>
static partial class Extending
{
    const string TaskKey = "task";
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
        turn.Session.Values[TaskKey] = task!.Report.Id.ToString(CultureInfo.InvariantCulture);
        turn.Session.Values[UntilKey] = until.Day.ToString("O", CultureInfo.InvariantCulture);
        if (Leading().Replace(text[until.End..], "").Trim(' ', '。', '.') is { Length: > 0 } reason) turn.Session.Values[ReasonKey] = AsTyped(turn.Input.Text, reason);
    }

    public static string? Reason(Turn turn) => turn.Session.Values.GetValueOrDefault(ReasonKey);

    public static void Ask(Turn turn)
    {
        var id = int.Parse(turn.Session.Values[TaskKey], CultureInfo.InvariantCulture);
        if (turn.Facts.Tasks.FirstOrDefault(task => task.Report.Id == id) is not { } task)
        {
            turn.Say("extend.no_task");
            return;
        }
        var asked = Asked(turn, task, DateOnly.ParseExact(turn.Session.Values[UntilKey], "O", CultureInfo.InvariantCulture));
        turn.Emit(asked);
        foreach (var coordinator in turn.Facts.Ledger.Having(Roles.Coordinator)) turn.Notify(coordinator.Id, Notice(turn, coordinator, task, asked));
        turn.Say("extend.done", ("date", turn.Phrasing.Date(turn.Phrasing.LocalDate(asked.DueAt))), ("due", turn.Phrasing.Date(turn.Phrasing.LocalDate(task.DueAt))));
    }

    static ExtensionAsked Asked(Turn turn, ReportTask task, DateOnly until)
    {
        var calendar = turn.Facts.CalendarOf(task.Plan);
        var time = TimeOnly.FromDateTime(turn.Facts.Zone.WallClock(task.Round.DueAt));
        var locks = turn.Facts.Zone.Instant(calendar.AddWorkingDays(until, task.Plan.Schedule.Due.LocksAfter), time);
        return new ExtensionAsked(task.Round.Id, task.Unit.Id, task.Item.Id, turn.Facts.Zone.Instant(until, time), locks > task.Round.LocksAt ? locks : task.Round.LocksAt, turn.Session.Values[ReasonKey]);
    }

    static Outgoing Notice(Turn turn, Person coordinator, ReportTask task, ExtensionAsked asked)
    {
        var wording = turn.Book.Wording(coordinator.Locale);
        var phrasing = new Phrasing(wording, turn.Facts);
        return new Outgoing(wording.Text("extend.notice", ("unit", task.Unit.Name), ("person", turn.Facts.Person!.Name), ("round", phrasing.Round(task.Round)), ("item", task.Item.Name),
            ("due", phrasing.Date(phrasing.LocalDate(task.DueAt))), ("date", phrasing.Date(phrasing.LocalDate(asked.DueAt))), ("reason", asked.Reason)))
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
