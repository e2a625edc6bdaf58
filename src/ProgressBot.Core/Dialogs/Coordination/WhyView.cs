using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>
/// 为何 区商务局: why a unit got messages or none: reminders of rounds and of deadlines, nudges, copies to others about it, and what its reviewers were told; latest
/// last, and then what is to come.
/// </summary>
static class WhyView
{
    const int MostLines = 12;
    const int MostUnits = 3;

    public static void Show(Turn turn)
    {
        if (turn.Facts.UnitCalled(turn.Argument) is not { } unit)
        {
            turn.Say(turn.Argument.Length == 0 ? "delivery.why_how" : "status.unknown_name", ("name", turn.Argument));
            return;
        }
        var reporters = turn.Facts.Ledger.ReportersOf(unit.Id, turn.Facts.Today).ToList();
        var lines = Events(turn, unit, reporters).OrderBy(line => line.At).Select(line => line.Text).ToList();
        string[] more = lines.Count > MostLines ? [turn.Wording.Text("delivery.earlier", ("count", lines.Count - MostLines))] : [];
        string[] text =
        [
            Header(turn, unit, reporters),
            .. more, .. lines.TakeLast(MostLines),
            .. lines.Count == 0 && reporters.Count > 0 ? [turn.Wording.Text("delivery.nothing_yet")] : Array.Empty<string>(),
            .. RoundsAhead(turn, unit, reporters), .. ItemsAhead(turn, unit, reporters),
        ];
        turn.Say(new Outgoing(string.Join('\n', text)) { Buttons = reporters.Count == 0 ? [turn.Button("buttons.invite_unit", ("unit", unit.Name))] : [] });
    }

    static string Header(Turn turn, Unit unit, List<Person> reporters)
    {
        var inCharge = turn.Facts.Ledger.InChargeOf(unit.Id, turn.Facts.Today).ToList();
        return turn.Wording.Text("delivery.why",
            ("unit", unit.Name), ("people", reporters.Count == 0 ? turn.Wording.Text("delivery.no_people") : Names(turn, reporters)),
            ("charge", inCharge.Count == 0 ? "" : turn.Wording.Text("delivery.in_charge", ("people", Names(turn, inCharge)))));
    }

    static string Names(Turn turn, IEnumerable<Person> people) => string.Join(turn.Wording.Text("format.comma"), people.Select(person => person.Name));

    static IEnumerable<(DateTimeOffset At, string Text)> Events(Turn turn, Unit unit, List<Person> reporters)
    {
        var own = reporters.Concat(turn.Facts.Ledger.InChargeOf(unit.Id, turn.Facts.Today)).DistinctBy(person => person.Id).ToList();
        return [.. own.SelectMany(person => Reminders(turn, person)), .. own.SelectMany(person => Nudges(turn, person)), .. Copies(turn, unit, own), .. Reviews(turn, unit)];
    }

    static IEnumerable<(DateTimeOffset At, string Text)> Reminders(Turn turn, Person person) => turn.Facts.Delivery.Decisions
        .Where(decision => decision.PersonId == person.Id && decision.Outcome != ReminderOutcome.Escalated)
        .Select(decision => (decision.At, turn.Wording.Text("delivery.reminder",
            ("time", turn.Phrasing.Time(decision.At)), ("person", person.Name), ("round", Subject(turn, decision)), ("step", Step(turn, decision)), ("outcome", Outcome(turn, decision)))));

    static string Subject(Turn turn, ReminderDecision decision) => decision.RoundId is { } round ? turn.Phrasing.Round(turn.Facts.Ledger.Round(round)) : turn.Facts.Ledger.Item(decision.WorkItemId!.Value).Name;

    static string Step(Turn turn, ReminderDecision decision) => turn.Wording.Text($"delivery.step.{Phrasing.Name(decision.Step)}", ("days", Math.Abs(decision.Offset)));

    static string Outcome(Turn turn, ReminderDecision decision)
    {
        if (decision.Outcome is not (ReminderOutcome.Sent or ReminderOutcome.Copied)) return turn.Wording.Text($"delivery.outcome.{Phrasing.Name(decision.Outcome)}");
        var state = State(turn, MessageOf(turn, decision));
        if (decision.CopiedUnits.Count == 0) return state;
        var units = turn.Phrasing.UnitNames([.. decision.CopiedUnits.Select(id => turn.Facts.Ledger.Unit(id).Name)], MostUnits);
        return turn.Wording.Text(decision.Outcome == ReminderOutcome.Sent ? "delivery.with_copy" : "delivery.only_copy", ("state", state), ("units", units));
    }

    static SentMessage? MessageOf(Turn turn, ReminderDecision decision) => turn.Facts.Delivery.Messages
        .FirstOrDefault(message => message.PersonId == decision.PersonId && message.Kind is MessageKind.Reminder or MessageKind.Copy && message.At == decision.At);

