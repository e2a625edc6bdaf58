using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>稍后: no reminder before a time the person picks, which is never after the due time.</summary>
static class Snoozing
{
    public static string? Possible(Turn turn) => Times(turn).Count > 0 ? "yes" : null;

    public static IEnumerable<Button> Choices(Turn turn) => Times(turn).Select(time => new Button(turn.Phrasing.Time(time)));

    public static Reading Read(Turn turn, string? choice)
    {
        if ((choice is null ? Typed(turn) : Times(turn)[int.Parse(choice, CultureInfo.InvariantCulture)]) is not { } until) return choice is null && TypedDay.First(turn.Input.Text, turn.Facts.Today) is null ? Reading.NotUnderstood : Reading.Again;
        turn.Emit(new ReminderSnoozed([.. Open(turn).Select(task => task.Round.Id).Distinct()], until));
        turn.Say("later.done", ("time", turn.Phrasing.Time(until)));
        return Reading.Stop;
    }

    // a day that cannot be is refused with what can; the question follows with its buttons
    static DateTimeOffset? Typed(Turn turn)
    {
        if (TypedDay.First(turn.Input.Text, turn.Facts.Today) is not { } day || Open(turn) is not [var first, ..]) return null;
        var answer = new Snooze(turn.Facts.CalendarOf(first.Plan), turn.Facts.Zone).Until(day.Day, turn.Facts.Now, first.DueAt);
        if (answer.Refusal is { } refusal) turn.Say($"later.{Phrasing.Name(refusal)}", ("date", turn.Phrasing.Date(day.Day)), ("due", turn.Phrasing.Time(first.DueAt)));
        return answer.At;
    }

    static IReadOnlyList<DateTimeOffset> Times(Turn turn) => Open(turn) is [var first, ..]
        ? [.. new Snooze(turn.Facts.CalendarOf(first.Plan), turn.Facts.Zone).Choices(turn.Facts.Now, first.DueAt).Select(choice => choice.At)]
        : [];

    static List<ReportTask> Open(Turn turn) => [.. turn.Facts.Tasks.Where(task => task.Report.IsOpen)];
}
