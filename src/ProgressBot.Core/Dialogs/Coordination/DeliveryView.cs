using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>进度 投递: what became of the round's messages, unit by unit. 为何 区商务局: why a unit got some, or none. 催办 记录: the numbered nudges.</summary>
static class DeliveryView
{
    const int MostUnits = 12;
    const int MostLines = 12;

    static readonly string[] States = ["answered", "delivered", "sent", "waiting", "none", "dead", "nobody"];

    public static void Show(Turn turn)
    {
        if (turn.Facts.Boards.All(board => board.Round is null)) turn.Say("status.no_round");
        foreach (var board in turn.Facts.Boards.Where(board => board.Round is not null)) turn.Say(Of(turn, board.Round!));
    }

    static Outgoing Of(Turn turn, Round round)
    {
        var units = round.Reports.Where(report => report.State != ReportState.Excused).GroupBy(report => report.UnitId).OrderBy(unit => unit.Key)
            .ToLookup(unit => StateOf(turn, round, unit.Key, [.. unit]), unit => turn.Facts.Ledger.Unit(unit.Key));
        var lines = States
            .Where(state => units[state].Any())
            .Select(state => turn.Wording.Text($"delivery.{state}", ("count", units[state].Count()), ("units", turn.Phrasing.UnitNames([.. units[state].Select(unit => unit.Name)], MostUnits))));
        var failing = units["dead"].Concat(units["nobody"]).ToList();
        return new Outgoing(string.Join('\n', [turn.Wording.Text("delivery.header", ("round", round.Label)), .. lines]))
        {
            Buttons = [.. failing.Take(2).Select(unit => turn.Button("buttons.invite_unit", ("unit", unit.Name))), .. failing.Take(1).Select(unit => turn.Button("buttons.why", ("unit", unit.Name)))],
        };
    }

    // a unit is reached when one of its reporters is
    static string StateOf(Turn turn, Round round, int unit, IReadOnlyList<Report> reports)
    {
        if (!reports.Any(report => report.IsOpen)) return "answered";
        var people = turn.Facts.Ledger.ReportersOf(unit, turn.Facts.Today).Select(person => person.Id).ToHashSet();
        if (people.Count == 0) return "nobody";
        var last = turn.Facts.Delivery.Messages.Where(message => people.Contains(message.PersonId) && message.At >= round.OpensAt).GroupBy(message => message.PersonId).Select(group => group.Last().State).ToList();
        if (last.Count == 0) return "none";
        return last.Contains(MessageState.Delivered) ? "delivered" : last.Contains(MessageState.Sent) ? "sent" : last.Contains(MessageState.Waiting) ? "waiting" : "dead";
    }

    /// <summary>Everything that was decided about a unit's reporters in the open rounds, latest last.</summary>
    public static void Why(Turn turn)
    {
        if (turn.Facts.UnitCalled(turn.Argument) is not { } unit)
        {
            turn.Say(turn.Argument.Length == 0 ? "delivery.why_how" : "status.unknown_name", ("name", turn.Argument));
            return;
        }
        var people = turn.Facts.Ledger.ReportersOf(unit.Id, turn.Facts.Today).ToList();
        var lines = people.SelectMany(person => Events(turn, person)).OrderBy(line => line.At).Select(line => line.Text).ToList();
        string[] more = lines.Count > MostLines ? [turn.Wording.Text("delivery.earlier", ("count", lines.Count - MostLines))] : [];
        string[] text =
        [
            turn.Wording.Text("delivery.why", ("unit", unit.Name), ("people", people.Count == 0 ? turn.Wording.Text("delivery.no_people") : string.Join(turn.Wording.Text("format.comma"), people.Select(person => person.Name)))),
            .. more, .. lines.TakeLast(MostLines),
            .. lines.Count == 0 && people.Count > 0 ? [turn.Wording.Text("delivery.nothing_yet")] : Array.Empty<string>(),
            .. Ahead(turn, unit, people),
        ];
        turn.Say(new Outgoing(string.Join('\n', text)) { Buttons = people.Count == 0 ? [turn.Button("buttons.invite_unit", ("unit", unit.Name))] : [] });
    }

