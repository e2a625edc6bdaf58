using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>One report that a person may fill in now, with what it belongs to.</summary>
/// <param name="Number">Position in the list the person sees, from 1.</param>
public sealed record ReportTask(int Number, Plan Plan, Round Round, WorkItem Item, Unit Unit, Report Report, Ledger Ledger)
{
    /// <summary>The indicators this unit enters a value for; of others it only tells how its part is going.</summary>
    public IReadOnlyList<Indicator> Indicators { get; } = Item.Indicators.FindAll(indicator => indicator.IsEnteredBy(Report.Role));

    /// <summary>True when what is asked is a state and not a number.</summary>
    public bool AsksMilestone => Indicators.Count == 0;

    /// <summary>When the unit's report is due, an extension included.</summary>
    public DateTimeOffset DueAt => Round.DueFor(Unit.Id);

    public Milestone? Milestone => Ledger.Milestone(Item.Id, Unit.Id)?.Reported;
    public IReadOnlyList<EvidenceRequirement> MissingEvidence => Ledger.MissingEvidence(Item, Unit.Id);

    /// <summary>The running total before this round; null when nothing was ever reported.</summary>
    public decimal? Before(Indicator indicator) =>
        Ledger.Total(indicator.Id, Unit.Id) is { Reported: not null } total ? Ledger.Before(indicator.Id, Unit.Id, Round) : null;

    /// <summary>The approved total that a new one should not fall below; for a round that is reported after a later one, what that one stood on.</summary>
    public decimal? Approved(Indicator indicator) => Ledger.Total(indicator.Id, Unit.Id)?.Approved is not { } approved ? null
        : Said(indicator) is null && Ledger.Standing(indicator.Id, Unit.Id, Round) is { } later ? Math.Min(approved, later.Total - later.Increment) : approved;

    /// <summary>What the unit has already said in this round; null while it has not.</summary>
    public Figure? Said(Indicator indicator) => Report.Current?.Of(indicator.Id);

    /// <summary>The tasks of some units in the rounds that accept answers, soonest due first, numbered.</summary>
    public static IReadOnlyList<ReportTask> Of(Ledger ledger, IReadOnlySet<int> unitIds, DateTimeOffset now)
    {
        var tasks = new List<ReportTask>();
        foreach (var round in ledger.Rounds.OrderBy(round => round.DueAt).ThenBy(round => round.Id))
            foreach (var report in round.Reports
                .FindAll(report => report.State != ReportState.Excused && unitIds.Contains(report.UnitId) && round.Accepts(report.UnitId, now))
                .OrderBy(report => ledger.Item(report.WorkItemId).Number).ThenBy(report => report.UnitId))
                tasks.Add(new ReportTask(tasks.Count + 1, ledger.Plan(round.PlanId), round, ledger.Item(report.WorkItemId), ledger.Unit(report.UnitId), report, ledger));
        return tasks;
    }
}
