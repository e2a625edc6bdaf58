using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>
/// 负责人 区商务局: who is in charge of a unit, and hears of it when the unit is overdue for long. 负责人 区商务局 张三 names somebody, with an invitation for whoever is not here yet;
/// 负责人 区商务局 无 nobody.
/// </summary>
static class Charging
{
    public static void Give(Turn turn)
    {
        var words = turn.Argument.Split((char[])[' ', '\u3000'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) turn.Say("in_charge.how");
        else if (turn.Facts.UnitCalled(words[0]) is not { } unit) turn.Say("in_charge.unknown", ("unit", words[0]));
        else if (words.Length == 1) Show(turn, unit);
        else if (turn.Book.Wordings.Values.Any(wording => wording.Words("settings_values.none").Contains(words[1]))) Take(turn, unit);
        else Name(turn, unit, words[1]);
    }

    static void Show(Turn turn, Unit unit)
    {
        var people = turn.Facts.Ledger.InChargeOf(unit.Id, turn.Facts.Today).Select(person => person.Name).ToList();
        turn.Say(people.Count == 0 ? "in_charge.none" : "in_charge.stands", ("unit", unit.Name), ("people", string.Join(turn.Wording.Text("format.comma"), people)));
    }

    static void Take(Turn turn, Unit unit)
    {
        turn.Emit(new UnitChargeGiven(unit.Id, [], turn.Facts.Today));
        turn.Say("in_charge.taken", ("unit", unit.Name));
    }

    static void Name(Turn turn, Unit unit, string name)
    {
        var called = turn.Facts.PeopleCalled(name);
        // of two people of one name the one who belongs to the unit is meant
        var known = called.Count == 1 ? called[0] : called.SingleOrDefault(person => person.UnitsOn(turn.Facts.Today).Contains(unit.Id));
        if (known is not null)
        {
            turn.Emit(new UnitChargeGiven(unit.Id, [known.Id], turn.Facts.Today));
            turn.Say("in_charge.done", ("unit", unit.Name), ("person", known.Name));
        }
        else if (called.Count > 0) turn.Say("in_charge.several", ("name", name));
        else
        {
            turn.Emit(new InvitationMade(InvitationCode.Hash(turn.Facts.FreshCode.Value)!, Roles.Reporter, unit.Id, null, InCharge: true));
            turn.Say("in_charge.invite", ("unit", unit.Name), ("name", name), ("code", turn.Facts.FreshCode.Value), ("link", $"{turn.Facts.PublicUrl}/k/{turn.Facts.FreshCode.Value}"));
        }
    }
}
