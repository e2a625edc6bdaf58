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
        if (choice is null) return Reading.NotUnderstood;
        var until = Times(turn)[int.Parse(choice, CultureInfo.InvariantCulture)];
        turn.Emit(new ReminderSnoozed([.. Open(turn).Select(task => task.Round.Id).Distinct()], until));
        turn.Say("later.done", ("time", turn.Phrasing.Time(until)));
        return Reading.Stop;
    }

    static IReadOnlyList<DateTimeOffset> Times(Turn turn) => Open(turn) is [var first, ..]
        ? [.. new Snooze(turn.Facts.Calendar, turn.Facts.Zone).Choices(turn.Facts.Now, first.Round.DueAt).Select(choice => choice.At)]
        : [];

    static List<ReportTask> Open(Turn turn) => [.. turn.Facts.Tasks.Where(task => task.Report.IsOpen)];
}
