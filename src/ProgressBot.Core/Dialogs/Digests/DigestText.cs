using System.Globalization;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Digests;

/// <summary>One plan as a digest sees it, in one language: where it stands, what has happened, and the lines that all audiences share.</summary>
public sealed record DigestText(Wording Wording, Facts Facts, StatusSummary Board, DigestFacts News)
{
    public Phrasing Phrasing { get; } = new(Wording, Facts);
    public Ledger Ledger => Facts.Ledger;

    /// <summary>What is owed in the plan, by unit.</summary>
    public ILookup<int, ReportTask> Open => _open.Value;

    readonly Lazy<ILookup<int, ReportTask>> _open = new(() =>
        ReportTask.Of(Facts.Ledger, Facts.Ledger.Units.Select(unit => unit.Id).ToHashSet(), Facts.Now).Where(task => task.Plan.Id == Board.Plan.Id && task.Report.IsOpen).ToLookup(task => task.Unit.Id));

    /// <summary>【周报】第39周（9月26日—9月30日）and what it is about; one that leaves after its day says so.</summary>
    public IEnumerable<string> Title(string about)
    {
        var occasion = News.Occasion;
        yield return Wording.Text("digest.title", ("name", Name), ("period", PeriodName(occasion)), ("from", Phrasing.Day(occasion.First)), ("until", Phrasing.Day(occasion.Day)), ("about", about));
        if (occasion.Day < Facts.Today) yield return Wording.Text("digest.belated", ("time", Phrasing.Time(occasion.At)));
    }

    /// <summary>周报, 月报 …</summary>
    public string Name => Wording.Text($"digest.name.{Phrasing.Name(News.Occasion.Kind)}");

    /// <summary>应报N、已报N、按时N、逾期N、未报N.</summary>
    public string Counts => Board.Round is null ? Wording.Text("status.no_round") : Wording.Text("digest.counts",
        ("round", Phrasing.Round(Board.Round)), ("expected", Board.Counts.Expected), ("reported", Board.Counts.Reported), ("on_time", Board.Counts.OnTime.Count), ("late", Board.Counts.Late.Count), ("missing", Board.Counts.Missing.Count));

    public string Pace => Wording.Text("status.pace", ("elapsed", Phrasing.Percent(Board.Elapsed)), ("achieved", Phrasing.Percent(Board.Achieved)));

    /// <summary>The first lines of many, and how many more there are.</summary>
    public IEnumerable<string> Cut(IReadOnlyList<string> lines, int most) =>
        lines.Count <= most ? lines : [.. lines.Take(most), Wording.Text("digest.more", ("count", lines.Count - most))];

    /// <summary>What has gained and is followed still, with its standing.</summary>
    public IReadOnlyList<(FigureGain Gain, Indicator Indicator, IndicatorStatus Status)> Gains(bool approvedOnly)
    {
        var followed = Board.Items.SelectMany(item => item.Indicators).ToDictionary(status => status.Indicator.Id);
        return [.. News.Gains(approvedOnly).Where(gain => followed.ContainsKey(gain.IndicatorId)).Select(gain => (gain, followed[gain.IndicatorId].Indicator, followed[gain.IndicatorId]))];
    }

    /// <summary>更正: what was official and was taken back since, a line per figure and state, with what counts now.</summary>
    public IEnumerable<string> Corrections()
    {
        foreach (var (report, version) in News.Revoked)
        {
            var (unit, item) = (Ledger.Unit(report.UnitId).Name, Ledger.Item(report.WorkItemId));
            foreach (var figure in version.Figures)
                if (item.Indicators.FirstOrDefault(indicator => indicator.Id == figure.IndicatorId) is { } indicator)
                    yield return Wording.Text("digest.correction", ("unit", unit), ("what", indicator.Name), ("before", Phrasing.Amount(figure.Total, indicator)), ("reason", version.ReturnReason),
                        ("now", Ledger.Total(indicator.Id, report.UnitId)?.Approved is { } now ? Phrasing.Amount(now, indicator) : Wording.Text("digest.nothing_approved")));
            foreach (var state in version.States)
                if (item.Milestones.FirstOrDefault(milestone => milestone.Id == state.MilestoneId) is { } milestone)
                    yield return Wording.Text("digest.correction", ("unit", unit), ("what", milestone.IsBeside ? milestone.Name : item.Name), ("before", Phrasing.Milestone(state.State)), ("reason", version.ReturnReason),
                        ("now", Phrasing.Milestone(Ledger.Standing(milestone.Id, report.UnitId)?.Approved)));
        }
    }

    public string UnitNames(IEnumerable<int> units, int most) => Phrasing.UnitNames([.. units.Select(unit => Ledger.Unit(unit).Name)], most);

    string PeriodName(DigestOccasion occasion) => occasion.Kind == RoundPeriod.HalfYear ? Wording.Words("format.round.half_year")[occasion.First.Month > 6 ? 1 : 0] : Wording.Text($"digest.period.{Phrasing.Name(occasion.Kind)}", ("number", occasion.Kind switch
    {
        RoundPeriod.Week => ISOWeek.GetWeekOfYear(occasion.First.ToDateTime(default)),
        RoundPeriod.Month => occasion.First.Month,
        RoundPeriod.Quarter => (occasion.First.Month + 2) / 3,
        _ => occasion.First.Year,
    }));
}
