using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>What one digest of a plan is made of beyond the standing: what has happened since the last one of its kind left.</summary>
/// <param name="Occasion">The digest that leaves.</param>
/// <param name="Since">When the last one left that summed up as long a period or a longer one; for the first of its kind the beginning of the period, for the first of all that of the plan.</param>
/// <param name="Reports">Reports with versions that were submitted or reviewed since, rounds that have closed meanwhile included.</param>
public sealed record DigestFacts(DigestOccasion Occasion, DateTimeOffset Since, IReadOnlyList<(Round Round, Report Report)> Reports)
{
    /// <summary>The plan's latest round that has opened, open still or not; null before the first.</summary>
    public int? RoundId { get; init; }

    /// <summary>The plan's digests that have left, latest first.</summary>
    public IReadOnlyList<SentDigest> Sent { get; init; } = [];

    /// <summary>Since when a digest tells.</summary>
    /// <param name="sent">The plan's digests that have left.</param>
    public static DateTimeOffset Beginning(Plan plan, DigestOccasion occasion, IReadOnlyList<SentDigest> sent) =>
        sent.Where(digest => digest.Kind >= occasion.Kind).Max(digest => (DateTimeOffset?)digest.At)
        ?? (sent.Count > 0 ? plan.Zone.Instant(occasion.First, TimeOnly.MinValue) : plan.ActivatedAt ?? plan.CreatedAt);

    /// <summary>The round that a digest is about; null for none.</summary>
    /// <param name="rounds">All that the plan has had.</param>
    public static int? RoundAt(IEnumerable<Round> rounds, DateTimeOffset now) =>
        rounds.Where(round => round.State != RoundState.Cancelled && round.OpensAt <= now).MaxBy(round => round.PeriodStart)?.Id;

    /// <summary>How many rounds in a row a work item that is red now has been so, this one included; several digests within one round count once.</summary>
    public int RoundsRed(int itemId) => Sent.TakeWhile(digest => digest.Red.Contains(itemId)).Select(digest => digest.RoundId).Append(RoundId).OfType<int>().Distinct().Count();

    /// <summary>What was submitted since and not taken back, in order.</summary>
    public IEnumerable<(Round Round, Report Report, ReportVersion Version)> Told =>
        from entry in Reports
        from version in entry.Report.Versions
        where version.At > Since && version.Verdict is not (Verdict.Withdrawn or Verdict.Replaced)
        orderby version.At, version.Id
        select (entry.Round, entry.Report, version);

    /// <summary>Versions whose approval was taken back since, in order.</summary>
    public IEnumerable<(Report Report, ReportVersion Version)> Revoked =>
        from entry in Reports
        from version in entry.Report.Versions
        where version.RevokedAt > Since
        orderby version.RevokedAt, version.Id
        select (entry.Report, version);

    /// <summary>What was approved or returned since, by unit, in order.</summary>
    public ILookup<int, (Report Report, ReportVersion Version)> Reviewed => _reviewed.Value;

    readonly Lazy<ILookup<int, (Report Report, ReportVersion Version)>> _reviewed = new(() => (
        from entry in Reports
        from version in entry.Report.Versions
        where version.ReviewedAt > Since && version.Verdict is Verdict.Approved or Verdict.Returned
        orderby version.ReviewedAt, version.Id
        select (entry.Report, version)).ToLookup(entry => entry.Report.UnitId));

    /// <summary>What indicators have gained since, in order of the first word about each; a figure that was corrected counts by what the correction changed.</summary>
    /// <param name="approvedOnly">Only what has become official since; else also what waits for review.</param>
    public IReadOnlyList<FigureGain> Gains(bool approvedOnly) =>
    [
        .. Reports.SelectMany(entry => GainsOf(entry.Report, approvedOnly))
            .OrderBy(gain => gain.At)
            .GroupBy(gain => gain.IndicatorId)
            .Select(gains => new FigureGain(gains.Key, gains.Sum(gain => gain.Gain), [.. gains.Select(gain => gain.UnitId).Distinct()]))
            .Where(gain => gain.Gain != 0),
    ];

    IEnumerable<(int IndicatorId, decimal Gain, int UnitId, DateTimeOffset At)> GainsOf(Report report, bool approvedOnly)
    {
        DateTimeOffset? Counts(ReportVersion version) => approvedOnly ? version.ReviewedAt : version.At;
        var standing = report.Versions.Where(version => version.Verdict == Verdict.Approved || version.Verdict == Verdict.Pending && !approvedOnly).MaxBy(version => version.Number);
        if (standing is null || !(Counts(standing) > Since)) return [];
        var before = report.Versions.Where(version => version.Verdict is not (Verdict.Withdrawn or Verdict.Replaced or Verdict.Returned) && version != standing && Counts(version) <= Since).MaxBy(version => version.Number);
        return standing.Figures.Select(figure => (figure.IndicatorId, figure.Total - (Of(before, figure.IndicatorId)?.Total ?? figure.Total - figure.Increment), report.UnitId, standing.At));
    }

    static Figure? Of(ReportVersion? version, int indicatorId) => version?.Of(indicatorId);
}

/// <summary>What an indicator has gained, in its base unit, and whose reports say so.</summary>
public sealed record FigureGain(int IndicatorId, decimal Gain, IReadOnlyList<int> UnitIds);
