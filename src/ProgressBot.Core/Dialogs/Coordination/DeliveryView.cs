using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>进度 投递: what became of the round's messages, unit by unit. 催办 记录: the numbered nudges.</summary>
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
        return new Outgoing(string.Join('\n', [turn.Wording.Text("delivery.header", ("round", turn.Phrasing.Round(round))), .. lines]))
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
        var last = turn.Facts.Delivery.Messages.Where(message => people.Contains(message.PersonId) && message.Kind is MessageKind.Reminder or MessageKind.Nudge && message.At >= round.OpensAt).GroupBy(message => message.PersonId).Select(group => group.Last().State).ToList();
        if (last.Count == 0) return "none";
        return last.Contains(MessageState.Delivered) ? "delivered" : last.Contains(MessageState.Sent) ? "sent" : last.Contains(MessageState.Waiting) ? "waiting" : "dead";
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
            ("by", turn.Facts.PersonWith(first.By)?.Name), ("outcome", WhyView.State(turn, messages.MaxBy(message => message.State == MessageState.Dead ? -1 : (int)message.State))),
            ("answered", turn.Wording.Text(nudge.All(one => IsAnswered(turn, one)) ? "nudge_log.answered" : "nudge_log.open")));
    }

    static bool IsAnswered(Turn turn, Nudge nudge) => turn.Facts.Ledger.Rounds.FirstOrDefault(round => round.Id == nudge.RoundId) is { } round
        && !round.Reports.Any(report => report.UnitId == nudge.UnitId && report.IsOpen);
}
