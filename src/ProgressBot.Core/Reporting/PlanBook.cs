using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>Plans, what was taken out of them, and units: the part of the records that everybody shares.</summary>
public sealed class PlanBook
{
    readonly Lazy<Dictionary<int, Plan>> _plans;
    readonly Lazy<Dictionary<int, WorkItem>> _items;
    readonly Lazy<Dictionary<int, Indicator>> _indicators;
    readonly Lazy<Dictionary<int, Milestone>> _milestones;
    readonly Lazy<Dictionary<int, Unit>> _units;

    public PlanBook()
    {
        _plans = new(() => Plans.ToDictionary(plan => plan.Id));
        _items = new(() => Plans.SelectMany(plan => plan.Items).Concat(Removed.Items).ToDictionary(item => item.Id));
        _indicators = new(() => Plans.SelectMany(plan => plan.Items).SelectMany(item => item.Indicators).Concat(Removed.Indicators).ToDictionary(indicator => indicator.Id));
        _milestones = new(() => Plans.SelectMany(plan => plan.Items).Concat(Removed.Items).SelectMany(item => item.Milestones).ToDictionary(milestone => milestone.Id));
        _units = new(() => Units.ToDictionary(unit => unit.Id));
    }

    /// <summary>Active plans with the items, indicators, checklists and assignments that are followed.</summary>
    public IReadOnlyList<Plan> Plans { get; init; } = [];

    /// <summary>What was taken out of these plans: nobody is asked for it, what was reported still has to be named.</summary>
    public RemovedParts Removed { get; init; } = RemovedParts.None;

    public IReadOnlyList<Unit> Units { get; init; } = [];

    public Plan Plan(int id) => _plans.Value[id];
    public WorkItem Item(int id) => _items.Value[id];
    public Indicator Indicator(int id) => _indicators.Value[id];
    public Milestone Milestone(int id) => _milestones.Value[id];
    public Unit Unit(int id) => _units.Value[id];

    /// <summary>The same book with a plan as it is now; one that is not in force is left out.</summary>
    public PlanBook With(Plan changed)
    {
        var followed = changed.Followed();
        IEnumerable<Plan> others = Plans.Where(plan => plan.Id != changed.Id);
        return new PlanBook
        {
            Plans = [.. (changed.State == PlanState.Active ? others.Append(followed) : others).OrderBy(plan => plan.Id)],
            Removed = Removed.With(changed),
            Units = Units,
        };
    }

    /// <summary>The same book with a unit as it is now.</summary>
    public PlanBook With(Unit changed, RowAction action) =>
        new() { Plans = Plans, Removed = Removed, Units = LedgerChanges.Put(Units, changed, action, unit => unit.Id == changed.Id) };
}

/// <summary>Items and indicators that are no longer followed; the indicators are those of the items and of items that go on.</summary>
public sealed record RemovedParts(IReadOnlyList<WorkItem> Items, IReadOnlyList<Indicator> Indicators)
{
    public static RemovedParts None { get; } = new([], []);

    /// <summary>With what was taken out of a plan.</summary>
    internal RemovedParts With(Plan plan)
    {
        var items = plan.Items.Where(item => item.RemovedAt is not null).ToList();
        var indicators = plan.Items.SelectMany(item => item.Indicators.Where(indicator => item.RemovedAt is not null || indicator.RemovedAt is not null)).ToList();
        return new RemovedParts(
            [.. Items.Where(item => items.TrueForAll(other => other.Id != item.Id)), .. items],
            [.. Indicators.Where(indicator => indicators.TrueForAll(other => other.Id != indicator.Id)), .. indicators]);
    }
}
