using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>Where one work item stands: as its worst part does, be that a number or a goal beside it.</summary>
/// <param name="Lit">The light of the worst part.</param>
/// <param name="Achieved">Mean of what is reached of the parts, 0 to 1, from what is approved only.</param>
/// <param name="Deadline">The worst part's own deadline; null when it has none.</param>
/// <param name="Expected">Share expected of the worst part by now, 0 to 1.</param>
public sealed record ItemStatus(
    WorkItem Item, Lit Lit, decimal Achieved, decimal Expected, DateOnly? Deadline, IReadOnlyList<IndicatorStatus> Indicators, IReadOnlyList<MilestoneStatus> Milestones)
{
    public Light Light => Lit.Light;
    public LightReason Reason => Lit.Reason;

    /// <summary>How far a goal without a number is, as approved; null where nothing was.</summary>
    public MilestoneState? State => Milestones.FirstOrDefault(milestone => !milestone.Milestone.IsBeside)?.State;

    /// <summary>What units named as problems, latest first.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public static ItemStatus Build(PlanDay day, WorkItem item)
    {
        var units = day.UnitsOf(item);
        IReadOnlyList<IndicatorStatus> indicators = [.. item.Indicators.Select(indicator => IndicatorStatus.Build(day, item, indicator, units))];
        IReadOnlyList<MilestoneStatus> milestones = [.. item.Milestones.Where(milestone => milestone.IsBeside || item.HasMilestone).Select(milestone => MilestoneStatus.Build(day, item, milestone, units))];
        var parts = indicators.Select(part => (part.Lit, Share: Math.Min(part.Share, 1), part.Expected, part.Deadline))
            .Concat(milestones.Select(part => (part.Lit, Share: part.Achieved, part.Expected, part.Deadline))).ToList();
        var worst = parts.MaxBy(part => (part.Lit.Light, -part.Share));
        return new ItemStatus(item, worst.Lit, parts.Average(part => part.Share), worst.Expected, worst.Deadline, indicators, milestones) { Problems = Problem.Of(day.Ledger, item) };
    }
}

/// <summary>What a unit named as a problem of an item.</summary>
public sealed record Problem(Unit Unit, string Text, DateTimeOffset At)
{
    /// <summary>Those in each unit's latest report, latest first.</summary>
    public static IReadOnlyList<Problem> Of(Ledger ledger, WorkItem item) =>
    [
        .. ledger.Rounds.OrderBy(round => round.PeriodStart).SelectMany(round => round.Reports)
            .Where(report => report.WorkItemId == item.Id && report.Current is not null)
            .GroupBy(report => report.UnitId).Select(reports => reports.Last())
            .SelectMany(report => report.Current?.Said(StatementKind.Problem) ?? [], (report, said) => new Problem(ledger.Unit(report.UnitId), said.Text, said.At))
            .OrderByDescending(problem => problem.At),
    ];
}
