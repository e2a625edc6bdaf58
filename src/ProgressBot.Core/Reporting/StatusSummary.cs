using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>Where a plan stands on a day: the round's counts in office form, and every item with its light. Only approved figures count.</summary>
public sealed record StatusSummary(Plan Plan, Round? Round, DateOnly Today, RoundCounts Counts, IReadOnlyList<ItemStatus> Items)
{
    public decimal Elapsed => Plan.Elapsed(Today);

    /// <summary>Mean of the items' achieved shares, each at most 1; 0 for a plan without items.</summary>
    public decimal Achieved => Items.Count == 0 ? 0 : Items.Average(item => item.Achieved);

    public int Count(Light light) => Items.Count(item => item.Light == light);

    public IEnumerable<ItemStatus> Worst => Items
        .Where(item => item.Light is Light.Red or Light.Yellow)
        .OrderByDescending(item => item.Light).ThenBy(item => item.Item.Number);

    /// <param name="round">The round people are reporting in; null when none is open.</param>
    public static StatusSummary Build(PlanDay day, Round? round) => new(
        day.Plan, round, day.Today,
        round is null ? RoundCounts.None : RoundCounts.Of(day.Ledger, round),
        [.. day.Plan.Items.OrderBy(item => item.Number).Select(item => ItemStatus.Build(day, item))]);
}

/// <summary>应报N、已报N、按时N、逾期N、未报N, counted in units: a unit has reported when none of its reports is open.</summary>
public sealed record RoundCounts(IReadOnlyList<Unit> OnTime, IReadOnlyList<Unit> Late, IReadOnlyList<MissingUnit> Missing, int UnderReview)
{
    public static RoundCounts None { get; } = new([], [], [], 0);

    public int Expected => Reported + Missing.Count;
    public int Reported => OnTime.Count + Late.Count;

    public static RoundCounts Of(Ledger ledger, Round round)
    {
        var units = round.Reports.Where(report => report.State != ReportState.Excused).GroupBy(report => report.UnitId).OrderBy(group => group.Key).ToList();
        var done = units.Where(reports => !reports.Any(report => report.IsOpen)).ToLookup(reports => reports.Any(report => report.Late), reports => ledger.Unit(reports.Key));
        return new RoundCounts(
            [.. done[false]],
            [.. done[true]],
            [.. units.Where(reports => reports.Any(report => report.IsOpen)).Select(reports => Owing(ledger, round, [.. reports]))],
            round.Reports.Count(report => report.State == ReportState.Submitted));
    }

    static MissingUnit Owing(Ledger ledger, Round round, IReadOnlyList<Report> reports) => new(
        ledger.Unit(reports[0].UnitId),
        reports.Count(report => report.IsOpen),
        reports.Count,
        ledger.NudgesOf(round.Id, reports[0].UnitId).Count(),
        reports.Any(report => report.AcknowledgedAt is not null));
}

/// <summary>A unit that still owes something.</summary>
/// <param name="Open">Reports it owes.</param>
/// <param name="All">Reports it has in this round.</param>
/// <param name="Nudged">How often it was nudged in this round.</param>
public sealed record MissingUnit(Unit Unit, int Open, int All, int Nudged, bool Acknowledged);
