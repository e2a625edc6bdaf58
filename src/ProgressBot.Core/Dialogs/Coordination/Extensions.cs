using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>同意延期 区投促局, 不同意延期 区投促局 原因: decides what a unit has asked for, and tells its reporters.</summary>
static class Extensions
{
    public static void Grant(Turn turn) => Decide(turn, true);

    public static void Refuse(Turn turn) => Decide(turn, false);

    static void Decide(Turn turn, bool granted)
    {
        var asked = turn.Facts.Ledger.Rounds
            .SelectMany(round => round.Extensions, (round, extension) => (Round: round, Extension: extension, Unit: turn.Facts.Ledger.Unit(extension.UnitId)))
            .Where(each => each.Extension.State == ExtensionState.Asked).OrderBy(each => each.Extension.At).ToList();
        var (name, reason) = Split(turn.Argument);
        var chosen = asked.Where(each => name.Length == 0 ? asked.Count == 1 : each.Unit.IsCalled(name)).Take(1).ToList();
        if (chosen is not [var (round, extension, unit)])
        {
            turn.Say(asked.Count == 0 ? "extensions.none" : "extensions.which", ("units", turn.Phrasing.UnitNames([.. asked.Select(each => each.Unit.Name).Distinct()], 10)));
            return;
        }
        turn.Emit(new ExtensionDecided(extension.Id, round.Id, granted, reason.Length > 0 ? Answers.Extending.AsTyped(turn.Input.Text, reason) : null));
        var key = granted ? "granted" : "refused";
        foreach (var person in turn.Facts.Ledger.ReportersOf(unit.Id, turn.Facts.Today))
        {
            var wording = turn.Book.Wording(person.Locale);
            turn.Notify(person.Id, new Outgoing(wording.Text($"extensions.{key}_notice", ("round", new Phrasing(wording, turn.Facts).Round(round)), ("date", Day(new Phrasing(wording, turn.Facts), granted ? extension.DueAt : round.DueFor(unit.Id))), ("reason", reason.Length > 0 ? wording.Text("extensions.reason", ("reason", reason)) : ""))));
        }
        turn.Say($"extensions.{key}", ("unit", unit.Name), ("round", turn.Phrasing.Round(round)), ("date", Day(turn.Phrasing, granted ? extension.DueAt : round.DueFor(unit.Id))));
    }

    static string Day(Phrasing phrasing, DateTimeOffset at) => phrasing.Date(phrasing.LocalDate(at));

    static (string Name, string Reason) Split(string argument) => argument.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space ? (argument[..space], argument[(space + 1)..].Trim()) : (argument, "");
}
