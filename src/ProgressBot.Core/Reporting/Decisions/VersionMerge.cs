namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>
/// One standing per report: the next version is what stands with what was said now in it. Only what is named changes; a figure leaves only by being taken back.
/// </summary>
static class VersionMerge
{
    /// <summary>The merged version, without receipt, author and time.</summary>
    public static ReportVersion Of(RecordFacts facts, Report report, SubmittedReport told)
    {
        var (standing, id) = (report.Standing, facts.Numbers.Next<ReportVersion>());
        return new ReportVersion
        {
            Id = id,
            ReportId = report.Id,
            Receipt = "",
            OnBehalf = told.OnBehalf,
            Reason = told.Reason,
            NoChange = told.NoChange && standing is null or { NoChange: true },
            Figures = [.. Figures(facts, report, standing, told).Select(figure => figure with { Id = facts.Numbers.Next<Figure>(), ReportVersionId = id })],
            States = [.. States(facts, standing, told).Select(state => state with { Id = facts.Numbers.Next<ReportedState>(), ReportVersionId = id })],
            Statements = [.. Statements(facts, standing, told).Select(said => said with { Id = facts.Numbers.Next<Statement>(), ReportVersionId = id })],
        };
    }

    static IEnumerable<Figure> Figures(RecordFacts facts, Report report, ReportVersion? standing, SubmittedReport told)
    {
        var named = told.Figures.Select(figure => figure.IndicatorId).Concat(told.TakenBack).ToHashSet();
        var kept = (standing?.Figures ?? []).Where(figure => !named.Contains(figure.IndicatorId));
        return [.. kept, .. told.Figures.Select(figure => Said(facts, report, figure))];
    }

    static Figure Said(RecordFacts facts, Report report, SubmittedFigure said)
    {
        var before = facts.Ledger.Before(said.IndicatorId, report.UnitId, facts.Ledger.RoundOf(report));
        return Figure.Of(said.IndicatorId, said.Phrase, said.Value, said.Basis, before) with { Comparator = said.Comparator, MessageId = facts.MessageId };
    }

    static IEnumerable<ReportedState> States(RecordFacts facts, ReportVersion? standing, SubmittedReport told)
    {
        var named = told.States.Select(state => state.MilestoneId).ToHashSet();
        return
        [
            .. (standing?.States ?? []).Where(state => !named.Contains(state.MilestoneId)),
            .. told.States.Select(state => new ReportedState { MilestoneId = state.MilestoneId, State = state.State, Phrase = state.Phrase, MessageId = facts.MessageId }),
        ];
    }

    static IEnumerable<Statement> Statements(RecordFacts facts, ReportVersion? standing, SubmittedReport told)
    {
        var kept = standing?.Statements ?? [];
        return
        [
            .. kept,
            .. told.Statements.Where(said => !kept.Any(known => known.Kind == said.Kind && known.Text == said.Text)).Select(said => new Statement
            {
                Kind = said.Kind, Text = said.Text, Expected = said.Expected, By = facts.Speaker!.Id, At = facts.Now, MessageId = facts.MessageId,
            }),
        ];
    }
}
