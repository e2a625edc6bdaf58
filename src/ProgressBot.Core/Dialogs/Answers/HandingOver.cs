using System.Globalization;
using System.Text.RegularExpressions;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>
/// 转交 王五: somebody else reports for the units from now on, open rounds included. 转交 3 给李四: a colleague is asked for one item. "这项不归我们了" and 转交 alone:
/// the coordinators are told word for word; until they change the plan the item stays with the unit.
/// </summary>
static partial class HandingOver
{
    public static Reading Listen(Turn turn, string? choice) =>
        turn.Book.Says("not_ours_words", turn.Input.Text) ? Reading.Understood : Reading.NotUnderstood;

    public static void Begin(Turn turn)
    {
        if (turn.Argument.Length == 0) Tell(turn);
        else if (ItemAndName().Match(turn.Argument) is { Success: true } relay) Relay(turn, int.Parse(relay.Groups[1].Value, CultureInfo.InvariantCulture), relay.Groups[2].Value);
        else HandOver(turn);
    }

    // 转交 王五: all units; 转交 区商务局 王五: that one
    static void HandOver(Turn turn)
    {
        var words = turn.Argument.Split(' ', 2, StringSplitOptions.TrimEntries);
        var named = words.Length == 2 ? turn.Facts.OwnUnits.Where(unit => turn.Facts.Ledger.Unit(unit).IsCalled(words[0])).ToList() : [];
        if (Colleague(turn, named.Count > 0 ? words[1] : turn.Argument) is not { } successor) return;
        var units = named.Count > 0 ? named : [.. turn.Facts.OwnUnits];
        var names = Names(turn, units);
        turn.Emit(new HandedOver(successor.Id, units, turn.Facts.Today));
        Notify(turn, successor, "hand_over.to_successor", ("unit", names));
        foreach (var coordinator in turn.Facts.Ledger.Having(Roles.Coordinator)) Notify(turn, coordinator, "hand_over.to_coordinator", ("unit", names), ("successor", successor.Name));
        turn.Say("hand_over.handed", ("person", successor.Name), ("units", names), ("unit", turn.Facts.Ledger.Unit(units[0]).Name), ("self", turn.Facts.Person!.Name));
    }

    static void Relay(Turn turn, int number, string name)
    {
        if (turn.Facts.Tasks.FirstOrDefault(task => task.Number == number) is not { } task || !task.Report.IsOpen) turn.Say("hand_over.no_task");
        else if (Colleague(turn, name) is { } colleague)
        {
            turn.Emit(new ItemRelayed(task.Report.Id, task.Unit.Id, colleague.Id, turn.Facts.Today, turn.Phrasing.LocalDate(task.Round.LocksFor(task.Report))));
            var wording = turn.Book.Wording(colleague.Locale);
            var asked = Tasks.Reminder(wording, new Phrasing(wording, turn.Facts), [task with { Number = 1 }]);
            turn.Notify(colleague.Id, asked with { Text = wording.Text("hand_over.relay_notice", ("person", turn.Facts.Person!.Name)) + "\n" + asked.Text, Buttons = [new(wording.Text("buttons.tasks"))] });
            turn.Say("hand_over.relayed", ("item", task.Item.Name), ("person", colleague.Name));
        }
    }

    // says why where it is null
    static Person? Colleague(Turn turn, string text)
    {
        var name = NamesIn.Bare(text);
        var called = turn.Facts.PeopleCalled(name);
        if (called is [var only] && only.Id != turn.Facts.Person!.Id) return only;
        if (called.Count > 0) turn.Say(called.Count > 1 ? "hand_over.several" : "hand_over.self", ("name", name));
        else Invite(turn, name);
        return null;
    }

    // whoever is not here yet gets a code for the unit; where somebody has several units the office has to decide
    static void Invite(Turn turn, string name)
    {
        if (turn.Facts.OwnUnits.Count != 1)
        {
            turn.Say("hand_over.unknown", ("name", name));
            return;
        }
        turn.Emit(new InvitationMade(InvitationCode.Hash(turn.Facts.FreshCode.Value)!, Roles.Reporter, turn.Facts.OwnUnits.Single(), null));
        turn.Say("hand_over.invite", ("name", name), ("code", turn.Facts.FreshCode.Value), ("link", $"{turn.Facts.PublicUrl}/k/{turn.Facts.FreshCode.Value}"));
    }

    static void Tell(Turn turn)
    {
        turn.Emit(new HandOverRequested([.. turn.Facts.Tasks.Select(task => task.Report.Id)], turn.Input.Text));
        foreach (var coordinator in turn.Facts.Ledger.Having(Roles.Coordinator)) Notify(turn, coordinator, "hand_over.notice", ("unit", Names(turn, turn.Facts.OwnUnits)), ("text", turn.Input.Text.Trim()));
        turn.Say("hand_over.say");
    }

    static void Notify(Turn turn, Person person, string key, params ReadOnlySpan<(string Name, object? Value)> more) =>
        turn.Notify(person.Id, new Outgoing(turn.Book.Wording(person.Locale).Text(key, [("person", turn.Facts.Person!.Name), .. more])));

    static string Names(Turn turn, IEnumerable<int> units) => string.Join(turn.Wording.Text("format.comma"), units.Select(unit => turn.Facts.Ledger.Unit(unit).Name));

    [GeneratedRegex(@"^(\d{1,3})\s*(?:给|转给|to\s)?\s*(\S.*)$")]
    private static partial Regex ItemAndName();
}
