using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>
/// 待审 and 更多: what waits for review, page by page, what needs a closer look first. A line's number means the version that it shows until 待审 is said again.
/// </summary>
static class ReviewList
{
    /// <summary>Reports on a page; each takes a line or two of a phone.</summary>
    const int PageSize = 6;

    public static void Show(Turn turn)
    {
        turn.Session.Shown = [];
        ShowMore(turn);
    }

    public static void ShowMore(Turn turn)
    {
        var waiting = turn.Facts.Reviews;
        var page = Unshown(turn, waiting).OrderByDescending(review => ReviewMarks.Of(turn, review.Report, review.Version).Count > 0).Take(PageSize).ToList();
        if (page.Count == 0)
        {
            turn.Say(new Outgoing(turn.Wording.Text(waiting.Count == 0 ? "review.none" : "review.no_more", ("count", waiting.Count)))
            {
                Buttons = waiting.Count == 0 ? [] : [OnShown(turn, turn.Button("buttons.approve_all"))],
            });
            return;
        }
        var first = turn.Session.Shown.Count + 1;
        turn.Session.Shown.AddRange(page.Select(review => new ReportVersionKey(review.Report.Id, review.Version.Number)));
        var marked = Unshown(turn, waiting).Concat(page).Count(review => ReviewMarks.Of(turn, review.Report, review.Version).Count > 0);
        var header = first > 1 ? turn.Wording.Text("review.header_more")
            : turn.Wording.Text(marked > 0 ? "review.header_marked" : "review.header", ("count", waiting.Count), ("marked", marked));
        string[] text = [header, .. page.Select((review, index) => Line(turn, first + index, review.Report, review.Version)), turn.Wording.Text("review.how")];
        turn.Say(new Outgoing(string.Join('\n', text)) { Buttons = [.. Buttons(turn, first, Unshown(turn, waiting).Count)] });
    }

    static List<(Round Round, Report Report, ReportVersion Version)> Unshown(Turn turn, IReadOnlyList<(Round Round, Report Report, ReportVersion Version)> waiting) =>
        [.. waiting.Where(review => !turn.Session.Shown.Contains(new ReportVersionKey(review.Report.Id, review.Version.Number)))];

    static IEnumerable<Button> Buttons(Turn turn, int first, int left)
    {
        if (left > 0) yield return turn.Button("buttons.more_reviews", ("count", left));
        yield return OnShown(turn, turn.Button("buttons.approve_all"));
        yield return OnLine(turn, first, turn.Button("buttons.approve", ("number", first)));
        yield return OnLine(turn, first, turn.Button("buttons.return", ("number", first)));
    }

    // a button decides on what was shown beside it, in the version that was shown
    static Button OnShown(Turn turn, Button button) => Tap.OnReviews(turn.Session.Shown.Select(shown => turn.Facts.Ledger.Report(shown.ReportId)).OfType<Report>(), button);

    static Button OnLine(Turn turn, int number, Button button) => turn.Facts.Ledger.Report(turn.Session.Shown[number - 1].ReportId) is { } report ? Tap.OnReviews([report], button) : button;

    /// <summary>A report that has another version than the one that was shown: the new one, under its old number.</summary>
    public static void ShowAgain(Turn turn, int number, Report report)
    {
        var version = report.UnderReview!;
        turn.Session.Shown[number - 1] = new ReportVersionKey(report.Id, version.Number);
        turn.Say(new Outgoing(turn.Wording.Text("review.changed") + "\n" + Line(turn, number, report, version))
        {
            Buttons = [OnLine(turn, number, turn.Button("buttons.approve", ("number", number))), OnLine(turn, number, turn.Button("buttons.return", ("number", number)))],
        });
    }

    static string Line(Turn turn, int number, Report report, ReportVersion version)
    {
        var item = turn.Facts.Ledger.Item(report.WorkItemId);
        var marks = ReviewMarks.Of(turn, report, version);
        var text = turn.Wording.Text("review.line",
            ("number", number), ("unit", turn.Facts.Ledger.Unit(report.UnitId).Name), ("item", Named(turn, report, item.Name)), ("what", What(turn, report, version)),
            ("marks", marks.Count == 0 ? "" : turn.Wording.Text("review.marks", ("marks", string.Join(turn.Wording.Text("format.comma"), marks)))));
        return Details(turn, report, version) is { Count: > 0 } details ? text + "\n   " + string.Join(turn.Wording.Text("format.semicolon"), details) : text;
    }