    static IEnumerable<(DateTimeOffset At, string Text)> Events(Turn turn, Person person)
    {
        foreach (var decision in turn.Facts.Delivery.Decisions.Where(decision => decision.PersonId == person.Id))
        {
            var message = turn.Facts.Delivery.Messages.FirstOrDefault(message => message.PersonId == person.Id && message.About is null && message.At == decision.At);
            var outcome = decision.Outcome == Reminding.ReminderOutcome.Sent ? State(turn, message) : turn.Wording.Text($"delivery.outcome.{Phrasing.Name(decision.Outcome)}");
            yield return (decision.At, turn.Wording.Text("delivery.reminder", ("time", turn.Phrasing.Time(decision.At)), ("person", person.Name),
                ("round", turn.Facts.Ledger.Round(decision.RoundId).Label), ("step", Step(turn, decision)), ("outcome", outcome)));
        }
        foreach (var nudge in turn.Facts.Delivery.Messages.Where(message => message.PersonId == person.Id && message.About is not null))
            yield return (nudge.At, turn.Wording.Text("delivery.nudge", ("time", turn.Phrasing.Time(nudge.At)), ("person", person.Name), ("number", nudge.About), ("outcome", State(turn, nudge))));
    }

    static string Step(Turn turn, ReminderDecision decision) =>
        turn.Wording.Text($"delivery.step.{Phrasing.Name(decision.Step)}", ("days", Math.Abs(decision.Offset)));

    static string State(Turn turn, SentMessage? message) => turn.Wording.Text($"delivery.state.{Phrasing.Name(message?.State ?? MessageState.Sent)}", ("channel", message?.Channel), ("error", message?.Error));

    // why nothing is to come, or when it is
    static IEnumerable<string> Ahead(Turn turn, Unit unit, IReadOnlyList<Person> people)
    {
        foreach (var round in turn.Facts.Ledger.Rounds.Where(round => round.Reports.Any(report => report.UnitId == unit.Id && report.State != ReportState.Excused)))
        {
            var open = round.Reports.Any(report => report.UnitId == unit.Id && report.IsOpen);
            var next = people.Select(person => turn.Facts.Delivery.Next.TryGetValue((round.Id, person.Id), out var at) ? at : (DateTimeOffset?)null).Min();
            var key = round.State == RoundState.Paused ? "paused" : !open ? "told" : next is null ? "no_more" : "next";
            yield return turn.Wording.Text($"delivery.ahead.{key}", ("round", round.Label), ("time", next is { } at ? turn.Phrasing.Time(at) : ""));
        }
    }

    /// <summary>The nudges of the year, latest first: number, when, whom, about what, until when, how it went.</summary>
    public static void Log(Turn turn)
    {
        var nudges = turn.Facts.Delivery.Nudges.GroupBy(nudge => (nudge.At, nudge.Number, nudge.UnitId)).OrderByDescending(nudge => nudge.Key.At).ThenByDescending(nudge => nudge.Key.Number).ToList();
        if (nudges.Count == 0) turn.Say("nudge_log.none");
        else turn.Say(new Outgoing(string.Join('\n', [turn.Wording.Text("nudge_log.header", ("count", nudges.Count)), .. nudges.Take(MostLines).Select(nudge => Line(turn, [.. nudge]))])));
    }

    static string Line(Turn turn, IReadOnlyList<Nudge> nudge)
    {
        var first = nudge[0];
        var number = Nudging.NumberOf(turn.Book.Wording(DialogBook.DefaultLocale), turn.Phrasing.LocalDate(first.At).Year, first.Number);
        var messages = turn.Facts.Delivery.Messages.Where(message => message.About == number).ToList();
        return turn.Wording.Text("nudge_log.line", ("number", Nudging.NumberOf(turn.Wording, turn.Phrasing.LocalDate(first.At).Year, first.Number)), ("time", turn.Phrasing.Time(first.At)),
            ("unit", turn.Facts.Ledger.Unit(first.UnitId).Name), ("matter", first.Matter), ("due", first.DueAt is { } due ? turn.Phrasing.Day(turn.Phrasing.LocalDate(due)) : ""),
            ("by", turn.Facts.PersonWith(first.By)?.Name), ("outcome", State(turn, messages.MaxBy(message => message.State == MessageState.Dead ? -1 : (int)message.State))),
            ("answered", turn.Wording.Text(nudge.All(one => IsAnswered(turn, one)) ? "nudge_log.answered" : "nudge_log.open")));
    }

    static bool IsAnswered(Turn turn, Nudge nudge) => turn.Facts.Ledger.Rounds.FirstOrDefault(round => round.Id == nudge.RoundId) is { } round
        && !round.Reports.Any(report => report.UnitId == nudge.UnitId && report.IsOpen);
}
