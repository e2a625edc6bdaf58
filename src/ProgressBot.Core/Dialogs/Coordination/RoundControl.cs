using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>暂停 9月, 恢复 9月, 取消 9月填报: a round that has opened is stopped for a while or for good. Whoever still owes something is told.</summary>
static class RoundControl
{
    const string Key = "round";

    static readonly string[] Endings = ["填报期", "进展报送", "填报", "报送", "的"];

    public static void Pause(Turn turn)
    {
        if (Chosen(turn, turn.Argument, RoundState.Open) is not { } round) return;
        turn.Emit(new RoundPaused(round.Id));
        Tell(turn, round, "pause.notice", "");
        turn.Say(new Outgoing(turn.Wording.Text("pause.done", ("round", turn.Phrasing.Round(round)))) { Buttons = [turn.Button("buttons.resume_round", ("round", turn.Phrasing.Round(round)))] });
    }

    public static void Resume(Turn turn)
    {
        if (Chosen(turn, turn.Argument, RoundState.Paused) is not { } round) return;
        var dates = round.DatesResumed(turn.Facts.Now, turn.Facts.CalendarOf(turn.Facts.Ledger.Plan(round.PlanId)), turn.Facts.Zone);
        turn.Emit(new RoundResumed(round.Id, dates.DueAt, dates.LocksAt));
        var due = turn.Phrasing.LocalDate(dates.DueAt);
        Tell(turn, round, "resume.notice", turn.Phrasing.Date(due));
        turn.Say("resume.done", ("round", turn.Phrasing.Round(round)), ("due", turn.Phrasing.Date(due)), ("locks", turn.Phrasing.Date(turn.Phrasing.LocalDate(dates.LocksAt))));
    }

    /// <summary>取消 9月填报, which a bare 取消 is not.</summary>
    public static Reading Listen(Turn turn, string? choice)
    {
        var text = InputText.Fold(turn.Input.Text);
        var word = turn.Book.Wordings.Values.SelectMany(wording => wording.Words("commands.cancel")).Where(word => text.StartsWith(word, StringComparison.Ordinal)).MaxBy(word => word.Length);
        if (word is null || text.Length == word.Length || !IsAboutRounds(turn, text[word.Length..])) return Reading.NotUnderstood;
        if (Chosen(turn, text[word.Length..], RoundState.Open, RoundState.Paused) is not { } round) return Reading.Stop;
        turn.Session.Values[Key] = round.Id.ToString(CultureInfo.InvariantCulture);
        return Reading.Understood;
    }

    public static Outgoing AskCancel(Turn turn)
    {
        var round = Kept(turn);
        var units = round.Reports.Where(report => !report.IsOpen).Select(report => report.UnitId).Distinct().Count();
        return new Outgoing(turn.Wording.Text("cancel_round.ask", ("round", turn.Phrasing.Round(round)), ("units", units), ("review", round.Reports.Count(report => report.State == ReportState.Submitted))));
    }

    public static void Cancel(Turn turn)
    {
        var round = Kept(turn);
        turn.Emit(new RoundCancelled(round.Id));
        Tell(turn, round, "cancel_round.notice", "");
        turn.Say("cancel_round.done", ("round", turn.Phrasing.Round(round)));
    }

    /// <summary>Tells every reporter of a unit that still owes something in a round.</summary>
    public static void Tell(Turn turn, Round round, string key, string date)
    {
        foreach (var person in round.Reports.Where(report => report.IsOpen).Select(report => report.UnitId).Distinct().SelectMany(unit => turn.Facts.Ledger.ReportersOf(unit, turn.Facts.Today)).DistinctBy(person => person.Id))
        {
            var wording = turn.Book.Wording(person.Locale);
            turn.Notify(person.Id, new Outgoing(wording.Text(key, ("round", new Phrasing(wording, turn.Facts).Round(round)), ("date", date))));
        }
    }

    static Round Kept(Turn turn) => turn.Facts.Ledger.Round(int.Parse(turn.Session.Values[Key], CultureInfo.InvariantCulture));

    // the round of that name, or the only one there is; else it says which there are
    static Round? Chosen(Turn turn, string text, params RoundState[] states)
    {
        var rounds = turn.Facts.Ledger.Rounds.Where(round => states.Contains(round.State)).OrderBy(round => round.DueAt).ToList();
        var words = ScheduleSetting.Words(text).ToList();
        if (words.Count > 1 && Scheduling.Chosen(turn, words) is { } plan) rounds.RemoveAll(round => round.PlanId != plan.Id);
        var label = Bare(string.Concat(words));
        if (label.Length > 0) rounds = [.. rounds.Where(round => RoundNames.IsOne(label, turn.Book, turn.Facts.Ledger.Plan(round.PlanId), round))];
        if (rounds is [var only]) return only;
        Say(turn, states);
        return null;
    }

    static void Say(Turn turn, RoundState[] states)
    {
        var known = turn.Facts.Ledger.Rounds.Where(round => states.Contains(round.State)).OrderBy(round => round.DueAt)
            .Select(round => turn.Wording.Text("rounds.line", ("round", turn.Phrasing.Round(round)), ("id", round.PlanId), ("plan", turn.Facts.Ledger.Plan(round.PlanId).Title))).ToList();
        turn.Say(known.Count == 0 ? "rounds.none" : "rounds.which", ("rounds", string.Join('\n', known)));
    }

    static bool IsAboutRounds(Turn turn, string text) => text.Any(letter => letter is '月' or '周' or '季' or '年') || Endings.Any(ending => text.Contains(ending, StringComparison.Ordinal))
        || turn.Facts.Ledger.Rounds.Any(round => RoundNames.IsOne(string.Concat(ScheduleSetting.Words(text)), turn.Book, turn.Facts.Ledger.Plan(round.PlanId), round));

    static string Bare(string text)
    {
        for (var before = ""; before != text;)
        {
            before = text;
            foreach (var ending in Endings) text = text.EndsWith(ending, StringComparison.Ordinal) ? text[..^ending.Length] : text;
        }
        return text;
    }
}
