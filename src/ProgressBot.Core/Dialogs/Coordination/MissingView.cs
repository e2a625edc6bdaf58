using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>未报: who still owes something, and the buttons to nudge them.</summary>
static class MissingView
{
    const int MostNames = 20;

    public static void Show(Turn turn)
    {
        var rounds = turn.Facts.Boards.Where(board => board.Round is not null).ToList();
        if (rounds.Count == 0) turn.Say("status.no_round");
        foreach (var board in rounds) turn.Say(Of(turn, board));
    }

    static Outgoing Of(Turn turn, StatusSummary board)
    {
        var missing = board.Counts.Missing;
        if (missing.Count == 0) return new Outgoing(turn.Wording.Text("missing.none", ("round", turn.Phrasing.Round(board.Round!))));
        var names = turn.Phrasing.UnitNames([.. missing.Select(unit => Name(turn.Wording, unit))], MostNames);
        return new Outgoing(turn.Wording.Text("missing.list", ("round", turn.Phrasing.Round(board.Round!)), ("count", missing.Count), ("units", names)))
        {
            Buttons = turn.Facts.Person!.Is(Roles.Coordinator) ? [turn.Button("buttons.nudge_all"), .. missing.Take(3).Select(unit => turn.Button("buttons.nudge_unit", ("unit", unit.Unit.Name)))] : [],
        };
    }

    static string Name(Wording wording, MissingUnit unit) => unit.Unit.Name + Remark(wording, unit);

    static string Remark(Wording wording, MissingUnit unit)
    {
        if (unit.Open < unit.All) return wording.Text("missing.partly", ("open", unit.Open));
        if (unit.Nudged > 0) return wording.Text("missing.nudged", ("count", unit.Nudged));
        return unit.Acknowledged ? wording.Text("missing.acknowledged") : "";
    }
}
