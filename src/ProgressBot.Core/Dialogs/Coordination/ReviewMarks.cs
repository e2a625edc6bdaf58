using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>What a reviewer should look at more closely. A mark never holds a report back.</summary>
static class ReviewMarks
{
    /// <summary>A total that is above the approved one by at least this share of the whole target is a jump.</summary>
    const decimal Jump = 0.5m;

    /// <summary>A few words each; empty for a report without a mark.</summary>
    public static IReadOnlyList<string> Of(Turn turn, Report report, ReportVersion version) => [.. Keys(turn, report, version).Distinct().Select(key => turn.Wording.Text($"review.mark.{key}"))];

    static IEnumerable<string> Keys(Turn turn, Report report, ReportVersion version)
    {
        if (version.Said(StatementKind.Objection).Any()) yield return "objection";
        foreach (var figure in version.Figures)
        {
            var indicator = turn.Facts.Ledger.Indicator(figure.IndicatorId);
            if (!figure.IsExact) yield return "approximate";
            if (turn.Facts.Ledger.Total(figure.IndicatorId, report.UnitId)?.Approved is not { } approved) continue;
            if (figure.Total < approved) yield return "lower";
            if (indicator.Target > 0 && figure.Total - approved >= Jump * indicator.Target) yield return "jump";
        }
        if (report.Approved is { } earlier && earlier.Number < version.Number) yield return "correction";
        if (version.Figures.Count > 0 && NeedsProof(turn, report)) yield return "no_proof";
    }

    static bool NeedsProof(Turn turn, Report report) =>
        turn.Facts.Ledger.Item(report.WorkItemId).Requirements.Any(requirement => !requirement.AwaitsOthers)
        && !turn.Facts.Ledger.EvidenceOf(report.WorkItemId, report.UnitId).Any();
}
