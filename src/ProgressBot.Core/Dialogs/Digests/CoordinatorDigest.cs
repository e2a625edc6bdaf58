using ProgressBot.Core.Dialogs.Coordination;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Digests;

/// <summary>The whole picture, for who coordinates: the counts, what is new, what is behind, and what is to be done next.</summary>
static class CoordinatorDigest
{
    const int MostNews = 5;
    const int MostAttention = 5;
    const int MostProblems = 3;

    /// <summary>Rounds in a row after which a red light is named again: nobody has moved it.</summary>
    const int LongRed = 3;

    public static string Text(DigestText digest) => string.Join('\n',
        [.. digest.Title(digest.Board.Plan.Title), .. Head(digest), .. News(digest), .. digest.Corrections(), .. Attention(digest), .. ToDo(digest), .. Gaps(digest), .. LateOnes(digest)]);

    /// <summary>What can be done about it, over all plans of one message.</summary>
    public static IEnumerable<Button> Buttons(Wording wording, IReadOnlyCollection<StatusSummary> boards)
    {
        if (boards.Sum(board => board.Counts.UnderReview) is > 0 and var waiting) yield return new Button(wording.Text("buttons.reviews_count", ("count", waiting)));
        if (boards.Sum(board => board.Counts.Missing.Count) is > 0 and var missing) yield return new Button(wording.Text("buttons.missing_count", ("count", missing)));
    }

    static IEnumerable<string> Head(DigestText digest)
    {
        var missing = digest.Board.Counts.Missing;
        yield return digest.Counts + (missing.Count == 0 ? "" : digest.Wording.Text("digest.missing_names", ("units", digest.UnitNames(missing.Select(unit => unit.Unit.Id), 5))));
        if (digest.Board.Round is not null) yield return digest.Pace;
    }

    // one line per indicator that moved, over all units that told
    static IEnumerable<string> News(DigestText digest)
    {
        var told = digest.News.Told.Select(entry => entry.Report.UnitId).Distinct().Count();
        var since = digest.Phrasing.Day(digest.Phrasing.LocalDate(digest.News.Since));
        yield return digest.Wording.Text(told == 0 ? "digest.no_news" : "digest.news", ("since", since), ("count", told));
        foreach (var line in digest.Cut([.. digest.Gains(false).Select(entry => Line(digest, entry.Gain, entry.Indicator, entry.Status))], MostNews)) yield return line;
    }

    static string Line(DigestText digest, FigureGain gain, Indicator indicator, IndicatorStatus status) => digest.Wording.Text(indicator.Sharing == Sharing.PerUnit ? "digest.news_line_per_unit" : status.Reported == status.Approved ? "digest.news_line" : "digest.news_line_pending",
        ("indicator", indicator.Name), ("increment", Phrasing.WithSign(gain.Gain, indicator)), ("total", Phrasing.Amount(status.Reported, indicator)),
        ("approved", Phrasing.Amount(status.Approved, indicator)), ("percent", Phrasing.Percent(status.Share)), ("units", digest.UnitNames(gain.UnitIds, 2)), ("target", Phrasing.Amount(indicator.Target, indicator)), ("met", status.UnitsMet), ("all", status.Units));

    static IEnumerable<string> Attention(DigestText digest)
    {
        var worst = digest.Board.Worst.ToList();
        yield return StatusView.Lights(digest.Wording, digest.Phrasing, digest.Board);
        if (worst.Count == 0) yield break;
        yield return digest.Wording.Text("digest.attention");
        foreach (var line in digest.Cut([.. worst.Select(item => ItemLine.Of(digest.Wording, digest.Phrasing, digest.Board, item))], MostAttention)) yield return line;
    }

    static IEnumerable<string> ToDo(DigestText digest)
    {
        string[] lines = [.. Waiting(digest), .. RedForLong(digest), .. Problems(digest)];
        return lines.Length == 0 ? [] : lines.Prepend(digest.Wording.Text("digest.to_do"));
    }

    static IEnumerable<string> Waiting(DigestText digest)
    {
        var (round, report, version) = digest.Facts.Reviews.FirstOrDefault(review => review.Round.PlanId == digest.Board.Plan.Id);
        if (round is null) yield break;
        yield return digest.Wording.Text("digest.waiting", ("count", digest.Facts.Reviews.Count(review => review.Round.PlanId == round.PlanId)),
            ("unit", digest.Ledger.Unit(report.UnitId).Name), ("item", digest.Ledger.Item(report.WorkItemId).Name), ("date", digest.Phrasing.Day(digest.Phrasing.LocalDate(version.At))));
    }

    static IEnumerable<string> RedForLong(DigestText digest)
    {
        var items = digest.Board.Items.Where(item => item.Light == Light.Red && digest.News.RoundsRed(item.Item.Id) >= LongRed).Select(item => item.Item.Name).ToList();
        if (items.Count > 0) yield return digest.Wording.Text("digest.red_for_long", ("times", LongRed), ("count", items.Count), ("items", digest.Phrasing.Names(items, 3)));
    }

    // those that the lines above have not named
    static IEnumerable<string> Problems(DigestText digest) => digest.Cut(
    [
        .. from entry in digest.News.Told
           where entry.Version == entry.Report.Current && !digest.Board.Worst.Take(MostAttention).Any(item => item.Item.Id == entry.Report.WorkItemId)
           from problem in entry.Version.Said(StatementKind.Problem)
           where problem.At > digest.News.Since
           select digest.Wording.Text("digest.problem", ("unit", digest.Ledger.Unit(entry.Report.UnitId).Name),
               ("item", digest.Ledger.Item(entry.Report.WorkItemId).Name), ("problem", Quote.Of(problem.Text))),
    ], MostProblems);

    static IEnumerable<string> Gaps(DigestText digest)
    {
        var gaps = digest.Board.Plan.Items.Select(item => (item, missing: MissingFrom(digest, item))).Where(gap => gap.missing > 0).ToList();
        if (gaps.Count > 0)
            yield return digest.Wording.Text("digest.gaps", ("count", gaps.Sum(gap => gap.missing)), ("items", digest.Phrasing.Names([.. gaps.Select(gap => gap.item.Name)], 4)));
    }

    // a line of the checklist is missing while no unit of the item has proven it
    static int MissingFrom(DigestText digest, WorkItem item)
    {
        var missing = Roster.Of(item, digest.Ledger.Unit, digest.Board.Today).Select(line => digest.Ledger.MissingEvidence(item, line.UnitId).Select(requirement => requirement.Id).ToHashSet()).ToList();
        return missing.Count == 0 ? 0 : missing.Aggregate((all, more) => [.. all.Intersect(more)]).Count;
    }

    static IEnumerable<string> LateOnes(DigestText digest)
    {
        var late = digest.News.Told.Where(entry => entry.Report.Late && entry.Version.Number == 1).ToList();
        foreach (var round in late.GroupBy(entry => entry.Round.Id))
            yield return digest.Wording.Text("digest.late", ("round", digest.Phrasing.Round(round.First().Round)), ("units", digest.UnitNames(round.Select(entry => entry.Report.UnitId).Distinct(), 5)), ("count", round.Count()));
    }
}
