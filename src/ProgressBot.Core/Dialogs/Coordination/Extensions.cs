using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
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
        var oldest = asked.FirstOrDefault(each => name.Length == 0 ? asked.Select(other => other.Extension.At).Distinct().Count() == 1 : each.Unit.IsCalled(name));
        if (oldest.Round is not { } round)
        {
            turn.Say(asked.Count == 0 ? "extensions.none" : "extensions.which", ("units", turn.Phrasing.UnitNames([.. asked.Select(each => each.Unit.Name).Distinct()], 10)));
            return;
        }
        // several items that were asked for in one sentence are decided in one
        var together = asked.Where(each => each.Round.Id == round.Id && each.Unit.Id == oldest.Unit.Id && each.Extension.At == oldest.Extension.At).Select(each => each.Extension).ToList();
        foreach (var extension in together)
            turn.Emit(new ExtensionDecided(extension.Id, round.Id, granted, reason.Length > 0 ? Answers.Extending.AsTyped(turn.Input.Text, reason) : null));
        Tell(turn, round, oldest.Unit, together, granted, reason);
    }

    static void Tell(Turn turn, Round round, Unit unit, List<Extension> together, bool granted, string reason)
    {
        var key = granted ? "granted" : "refused";
        var due = granted ? together[0].DueAt : together.Min(extension => round.DueFor(unit.Id, extension.WorkItemId));
        var names = together.ConvertAll(extension => turn.Facts.Ledger.Item(extension.WorkItemId).Name);
        foreach (var person in turn.Facts.Ledger.ReportersOf(unit.Id, turn.Facts.Today))
        {
            var wording = turn.Book.Wording(person.Locale);
            var phrasing = new Phrasing(wording, turn.Facts);
            turn.Notify(person.Id, new Outgoing(wording.Text($"extensions.{key}_notice", ("round", phrasing.Round(round)), ("item", phrasing.Names(names, 3)), ("date", Day(phrasing, due)),
                ("reason", reason.Length > 0 ? wording.Text("extensions.reason", ("reason", reason)) : ""))));
        }
        turn.Say($"extensions.{key}", ("unit", unit.Name), ("round", turn.Phrasing.Round(round)), ("item", turn.Phrasing.Names(names, 3)), ("date", Day(turn.Phrasing, due)));
    }

    static string Day(Phrasing phrasing, DateTimeOffset at) => phrasing.Date(phrasing.LocalDate(at));

    static (string Name, string Reason) Split(string argument) => argument.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space ? (argument[..space], argument[(space + 1)..].Trim()) : (argument, "");
}