    // an item may wait in two rounds at once
    static string Named(Turn turn, Report report, string item) => turn.Facts.Reviews.All(review => review.Round.Id == report.RoundId)
        ? item
        : turn.Wording.Text("format.in_round", ("name", item), ("round", turn.Phrasing.Round(turn.Facts.Ledger.Round(report.RoundId))));

    /// <summary>What a version says, in a line: figures with what they were, states, no change.</summary>
    public static string What(Turn turn, Report report, ReportVersion version)
    {
        var approved = report.Approved is { } earlier && earlier.Number != version.Number ? earlier : null;
        string[] parts =
        [
            .. version.NoChange ? [turn.Wording.Text("review.no_change")] : Array.Empty<string>(),
            .. version.Figures.Select(figure => Figure(turn, figure, approved)),
            .. version.States.Select(state => State(turn, report, state)),
            .. version.OnBehalf ? [turn.Wording.Text("review.on_behalf", ("person", turn.Facts.PersonWith(version.By)?.Name))] : Array.Empty<string>(),
            .. version.Reason is null ? Array.Empty<string>() : [turn.Wording.Text("review.reason", ("reason", version.Reason))],
            .. report.Late ? [turn.Wording.Text("review.late")] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? turn.Wording.Text("review.words_only") : string.Join(turn.Wording.Text("format.comma_long"), parts);
    }

    static string Figure(Turn turn, Figure figure, ReportVersion? approved)
    {
        var indicator = turn.Facts.Ledger.Indicator(figure.IndicatorId);
        var before = approved?.Of(figure.IndicatorId) is { } known && known.Total != figure.Total ? Phrasing.Amount(known.Total, indicator) : null;
        return turn.Wording.Text(before is null ? "review.figure" : "review.figure_changed",
            ("indicator", indicator.Name), ("before", before), ("total", turn.Phrasing.Said(figure.Total, figure.Comparator, indicator)),
            ("increment", Phrasing.WithSign(figure.Increment, indicator)), ("target", turn.Phrasing.Target(indicator)));
    }

    static string State(Turn turn, Report report, ReportedState state)
    {
        var (milestone, item) = (turn.Facts.Ledger.Milestone(state.MilestoneId), turn.Facts.Ledger.Item(report.WorkItemId));
        var word = turn.Phrasing.Milestone(state.State);
        var named = milestone.IsBeside ? $"{milestone.Name} {word}" : word;
        return state.Phrase.Length == 0 || item.HasMilestone && state.Phrase == word ? named : turn.Wording.Text("review.state", ("state", named), ("phrase", state.Phrase));
    }

    // what a reviewer has to have in hand: the words, the proof, what is in the way
    static List<string> Details(Turn turn, Report report, ReportVersion version)
    {
        var evidence = turn.Facts.Ledger.EvidenceOf(report.WorkItemId, report.UnitId).Where(piece => piece.RoundId == report.RoundId).Select(piece => piece.Name).ToList();
        return
        [
            .. version.Figures.Count > 0 ? [turn.Wording.Text("review.words", ("words", string.Join(turn.Wording.Text("format.comma"), version.Figures.Select(figure => figure.Phrase).Distinct())))] : Array.Empty<string>(),
            .. evidence.Count > 0 ? [turn.Wording.Text("review.evidence", ("evidence", turn.Phrasing.Names(evidence, 3)))] : Array.Empty<string>(),
            .. Said(turn, version, StatementKind.Problem), .. Said(turn, version, StatementKind.Explanation), .. Said(turn, version, StatementKind.Assisting),
            .. Said(turn, version, StatementKind.Intention), .. version.Figures.Count + version.States.Count == 0 ? Said(turn, version, StatementKind.Narrative) : [],
        ];
    }

    static IEnumerable<string> Said(Turn turn, ReportVersion version, StatementKind kind) => version.Said(kind)
        .Select(said => turn.Wording.Text($"review.said.{Phrasing.Name(kind)}", ("text", said.Text), ("day", said.Expected is { } day ? turn.Wording.Text("review.expected", ("date", turn.Phrasing.Day(day))) : "")));

    /// <summary>Unit and what was reported, for several reports in one line.</summary>
    public static string Names(Turn turn, IReadOnlyList<Report> reports) => turn.Phrasing.Names(
        [.. reports.Select(report => turn.Wording.Text("review.name", ("unit", turn.Facts.Ledger.Unit(report.UnitId).Name), ("item", turn.Facts.Ledger.Item(report.WorkItemId).Name)))], 3);
}
