namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>The totals and standings that follow when reports have changed.</summary>
static class Recounting
{
    public static IEnumerable<RowChange> After(RecordFacts facts, IReadOnlyList<(Report Before, Report After)> changed)
    {
        var reports = changed.ToDictionary(pair => pair.After.Id, pair => pair.After);
        var figures = facts.Figures.Where(figure => !reports.ContainsKey(figure.ReportId)).Concat(reports.Values.SelectMany(report => FiguresOf(facts, report))).ToList();
        var states = facts.States.Where(state => !reports.ContainsKey(state.ReportId)).Concat(reports.Values.SelectMany(report => StatesOf(facts, report))).ToList();
        var versions = changed.SelectMany(pair => pair.After.Versions.Concat(pair.Before.Versions), (pair, version) => (pair.After.UnitId, version)).ToList();
        return
        [
            .. versions.SelectMany(pair => pair.version.Figures, (pair, figure) => (figure.IndicatorId, pair.UnitId)).Distinct()
                .Select(key => RowChange.Put(Total.Of(key.IndicatorId, key.UnitId, figures, facts.Now))),
            .. versions.SelectMany(pair => pair.version.States, (pair, state) => (state.MilestoneId, pair.UnitId)).Distinct()
                .Select(key => RowChange.Put(MilestoneStanding.Of(key.MilestoneId, key.UnitId, states, facts.Now))),
        ];
    }

    static IEnumerable<CountedFigure> FiguresOf(RecordFacts facts, Report report) =>
        from version in report.Versions
        from figure in version.Figures
        select new CountedFigure(report.Id, figure.IndicatorId, report.UnitId, report.RoundId, facts.Ledger.RoundOf(report).PeriodStart, version.Number, version.Verdict,
            figure.Increment, figure.Total, figure.IsExact);

    static IEnumerable<CountedState> StatesOf(RecordFacts facts, Report report) =>
        from version in report.Versions
        from state in version.States
        select new CountedState(report.Id, state.MilestoneId, report.UnitId, facts.Ledger.RoundOf(report).PeriodStart, version.Number, version.Verdict, state.State);
}
