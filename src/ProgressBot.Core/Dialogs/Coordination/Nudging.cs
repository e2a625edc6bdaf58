using System.Globalization;
using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>催办: one unit or all that are missing; twice on a day only when confirmed.</summary>
static class Nudging
{
    const string Units = "units";

    public static void ChooseUnits(Turn turn)
    {
        var missing = turn.Facts.Boards.SelectMany(board => board.Counts.Missing).Select(unit => unit.Unit).DistinctBy(unit => unit.Id).ToList();
        var all = turn.Argument.Length == 0 || turn.Book.Wordings.Values.Any(wording => wording.Words("names").Contains(turn.Argument));
        var chosen = all ? missing : [.. missing.Where(unit => unit.IsCalled(turn.Argument))];
        turn.Session.Values[Units] = string.Join(',', chosen.Select(unit => unit.Id));
        if (chosen.Count > 0) return;
        turn.Say(missing.Count == 0 ? "nudge.nobody" : "nudge.not_missing", ("name", turn.Argument));
        turn.Session.End();
    }

    public static string? NudgedToday(Turn turn) => Chosen(turn)
        .Any(unit => turn.Facts.Ledger.Nudges.Any(nudge => nudge.UnitId == unit && turn.Phrasing.LocalDate(nudge.At) == turn.Facts.Today)) ? "yes" : null;

    public static void Nudge(Turn turn)
    {
        var unreachable = new List<string>();
        var reached = new List<string>();
        foreach (var unit in Chosen(turn)) (Urge(turn, unit, turn.Facts.NextNudge + reached.Count) ? reached : unreachable).Add(turn.Facts.Ledger.Unit(unit).Name);
        if (reached.Count > 0)
            turn.Say("nudge.done", ("count", reached.Count), ("units", turn.Phrasing.UnitNames(reached, 6)), ("numbers", Numbers(turn, reached.Count)));
        if (unreachable.Count > 0) turn.Say("nudge.unreachable", ("units", turn.Phrasing.UnitNames(unreachable, 6)));
    }

    // the reminder about what is open, with the coordinator's name above it
    static bool Urge(Turn turn, int unit, int number)
    {
        var open = turn.Facts.TasksOf(unit).Where(task => task.Report.IsOpen).ToList();
        var people = turn.Facts.Ledger.ReportersOf(unit, turn.Facts.Today).Where(person => person.Addresses.Count > 0).ToList();
        if (people.Count == 0 || open.Count == 0) return false;
        foreach (var round in open.GroupBy(task => task.Round.Id))
            turn.Emit(new UnitsNudged(round.Key, [unit], number, turn.Phrasing.Names([.. round.Select(task => task.Item.Name)], 3), round.First().DueAt));
        foreach (var person in people)
        {
            var wording = turn.Book.Wording(person.Locale);
            var reminder = Tasks.Reminder(wording, new Phrasing(wording, turn.Facts), open);
            turn.Notify(person.Id, reminder with { Text = wording.Text("nudge.notice", ("number", NumberOf(wording, turn.Facts.Today.Year, number)), ("person", turn.Facts.Person!.Name)) + "\n" + reminder.Text }, about: NumberOf(turn.Book.Wording(DialogBook.DefaultLocale), turn.Facts.Today.Year, number));
        }
        return true;
    }

    /// <summary>催办〔2022〕3号.</summary>
    public static string NumberOf(Wording wording, int year, int number) => wording.Text("nudge.number", ("year", year), ("number", number));

    static string Numbers(Turn turn, int count)
    {
        var (first, last) = (NumberOf(turn.Wording, turn.Facts.Today.Year, turn.Facts.NextNudge), turn.Facts.NextNudge + count - 1);
        return count == 1 ? first : turn.Wording.Text("nudge.numbers", ("first", first), ("last", last));
    }

    static IEnumerable<int> Chosen(Turn turn) => turn.Session.Values.GetValueOrDefault(Units, "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
