using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>One report that a person may fill in now, with what it belongs to.</summary>
/// <param name="Number">Position in the list the person sees, from 1.</param>
public sealed record ReportTask(int Number, Plan Plan, Round Round, WorkItem Item, Unit Unit, Report Report, Ledger Ledger)
{
    /// <summary>The indicators this unit enters a value for; of others it only tells how its part is going.</summary>
    public IReadOnlyList<Indicator> Indicators { get; } = EnteredBy(Report.Role, Item.Indicators);

    /// <summary>True when what is asked is a state and not a number.</summary>
    public bool AsksMilestone => Indicators.Count == 0;

    /// <summary>What this unit states: the item as a whole where it enters no number, and the goals beside the numbers where it answers for them.</summary>
    public IReadOnlyList<Milestone> Milestones { get; } =
    [
        .. Item.Milestones.Where(milestone => milestone.IsBeside ? Report.Role != UnitRole.Assist : EnteredBy(Report.Role, Item.Indicators).Count == 0),
    ];

    /// <summary>When the report is due, an extension included.</summary>
    public DateTimeOffset DueAt => Round.DueFor(Report);

    /// <summary>How far the item as a whole is, as reported; null when nothing was.</summary>
    public MilestoneState? State => StateOf(Item.Whole);

    /// <summary>How far a milestone is, as reported; null when nothing was.</summary>
    public MilestoneState? StateOf(Milestone milestone) => Ledger.Standing(milestone.Id, Unit.Id)?.Reported;
    public IReadOnlyList<EvidenceRequirement> MissingEvidence => Ledger.MissingEvidence(Item, Unit.Id);

    /// <summary>The running total before this round; null when nothing was ever reported.</summary>
    public decimal? Before(Indicator indicator) =>
        Ledger.Total(indicator.Id, Unit.Id) is { Reported: not null } total ? Ledger.Before(indicator.Id, Unit.Id, Round) : null;

    /// <summary>The approved total that a new one should not fall below; for a round that is reported after a later one, what that one stood on.</summary>
    public decimal? Approved(Indicator indicator) => Ledger.Total(indicator.Id, Unit.Id)?.Approved is not { } approved ? null
        : Said(indicator) is null && Ledger.FigureFrom(indicator.Id, Unit.Id, Round) is { } later ? Math.Min(approved, later.Total - later.Increment) : approved;

    /// <summary>What the unit has already said in this round, returned or not; null while it has not.</summary>
    public Figure? Said(Indicator indicator) => Report.Standing?.Of(indicator.Id);

    /// <summary>The tasks of some units in the rounds that accept answers, soonest due first, numbered.</summary>
    public static IReadOnlyList<ReportTask> Of(Ledger ledger, IReadOnlyCollection<int> unitIds, DateTimeOffset now)
    {
        var tasks = new List<ReportTask>();
        foreach (var round in ledger.Rounds.Count < 2 ? ledger.Rounds : [.. ledger.Rounds.OrderBy(round => round.DueAt).ThenBy(round => round.Id)])
            foreach (var report in Accepted(ledger, round, unitIds, now))
                tasks.Add(new ReportTask(tasks.Count + 1, ledger.Plan(round.PlanId), round, ledger.Item(report.WorkItemId), ledger.Unit(report.UnitId), report, ledger));
        return tasks;
    }

    static List<Report> Accepted(Ledger ledger, Round round, IReadOnlyCollection<int> unitIds, DateTimeOffset now)
    {
        var (accepted, inOrder) = (new List<Report>(), true);
        foreach (var report in round.Reports)
        {
            if (report.State == ReportState.Excused || !unitIds.Contains(report.UnitId) || !round.Accepts(report, now)) continue;
            inOrder &= accepted is not [.., var before] || Place(before).CompareTo(Place(report)) <= 0;
            accepted.Add(report);
        }
        return inOrder ? accepted : [.. accepted.OrderBy(Place)];

        (DateTimeOffset DueAt, int Number, int UnitId) Place(Report report) => (round.DueFor(report), ledger.Item(report.WorkItemId).Number, report.UnitId);
    }

    // of most items all
    static IReadOnlyList<Indicator> EnteredBy(UnitRole role, IReadOnlyList<Indicator> indicators)
    {
        foreach (var indicator in indicators)
            if (!indicator.IsEnteredBy(role)) return [.. indicators.Where(other => other.IsEnteredBy(role))];
        return indicators;
    }
}
