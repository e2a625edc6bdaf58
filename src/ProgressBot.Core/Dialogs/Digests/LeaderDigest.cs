using ProgressBot.Core.Dialogs.Coordination;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Digests;

/// <summary>By result, for who leads: how far against the time, the figures that moved, what is at risk and whose. Official figures only, no chores, one phone screen.</summary>
static class LeaderDigest
{
    const int MostFigures = 3;
    const int MostRisks = 3;

    public static string Text(DigestText digest) => string.Join('\n',
        [.. digest.Title(digest.Board.Plan.Title), digest.Pace, StatusView.Lights(digest.Wording, digest.Phrasing, digest.Board), .. Figures(digest), .. digest.Corrections(), .. Risks(digest), digest.Counts]);

    // the greatest steps towards the target first
    static IEnumerable<string> Figures(DigestText digest)
    {
        var moved = digest.Gains(true).OrderByDescending(entry => entry.Indicator.Target == 0 ? 0 : entry.Gain.Gain / entry.Indicator.Target).Take(MostFigures).ToList();
        yield return digest.Wording.Text(moved.Count == 0 ? "digest.leader.no_figures" : "digest.leader.figures", ("since", digest.Phrasing.Day(digest.Phrasing.LocalDate(digest.News.Since))));
        foreach (var (gain, indicator, status) in moved)
            yield return digest.Wording.Text(indicator.Sharing == Sharing.PerUnit ? "digest.leader.figure_per_unit" : "digest.leader.figure", ("indicator", indicator.Name), ("increment", Phrasing.WithSign(gain.Gain, indicator)), ("total", Phrasing.Amount(status.Approved, indicator)),
                ("target", digest.Phrasing.Target(indicator)), ("percent", Phrasing.Percent(status.Share)), ("units", status.Units), ("met", status.UnitsMet));
    }

    // what is past its day first, then what is furthest behind
    static IEnumerable<string> Risks(DigestText digest)
    {
        var worst = digest.Board.Worst.OrderByDescending(item => item.Light).ThenByDescending(item => item.Reason == LightReason.Overdue).ThenBy(item => item.Achieved).ToList();
        if (worst.Count == 0) return [];
        return digest.Cut([.. worst.Select(item => Risk(digest, item))], MostRisks).Prepend(digest.Wording.Text("digest.leader.risks"));
    }

    // a problem that was told names its unit
    static string Risk(DigestText digest, ItemStatus item)
    {
        var line = ItemLine.Of(digest.Wording, digest.Phrasing, digest.Board, item);
        return item.Problems.Count > 0 ? line : digest.Wording.Text("digest.leader.risk", ("line", line), ("units", Whose(digest, item.Item)));
    }

    // who leads answers for it
    static string Whose(DigestText digest, WorkItem item)
    {
        var lines = Roster.Of(item, digest.Ledger.Unit, digest.Board.Today).ToList();
        var leads = lines.Where(line => line.Role == UnitRole.Lead).ToList();
        return digest.UnitNames((leads.Count > 0 ? leads : lines).Select(line => line.UnitId), 2);
    }
}
