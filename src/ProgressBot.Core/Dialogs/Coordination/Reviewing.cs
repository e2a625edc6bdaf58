using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>待审, 通过 N, 退回 N 原因. Numbers mean the list as it was last shown to this coordinator.</summary>
static class Reviewing
{
    const int MostLines = 8;
    const string Report = "report";
    const string ReasonKey = "reason";

    public static void Show(Turn turn)
    {
        var waiting = turn.Facts.Reviews;
        turn.Session.Shown = [.. waiting.Select(review => review.Report.Id)];
        if (waiting.Count == 0)
        {
            turn.Say("review.none");
            return;
        }
        string[] more = waiting.Count > MostLines ? [turn.Wording.Text("review.more", ("count", waiting.Count - MostLines))] : [];
        string[] text = [turn.Wording.Text("review.header", ("count", waiting.Count)), .. waiting.Take(MostLines).Select((review, index) => Line(turn, index + 1, review)), .. more, turn.Wording.Text("review.how")];
        var reports = waiting.Select(review => review.Report).ToList();
        turn.Say(new Outgoing(string.Join('\n', text)) { Buttons = [Tap.OnReviews(reports, turn.Button("buttons.approve_all")), Tap.OnReviews(reports.Take(1), turn.Button("buttons.approve_first"))] });
    }

    static string Line(Turn turn, int number, (Round Round, Report Report, ReportVersion Version) review)
    {
        var item = turn.Facts.Ledger.Item(review.Report.WorkItemId);
        return turn.Wording.Text("review.line", ("number", number), ("unit", turn.Facts.Ledger.Unit(review.Report.UnitId).Name), ("item", item.Name), ("what", What(turn, review.Report, review.Version)));
    }

    /// <summary>What a version says, in a line: figures, state, evidence, problems.</summary>
    public static string What(Turn turn, Report report, ReportVersion version)
    {
        var evidence = turn.Facts.Ledger.EvidenceOf(report.WorkItemId, report.UnitId).Count(piece => piece.RoundId == report.RoundId);
        var figures = version.Figures.Select(figure => (figure, indicator: turn.Facts.Ledger.Indicator(figure.IndicatorId)))
            .Select(pair => turn.Wording.Text("review.figure", ("indicator", pair.indicator.Name), ("total", Phrasing.Amount(pair.figure.Total, pair.indicator)), ("increment", Phrasing.WithSign(pair.figure.Increment, pair.indicator))));
        string[] parts =
        [
            .. version.NoChange ? [turn.Wording.Text("review.no_change")] : figures,
            .. version.Milestone is { } state && !version.NoChange ? [turn.Phrasing.Milestone(state)] : Array.Empty<string>(),
            .. evidence > 0 ? [turn.Wording.Text("review.evidence", ("count", evidence))] : Array.Empty<string>(),
            .. version.Reason is null ? Array.Empty<string>() : [turn.Wording.Text("review.reason", ("reason", version.Reason))],
            .. report.Late ? [turn.Wording.Text("review.late")] : Array.Empty<string>(),
        ];
        return string.Join(turn.Wording.Text("format.comma_long"), parts);
    }

    public static void Approve(Turn turn)
    {
        var chosen = Chosen(turn, turn.Argument);
        if (chosen.Count == 0)
        {
            turn.Say(turn.Tap is { Reviews.Count: > 0 } ? "review.gone" : turn.Facts.Reviews.Count == 0 ? "review.none" : "review.which");
            return;
        }
        turn.Emit(new ReportsApproved([.. chosen.Select(report => report.Id)]));
        var left = turn.Facts.Reviews.Count - chosen.Count;
        turn.Say(new Outgoing(turn.Wording.Text(left > 0 ? "review.approved" : "review.approved_last", ("count", chosen.Count), ("reports", Names(turn, chosen)), ("left", left)))
        {
            Buttons = left > 0 ? [turn.Button("buttons.reviews_count", ("count", left))] : [turn.Button("buttons.status")],
        });
    }

