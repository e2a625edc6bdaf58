using ProgressBot.Core.People;
using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>
/// The records one turn may need, as the shell has loaded them: for a reporter those of the own units, for a coordinator all of the open rounds.
/// Everything the bot says is computed from here.
/// </summary>
public sealed class Ledger
{
    // made of the lists when first asked for; the lists stay as they are
    Dictionary<int, Round>? _rounds;
    Round[]? _roundsByPeriod;
    Dictionary<(int Indicator, int Unit), Total>? _totals;
    Dictionary<(int Item, int Unit), MilestoneStanding>? _milestones;
    ILookup<(int Item, int Unit), Evidence>? _evidence;
    ILookup<int, Total>? _totalsOf;

    public PlanBook Book { get; init; } = new();

    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Rounds that are open or paused, with the reports and their versions.</summary>
    public IReadOnlyList<Round> Rounds { get; init; } = [];
    public IReadOnlyList<Total> Totals { get; init; } = [];
    public IReadOnlyList<MilestoneStanding> Milestones { get; init; } = [];
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>催办 by hand in the open rounds.</summary>
    public IReadOnlyList<Nudge> Nudges { get; init; } = [];

    /// <summary>Granted extensions of work items, also those of rounds that have closed since.</summary>
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    /// <summary>An item's own deadline, or the day it was put off to; null for an item without one.</summary>
    public DateOnly? Extended(WorkItem item, DateOnly? deadline, TimeZoneInfo zone) => deadline is null ? null
        : Extensions.Where(extension => extension.WorkItemId == item.Id).Select(extension => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(extension.DueAt, zone).DateTime)).Append(deadline.Value).Max();

    /// <summary>The same ledger with other totals, milestones or evidence; reports are changed in place.</summary>
    public Ledger With(IReadOnlyList<Total>? totals = null, IReadOnlyList<MilestoneStanding>? milestones = null, IReadOnlyList<Evidence>? evidence = null) => new()
    {
        Book = Book,
        People = People,
        Rounds = Rounds,
        Totals = totals ?? Totals,
        Milestones = milestones ?? Milestones,
        Evidence = evidence ?? Evidence,
        Nudges = Nudges,
        Extensions = Extensions,
        _rounds = _rounds,
        _roundsByPeriod = _roundsByPeriod,
        _totals = totals is null ? _totals : null,
        _totalsOf = totals is null ? _totalsOf : null,
        _milestones = milestones is null ? _milestones : null,
        _evidence = evidence is null ? _evidence : null,
    };

    public IReadOnlyList<Plan> Plans => Book.Plans;
    public IReadOnlyList<Unit> Units => Book.Units;
    public Plan Plan(int id) => Book.Plan(id);
    public WorkItem Item(int id) => Book.Item(id);
    public Indicator Indicator(int id) => Book.Indicator(id);
    public Unit Unit(int id) => Book.Unit(id);
    public Round Round(int id) => (_rounds ??= Rounds.ToDictionary(round => round.Id))[id];
    public Total? Total(int indicatorId, int unitId) => (_totals ??= Totals.ToDictionary(total => (total.IndicatorId, total.UnitId))).GetValueOrDefault((indicatorId, unitId));
    public IEnumerable<Total> TotalsOf(int indicatorId) => (_totalsOf ??= Totals.ToLookup(total => total.IndicatorId))[indicatorId];

    /// <summary>
    /// The running total before a unit's report in a round; 0 when nothing was ever reported. Where rounds overlap, an earlier one may be reported after a
    /// later one: then it stands on what the later one stood on, and the later one's total stays as it was said.
    /// </summary>
    public decimal Before(int indicatorId, int unitId, Round round) => Standing(indicatorId, unitId, round) is { } figure
        ? figure.Total - figure.Increment
        : Total(indicatorId, unitId)?.Reported ?? 0;

    /// <summary>What stands from this round or, when it has said nothing, from the next one that has.</summary>
    public Figure? Standing(int indicatorId, int unitId, Round round)
    {
        foreach (var other in _roundsByPeriod ??= [.. Rounds.OrderBy(round => round.PeriodStart)])
        {
            if (other.PlanId != round.PlanId || other.PeriodStart < round.PeriodStart) continue;
            foreach (var report in other.Reports)
                if (report.UnitId == unitId && report.Current?.Of(indicatorId) is { } figure) return figure;
        }
        return null;
    }

    public MilestoneStanding? Milestone(int itemId, int unitId) =>
        (_milestones ??= Milestones.ToDictionary(standing => (standing.WorkItemId, standing.UnitId))).GetValueOrDefault((itemId, unitId));
    public IEnumerable<Evidence> EvidenceOf(int itemId, int unitId) =>
        (_evidence ??= Evidence.Where(piece => piece.WithdrawnAt is null).ToLookup(piece => (piece.WorkItemId, piece.UnitId)))[(itemId, unitId)];

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
                if (proof.RequirementId == requirementId) return true;
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
