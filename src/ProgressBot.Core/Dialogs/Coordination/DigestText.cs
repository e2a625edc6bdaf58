using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>周报: headline counts, what is new since the last one, what needs attention, evidence gaps. The same text for chat, preview and sending.</summary>
public static class DigestText
{
    const int MostNews = 5;
    const int MostAttention = 5;

    internal static void Preview(Turn turn)
    {
        if (turn.Facts.Boards.Count == 0) turn.Say("status.no_plan");
        foreach (var board in turn.Facts.Boards)
            turn.Say(Compose(turn.Wording, turn.Phrasing, turn.Facts.Ledger, board, turn.Facts.News.GetValueOrDefault(board.Plan.Id) ?? new DigestFacts(null, [])));
    }

    /// <summary>The digest of one plan as it would leave now.</summary>
    public static Outgoing Compose(Wording wording, Phrasing phrasing, Ledger ledger, StatusSummary board, DigestFacts news)
    {
        var sections = new[] { Head(wording, phrasing, board), News(wording, phrasing, ledger, board, news), Attention(wording, phrasing, board), Gaps(wording, phrasing, ledger, board), LateOnes(wording, phrasing, ledger, news) };
        return new Outgoing(string.Join('\n', sections.SelectMany(section => section)));
    }

    static IEnumerable<string> Head(Wording wording, Phrasing phrasing, StatusSummary board)
    {
        var monday = board.Today.AddDays(-(((int)board.Today.DayOfWeek + 6) % 7));
        yield return wording.Text("digest.title", ("week", System.Globalization.ISOWeek.GetWeekOfYear(board.Today.ToDateTime(default))), ("from", phrasing.Day(monday)), ("until", phrasing.Day(board.Today)), ("plan", board.Plan.Title));
        if (board.Round is null)
        {
            yield return wording.Text("status.no_round");
            yield break;
        }
        yield return wording.Text("digest.counts", ("round", board.Round.Label), ("expected", board.Counts.Expected), ("reported", board.Counts.Reported), ("on_time", board.Counts.OnTime.Count), ("late", board.Counts.Late.Count), ("missing", board.Counts.Missing.Count))
            + (board.Counts.Missing.Count == 0 ? "" : wording.Text("digest.missing_names", ("units", phrasing.UnitNames([.. board.Counts.Missing.Select(unit => unit.Unit.Name)], 5))));
        yield return wording.Text("status.pace", ("elapsed", Phrasing.Percent(board.Elapsed)), ("achieved", Phrasing.Percent(board.Achieved)));
    }

    // one line per indicator that moved, over all units that told
    static IEnumerable<string> News(Wording wording, Phrasing phrasing, Ledger ledger, StatusSummary board, DigestFacts news)
    {
        var followed = board.Items.SelectMany(item => item.Indicators).Select(status => status.Indicator.Id).ToHashSet();
        var moved = news.News.Where(entry => entry.Version.Verdict is Verdict.Pending or Verdict.Approved)
            .SelectMany(entry => entry.Version.Figures.Select(figure => (figure, entry.Report.UnitId)))
            .Where(entry => entry.figure.Increment != 0 && followed.Contains(entry.figure.IndicatorId))
            .GroupBy(entry => entry.figure.IndicatorId)
            .ToList();
        yield return wording.Text("digest.news");
        if (moved.Count == 0) yield return wording.Text("digest.no_news");
        foreach (var group in moved.Take(MostNews)) yield return NewsLine(wording, phrasing, ledger, board, group.Key, [.. group.Select(entry => (entry.figure, entry.UnitId))]);
        if (moved.Count > MostNews) yield return wording.Text("digest.more", ("count", moved.Count - MostNews));
    }

    static string NewsLine(Wording wording, Phrasing phrasing, Ledger ledger, StatusSummary board, int indicatorId, IReadOnlyList<(Figure Figure, int UnitId)> figures)
    {
        var indicator = ledger.Indicator(indicatorId);
        var status = board.Items.SelectMany(item => item.Indicators).First(status => status.Indicator.Id == indicatorId);
        var units = figures.Select(entry => ledger.Unit(entry.UnitId).Name).Distinct().ToList();
        return wording.Text(status.Reported == status.Approved ? "digest.news_line" : "digest.news_line_pending",
            ("indicator", indicator.Name), ("increment", Phrasing.WithSign(figures.Sum(entry => entry.Figure.Increment), indicator)), ("total", Phrasing.Amount(status.Reported, indicator)),
            ("approved", Phrasing.Amount(status.Approved, indicator)), ("percent", Phrasing.Percent(status.Share)), ("units", phrasing.UnitNames(units, 2)));
    }

    static IEnumerable<string> Attention(Wording wording, Phrasing phrasing, StatusSummary board)
    {
        var worst = board.Worst.ToList();
        yield return StatusView.Lights(wording, phrasing, board);
        if (worst.Count == 0) yield break;
        yield return wording.Text("digest.attention");
        foreach (var item in worst.Take(MostAttention)) yield return ItemLine.Of(wording, phrasing, board, item);
        if (worst.Count > MostAttention) yield return wording.Text("digest.more", ("count", worst.Count - MostAttention));
    }

    static IEnumerable<string> Gaps(Wording wording, Phrasing phrasing, Ledger ledger, StatusSummary board)
    {
        var gaps = board.Plan.Items
            .Select(item => (item, missing: MissingFrom(ledger, board, item)))
            .Where(gap => gap.missing > 0)
            .ToList();
        if (gaps.Count > 0)
            yield return wording.Text("digest.gaps", ("count", gaps.Sum(gap => gap.missing)), ("items", phrasing.Names([.. gaps.Select(gap => gap.item.Name)], 4)));
    }

    // a line of the checklist is missing while no unit of the item has proven it
    static int MissingFrom(Ledger ledger, StatusSummary board, WorkItem item)
    {
        var missing = Roster.Of(item, ledger.Unit, board.Today).Select(line => ledger.MissingEvidence(item, line.UnitId).Select(requirement => requirement.Id).ToHashSet()).ToList();
        return missing.Count == 0 ? 0 : missing.Aggregate((all, more) => [.. all.Intersect(more)]).Count;
    }

    static IEnumerable<string> LateOnes(Wording wording, Phrasing phrasing, Ledger ledger, DigestFacts news)
    {
        var late = news.News.Where(entry => entry.Report.Late && entry.Version.Number == 1).ToList();
        foreach (var round in late.GroupBy(entry => entry.Round.Id))
            yield return wording.Text("digest.late", ("round", round.First().Round.Label), ("units", phrasing.UnitNames([.. round.Select(entry => ledger.Unit(entry.Report.UnitId).Name).Distinct()], 5)), ("count", round.Count()));
    }
}