    /// <summary>退回3 原因: the number and, when it is there, the reason.</summary>
    public static void BeginReturn(Turn turn)
    {
        var digits = new string([.. turn.Argument.TakeWhile(char.IsAsciiDigit)]);
        if (Chosen(turn, digits) is not [var report])
        {
            turn.Say(turn.Facts.Reviews.Count == 0 ? "review.none" : "review.return_how");
            turn.Session.End();
            return;
        }
        turn.Session.Values[Report] = report.Id.ToString(CultureInfo.InvariantCulture);
        var reason = turn.Argument[digits.Length..].Trim(' ', '、', '，', ',', ':', '：', '.');
        if (reason.Length > 0) turn.Session.Values[ReasonKey] = AsTyped(turn.Input.Text, digits);
    }

    // the argument was folded for comparison; the reason goes to people as it was typed, from behind the number on
    static string AsTyped(string typed, string digits)
    {
        var narrow = HalfWidth.Of(typed);
        return typed[(narrow.IndexOf(digits, StringComparison.Ordinal) + digits.Length)..].Trim(' ', '\u3000', '、', '，', ',', ':', '：', '.');
    }

    public static void Return(Turn turn)
    {
        var id = int.Parse(turn.Session.Values[Report], CultureInfo.InvariantCulture);
        var reason = turn.Session.Values[ReasonKey];
        if (turn.Facts.Reviews.Select(review => review.Report).FirstOrDefault(report => report.Id == id) is not { } report)
        {
            turn.Say("review.gone");
            return;
        }
        turn.Emit(new ReportReturned(id, reason));
        Tell(turn, report, reason);
        var others = report.UnitId is var unit ? turn.Facts.Reviews.Count(review => review.Report.UnitId == unit && review.Report.Id != id) : 0;
        turn.Say(others > 0 ? "review.returned_one" : "review.returned", ("report", Names(turn, [report])), ("others", others));
    }

    static void Tell(Turn turn, Report report, string reason)
    {
        foreach (var person in turn.Facts.Ledger.ReportersOf(report.UnitId, turn.Facts.Today))
        {
            var wording = turn.Book.Wording(person.Locale);
            var number = NumberFor(turn, person, report);
            turn.Notify(person.Id, new Outgoing(wording.Text("review.notice", ("item", turn.Facts.Ledger.Item(report.WorkItemId).Name), ("what", What(turn, report, report.UnderReview!)), ("reason", reason), ("person", turn.Facts.Person!.Name)))
            {
                Buttons = [new Button(wording.Text("buttons.correct", ("number", number)), Tap.OnReport(report.Id, report.Revision + 1))],
            });
        }
    }

    static int NumberFor(Turn turn, Person person, Report report)
    {
        var units = person.Memberships.Where(membership => membership.IsIn(turn.Facts.Today)).Select(membership => membership.UnitId).ToHashSet();
        return ReportTask.Of(turn.Facts.Ledger, units, turn.Facts.Now).FirstOrDefault(task => task.Report.Id == report.Id)?.Number ?? 1;
    }

    static List<Report> Chosen(Turn turn, string argument)
    {
        var waiting = turn.Facts.Reviews.Select(review => review.Report).ToList();
        // a button decides on what was shown beside it, in the version that was shown
        if (turn.Tap is { Reviews: { Count: > 0 } shownThen }) return waiting.FindAll(report => shownThen.TryGetValue(report.Id, out var revision) && revision == report.Revision);
        if (turn.Book.Wordings.Values.Any(wording => wording.Words("names").Contains(argument))) return waiting;
        var shown = turn.Session.Shown.Count > 0 ? turn.Session.Shown : [.. waiting.Select(report => report.Id)];
        return [.. Numbers(argument).Where(number => number >= 1 && number <= shown.Count).Select(number => shown[number - 1]).Distinct()
            .Select(id => waiting.FirstOrDefault(report => report.Id == id)).OfType<Report>()];
    }

    // 1、3 or 1-3 or 1 3
    static IEnumerable<int> Numbers(string argument)
    {
        foreach (var part in argument.Split(['、', ',', '，', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(['-', '~'], 2);
            if (!int.TryParse(ends[0], out var first) || first > 1000) continue;
            var last = ends.Length == 2 && int.TryParse(ends[1], out var end) ? Math.Min(end, 1000) : first;
            for (var number = first; number <= last; number++) yield return number;
        }
    }

    static string Names(Turn turn, IReadOnlyList<Report> reports) =>
        turn.Phrasing.Names([.. reports.Select(report => turn.Wording.Text("review.name", ("unit", turn.Facts.Ledger.Unit(report.UnitId).Name), ("item", turn.Facts.Ledger.Item(report.WorkItemId).Name)))], 3);
}
