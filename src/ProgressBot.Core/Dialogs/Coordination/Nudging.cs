using System.Globalization;
using ProgressBot.Core.Dialogs.Answers;

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
        foreach (var unit in Chosen(turn)) (Urge(turn, unit) ? reached : unreachable).Add(turn.Facts.Ledger.Unit(unit).Name);
        if (reached.Count > 0) turn.Say("nudge.done", ("count", reached.Count), ("units", turn.Phrasing.UnitNames(reached, 6)));
        if (unreachable.Count > 0) turn.Say("nudge.unreachable", ("units", turn.Phrasing.UnitNames(unreachable, 6)));
    }

    // the reminder about what is open, with the coordinator's name above it
    static bool Urge(Turn turn, int unit)
    {
        var open = turn.Facts.TasksOf(unit).Where(task => task.Report.IsOpen).ToList();
        var people = turn.Facts.Ledger.ReportersOf(unit, turn.Facts.Today).Where(person => person.Addresses.Count > 0).ToList();
        if (people.Count == 0 || open.Count == 0) return false;
        foreach (var round in open.Select(task => task.Round.Id).Distinct()) turn.Emit(new UnitsNudged(round, [unit]));
        foreach (var person in people)
        {
            var wording = turn.Book.Wording(person.Locale);
            var reminder = Tasks.Reminder(wording, new Phrasing(wording, turn.Facts), open);
            turn.Notify(person.Id, reminder with { Text = wording.Text("nudge.notice", ("person", turn.Facts.Person!.Name)) + "\n" + reminder.Text });
        }
        return true;
    }

    static IEnumerable<int> Chosen(Turn turn) => turn.Session.Values.GetValueOrDefault(Units, "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
