using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>
/// The records one turn may need, as the store has loaded them: for a reporter those of the own units, for a coordinator all of the live rounds.
/// Everything the bot says is computed from here. A value: what happens makes another one (<see cref="LedgerChanges"/>).
/// </summary>
public sealed record Ledger
{
    public PlanBook Book { get; init; } = new();
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>How long after its lock a round stays in sight, so that an approval can be taken back.</summary>
    public static TimeSpan StaysInSight { get; } = TimeSpan.FromDays(60);

    /// <summary>
    /// Rounds that are open or paused, and closed ones in which something waits for the reviewer or the unit; with the reports and their versions. In a turn also
    /// those that have closed lately (<see cref="StaysInSight"/>).
    /// </summary>
    public IReadOnlyList<Round> Rounds { get; init => (field, _index) = (value, null); } = [];
    public IReadOnlyList<Total> Totals { get; init => (field, _index) = (value, null); } = [];
    public IReadOnlyList<MilestoneStanding> Milestones { get; init => (field, _index) = (value, null); } = [];
    public IReadOnlyList<Evidence> Evidence { get; init => (field, _index) = (value, null); } = [];

    /// <summary>催办 by hand in the open rounds.</summary>
    public IReadOnlyList<Nudge> Nudges { get; init; } = [];

    /// <summary>Granted extensions of work items, also those of rounds that have closed since.</summary>
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    // made of the lists when first asked for, and again for a ledger with other lists
    LedgerIndex? _index;
    LedgerIndex Index => _index ??= new LedgerIndex(this);

    public IReadOnlyList<Plan> Plans => Book.Plans;
    public IReadOnlyList<Unit> Units => Book.Units;
    public Plan Plan(int id) => Book.Plan(id);
    public WorkItem Item(int id) => Book.Item(id);
    public Indicator Indicator(int id) => Book.Indicator(id);
    public Milestone Milestone(int id) => Book.Milestone(id);
    public Unit Unit(int id) => Book.Unit(id);
    public Round Round(int id) => Index.Rounds[id];
    public Round RoundOf(Report report) => Round(report.RoundId);

    /// <summary>A report of the live rounds; null for any other.</summary>
    public Report? Report(int id)
    {
        foreach (var round in Rounds)
            foreach (var report in round.Reports)
                if (report.Id == id) return report;
        return null;
    }

    public Total? Total(int indicatorId, int unitId) => Index.Totals.GetValueOrDefault((indicatorId, unitId));
    public IEnumerable<Total> TotalsOf(int indicatorId) => Index.TotalsOf[indicatorId];
    public MilestoneStanding? Standing(int milestoneId, int unitId) => Index.Milestones.GetValueOrDefault((milestoneId, unitId));
    public IEnumerable<Evidence> EvidenceOf(int itemId, int unitId) => Index.Evidence[(itemId, unitId)];

    /// <summary>An item's own deadline, or the day it was put off to; null for an item without one.</summary>
    /// <param name="unitId">The unit whose part is meant; null for the item over all its units.</param>
    public DateOnly? Extended(WorkItem item, DateOnly? deadline, TimeZoneInfo zone, int? unitId = null) => deadline is null ? null
        : Extensions.Where(extension => extension.WorkItemId == item.Id && (unitId is null || extension.UnitId == unitId)).Select(extension => zone.Today(extension.DueAt)).Append(deadline.Value).Max();

    /// <summary>
    /// The running total before a unit's report in a round; 0 when nothing was ever reported. Where rounds overlap, an earlier one may be reported after a
    /// later one: then it stands on what the later one stood on, and the later one's total stays as it was said.
    /// </summary>
    public decimal Before(int indicatorId, int unitId, Round round) => FigureFrom(indicatorId, unitId, round) is { } figure
        ? figure.Total - figure.Increment
        : Total(indicatorId, unitId)?.Reported ?? 0;

    /// <summary>What stands from this round or, when it has said nothing, from the next one that has.</summary>
    public Figure? FigureFrom(int indicatorId, int unitId, Round round)
    {
        foreach (var other in Index.RoundsByPeriod)
        {
            if (other.PlanId != round.PlanId || other.PeriodStart < round.PeriodStart) continue;
            foreach (var report in other.Reports)
                if (report.UnitId == unitId && report.Current?.Of(indicatorId) is { } figure) return figure;
        }
        return null;
    }

    /// <summary>The lines of an item's checklist that a unit has not proven yet; what others must decide is not missing.</summary>
    public IReadOnlyList<EvidenceRequirement> MissingEvidence(WorkItem item, int unitId)
    {
        if (item.Requirements.Count == 0) return [];
        var pieces = EvidenceOf(item.Id, unitId);
        var missing = new List<EvidenceRequirement>();
        foreach (var requirement in item.Requirements)
            if (!requirement.AwaitsOthers && !IsProven(requirement.Id, pieces)) missing.Add(requirement);
        return missing;
    }

    static bool IsProven(int requirementId, IEnumerable<Evidence> pieces)
    {
        foreach (var piece in pieces)
            foreach (var proof in piece.Proofs)
                if (proof.RequirementId == requirementId && piece.Verdict != EvidenceVerdict.Rejected) return true;
        return false;
    }

    public IEnumerable<Nudge> NudgesOf(int roundId, int unitId) => Nudges.Where(nudge => nudge.RoundId == roundId && nudge.UnitId == unitId);

    /// <summary>The people who report for a unit on a day.</summary>
    public IEnumerable<Person> ReportersOf(int unitId, DateOnly day) => People
        .Where(person => person.Is(Roles.Reporter) && person.Memberships.Any(membership => membership.UnitId == unitId && membership.Reports && membership.IsIn(day)));

    /// <summary>The people in charge of a unit on a day.</summary>
    public IEnumerable<Person> InChargeOf(int unitId, DateOnly day) => People.Where(person => person.ChargesOn(day).Contains(unitId));

    public IEnumerable<Person> Having(Roles roles) => People.Where(person => person.Is(roles));
}

/// <summary>A ledger's lists by what they are asked for.</summary>
sealed class LedgerIndex(Ledger ledger)
{
    public Dictionary<int, Round> Rounds => field ??= ledger.Rounds.ToDictionary(round => round.Id);
    public Round[] RoundsByPeriod => field ??= [.. ledger.Rounds.OrderBy(round => round.PeriodStart)];
    public Dictionary<(int, int), Total> Totals => field ??= ledger.Totals.ToDictionary(total => (total.IndicatorId, total.UnitId));
    public ILookup<int, Total> TotalsOf => field ??= ledger.Totals.ToLookup(total => total.IndicatorId);
    public Dictionary<(int, int), MilestoneStanding> Milestones => field ??= ledger.Milestones.ToDictionary(standing => (standing.MilestoneId, standing.UnitId));
    public ILookup<(int, int), Evidence> Evidence =>
        field ??= ledger.Evidence.Where(piece => piece.WithdrawnAt is null).ToLookup(piece => (piece.WorkItemId, piece.UnitId));
}