    internal static string State(Turn turn, SentMessage? message) =>
        turn.Wording.Text($"delivery.state.{Phrasing.Name(message?.State ?? MessageState.Sent)}", ("channel", message?.Channel), ("error", message?.Error));

    static IEnumerable<(DateTimeOffset At, string Text)> Nudges(Turn turn, Person person) => turn.Facts.Delivery.Messages
        .Where(message => message.PersonId == person.Id && message.Kind == MessageKind.Nudge)
        .Select(nudge => (nudge.At, turn.Wording.Text("delivery.nudge", ("time", turn.Phrasing.Time(nudge.At)), ("person", person.Name), ("number", nudge.About), ("outcome", State(turn, nudge)))));

    // to a coordinator, or to the people of the unit that leads the item
    static IEnumerable<(DateTimeOffset At, string Text)> Copies(Turn turn, Unit unit, List<Person> own) =>
        from decision in turn.Facts.Delivery.Decisions
        where decision.CopiedUnits.Contains(unit.Id) && !own.Exists(person => person.Id == decision.PersonId && decision.Outcome != ReminderOutcome.Escalated)
        where decision.Outcome is ReminderOutcome.Sent or ReminderOutcome.Copied or ReminderOutcome.Escalated
        select (decision.At, turn.Wording.Text("delivery.copied",
            ("time", turn.Phrasing.Time(decision.At)), ("person", turn.Facts.PersonWith(decision.PersonId)?.Name), ("round", Subject(turn, decision)), ("outcome", State(turn, MessageOf(turn, decision)))));

    // told to the reviewers since the unit's reports have waited
    static IEnumerable<(DateTimeOffset At, string Text)> Reviews(Turn turn, Unit unit) =>
        from version in turn.Facts.Ledger.Rounds.SelectMany(round => round.Reports).Where(report => report.UnitId == unit.Id).SelectMany(report => report.Versions)
        where version.ReviewAskedAt is not null
        group version by version.ReviewAskedAt!.Value into asked
        from message in turn.Facts.Delivery.Messages.Where(message => message.Kind == MessageKind.Review && message.At == asked.Key)
        select (asked.Key, turn.Wording.Text("delivery.review",
            ("time", turn.Phrasing.Time(asked.Key)), ("person", turn.Facts.PersonWith(message.PersonId)?.Name), ("count", asked.Count()), ("outcome", State(turn, message))));

    // why nothing is to come, or when it is
    static IEnumerable<string> RoundsAhead(Turn turn, Unit unit, List<Person> people)
    {
        foreach (var round in turn.Facts.Ledger.Rounds.Where(round => round.Reports.Any(report => report.UnitId == unit.Id && report.State != ReportState.Excused)))
        {
            var open = round.Reports.Any(report => report.UnitId == unit.Id && report.IsOpen);
            var next = Next(turn.Facts.Delivery.Next, round.Id, people);
            yield return Ahead(turn, round.State == RoundState.Paused ? "paused" : !open ? "told" : next is null ? "no_more" : "next", turn.Phrasing.Round(round), next);
        }
    }

    static IEnumerable<string> ItemsAhead(Turn turn, Unit unit, List<Person> people)
    {
        var unmet = ItemDeadline.Unmet(turn.Facts.Ledger, new HashSet<int> { unit.Id }, turn.Facts.Today).Select(deadline => deadline.Item.Id).ToHashSet();
        var known = turn.Facts.Delivery.Decisions.Where(decision => people.Exists(person => person.Id == decision.PersonId)).Select(decision => decision.WorkItemId).OfType<int>().ToHashSet();
        foreach (var item in turn.Facts.Ledger.Plans.SelectMany(plan => plan.Items).Where(item => Roster.Of(item, turn.Facts.Ledger.Unit, turn.Facts.Today).Any(line => line.UnitId == unit.Id)))
        {
            var next = Next(turn.Facts.Delivery.NextOfItems, item.Id, people);
            if (unmet.Contains(item.Id) && (next is not null || known.Contains(item.Id))) yield return Ahead(turn, next is null ? "no_more" : "next", item.Name, next);
            else if (known.Contains(item.Id)) yield return Ahead(turn, "met", item.Name, null);
        }
    }

    static DateTimeOffset? Next(IReadOnlyDictionary<(int, int), DateTimeOffset> known, int subject, List<Person> people) =>
        people.Select(person => known.TryGetValue((subject, person.Id), out var at) ? at : (DateTimeOffset?)null).Min();

    static string Ahead(Turn turn, string key, string subject, DateTimeOffset? next) =>
        turn.Wording.Text($"delivery.ahead.{key}", ("round", subject), ("time", next is { } at ? turn.Phrasing.Time(at) : ""));
}
