using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>加入 区科协 3 and 移出 区科协: a unit takes part in a work item, or in nothing any more, from the middle of the year on.</summary>
static class UnitChanges
{
    const string UnitKey = "unit";
    const string ItemKey = "item";

    public static void ChooseLeaving(Turn turn)
    {
        if (turn.Facts.UnitCalled(turn.Argument) is { } unit && (Parts(turn, unit).Any() || Groups(turn, unit).Any()))
        {
            turn.Session.Values[UnitKey] = unit.Id.ToString(CultureInfo.InvariantCulture);
            return;
        }
        turn.Say(turn.Argument.Length == 0 ? "unit_leaves.how" : "unit_leaves.unknown", ("unit", turn.Argument));
        turn.Session.End();
    }

    public static Outgoing AskLeaving(Turn turn)
    {
        var unit = Leaving(turn);
        var led = Parts(turn, unit).Where(part => part.Assignment.Role == UnitRole.Lead).Select(part => part.Item.Name).ToList();
        return new Outgoing(turn.Wording.Text("unit_leaves.ask",
            ("unit", unit.Name), ("items", Parts(turn, unit).Count() + Groups(turn, unit).Count()), ("open", turn.Facts.TasksOf(unit.Id).Count(task => task.Report.IsOpen)),
            ("led", led.Count == 0 ? "" : turn.Wording.Text("unit_leaves.led", ("items", turn.Phrasing.Names(led, 3))))));
    }

    public static void Leave(Turn turn)
    {
        var unit = Leaving(turn);
        turn.Emit(new UnitLeft(unit.Id, turn.Facts.Today, turn.Session.Values["reason"]));
        foreach (var person in turn.Facts.Ledger.ReportersOf(unit.Id, turn.Facts.Today))
            turn.Notify(person.Id, new Outgoing(turn.Book.Wording(person.Locale).Text("unit_leaves.notice", ("unit", unit.Name), ("reason", turn.Session.Values["reason"]))));
        turn.Say("unit_leaves.done", ("unit", unit.Name));
    }

    public static void ChooseJoining(Turn turn)
    {
        var words = ScheduleSetting.Words(turn.Argument).ToList();
        var plan = turn.Facts.Ledger.Plans.Count > 1 || words.Count > 2 ? Scheduling.Chosen(turn, words) : turn.Facts.Ledger.Plans is [var only] ? only : null;
        var number = words.Count == 2 && int.TryParse(words[1].TrimStart('任', '务', '第'), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var item = plan?.Items.FirstOrDefault(item => item.Number == number);
        if (item is null) turn.Say(turn.Facts.Ledger.Plans.Count > 1 ? "unit_joins.how_several" : "unit_joins.how", ("plans", Scheduling.List(turn)));
        else if (turn.Facts.UnitCalled(words[0]) is { } unit && item.Assignments.Any(part => part.UnitId == unit.Id && part.IsIn(turn.Facts.Today))) turn.Say("unit_joins.already", ("unit", unit.Name), ("item", item.Name));
        else
        {
            turn.Session.Values[UnitKey] = words[0];
            turn.Session.Values[ItemKey] = item.Id.ToString(CultureInfo.InvariantCulture);
            return;
        }
        turn.Session.End();
    }

    public static Outgoing AskJoining(Turn turn)
    {
        var (item, unit) = (Item(turn), turn.Facts.UnitCalled(turn.Session.Values[UnitKey]));
        return new Outgoing(turn.Wording.Text(unit is null ? "unit_joins.ask_new" : "unit_joins.ask", ("unit", unit?.Name ?? turn.Session.Values[UnitKey]), ("number", item.Number), ("item", item.Name)));
    }

    public static void JoinNow(Turn turn)
    {
        var open = Open(turn);
        Join(turn, open.Count == 0 ? turn.Facts.Today : open.Min(round => round.PeriodStart), open);
    }

    public static void JoinNext(Turn turn)
    {
        var open = Open(turn);
        Join(turn, open.Count == 0 ? turn.Facts.Today : open.Max(round => round.PeriodEnd).AddDays(1), []);
    }

    static void Join(Turn turn, DateOnly from, IReadOnlyList<Round> rounds)
    {
        var (item, name) = (Item(turn), turn.Session.Values[UnitKey]);
        var unit = turn.Facts.UnitCalled(name);
        var role = item.Assignments.FirstOrDefault(part => part.UnitId == unit?.Id)?.Role
            ?? (item.Assignments.Count > 0 && item.Assignments.All(part => part.Role == UnitRole.Member) ? UnitRole.Member : UnitRole.Assist);
        turn.Emit(new UnitJoined(item.Id, unit?.Id, unit?.Name ?? name, role, from, [.. rounds.Select(round => round.Id)]));
        turn.Say(new Outgoing(turn.Wording.Text("unit_joins.done", ("unit", unit?.Name ?? name), ("item", item.Name), ("date", turn.Phrasing.Day(from))))
        {
            Buttons = unit is null || !turn.Facts.Ledger.ReportersOf(unit.Id, turn.Facts.Today).Any() ? [turn.Button("buttons.invite_unit", ("unit", unit?.Name ?? name))] : [],
        });
    }

    static List<Round> Open(Turn turn) => [.. turn.Facts.Ledger.Rounds.Where(round => round.PlanId == Item(turn).PlanId && round.State is RoundState.Open or RoundState.Paused)];

    static WorkItem Item(Turn turn) => turn.Facts.Ledger.Item(int.Parse(turn.Session.Values[ItemKey], CultureInfo.InvariantCulture));

    static Unit Leaving(Turn turn) => turn.Facts.Ledger.Unit(int.Parse(turn.Session.Values[UnitKey], CultureInfo.InvariantCulture));

    static IEnumerable<(WorkItem Item, Assignment Assignment)> Parts(Turn turn, Unit unit) =>
        from plan in turn.Facts.Ledger.Plans
        from item in plan.Items
        from part in item.Assignments
        where part.UnitId == unit.Id && part.IsIn(turn.Facts.Today)
        select (item, part);

    static IEnumerable<Unit> Groups(Turn turn, Unit unit) => turn.Facts.Ledger.Units.Where(group => group.Members.Any(member => member.UnitId == unit.Id && member.IsIn(turn.Facts.Today)));
}
