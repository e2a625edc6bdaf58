using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>代报 区教育局 培训累计20人次: a coordinator writes down what a unit said by telephone. It is read like the unit's own words; the unit is told and can object.</summary>
static class OnBehalf
{
    public static void Register(DialogNames names)
    {
        names.Actions["begin_on_behalf"] = Begin;
    }

    static void Begin(Turn turn)
    {
        var words = turn.Argument.Split([' ', '：', ':'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || turn.Facts.UnitCalled(words[0]) is not { } unit)
        {
            turn.Say(words.Length < 2 ? "on_behalf.how" : "on_behalf.unknown", ("name", words.FirstOrDefault()));
            turn.Session.End();
            return;
        }
        (turn.Draft.OnBehalfOf, turn.Draft.Enough) = (unit.Id, true);
        turn.Text = InputText.AsTyped(turn.Input.Text, words[1]);
        if (turn.DraftTasks.Count == 0) turn.Say("on_behalf.none_open", ("unit", unit.Name));
        else if (ProgressReader.Read(turn, null).Kind == ReadKind.Understood) return;
        else turn.Say("on_behalf.unread", ("unit", unit.Name));
        turn.Session.End();
    }

    /// <summary>The unit's people hear what was written down for them, and can object.</summary>
    public static void Tell(Turn turn, IReadOnlyList<Report> reports)
    {
        foreach (var person in turn.Facts.Ledger.ReportersOf(turn.Draft.OnBehalfOf!.Value, turn.Facts.Today))
        {
            var wording = turn.Book.Wording(person.Locale);
            turn.Notify(person.Id, new Outgoing(wording.Text("on_behalf.notice", ("person", turn.Facts.Person!.Name), ("what", ReadBack.Summary(turn))))
            {
                Buttons = [Tap.OnReports(reports, new Button(wording.Text("buttons.dispute")))],
            });
        }
    }
}
