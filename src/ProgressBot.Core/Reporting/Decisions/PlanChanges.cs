using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Editing;

namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>What edits of a plan mean for the record: the plan, its units, and what open rounds have to follow.</summary>
public static class PlanChanges
{
    /// <summary>Why a report is no longer owed, as it stands in the record.</summary>
    const string ExcusedBecause = "任务书已调整";

    /// <param name="rounds">The plan's open and paused rounds.</param>
    /// <exception cref="EditRefusedException">One of the edits cannot be made.</exception>
    public static Changes Of(EditFacts facts, Plan plan, IReadOnlyList<Unit> units, IReadOnlyList<Round> rounds, IReadOnlyList<PlanEdit> edits)
    {
        var editor = new PlanEditor(facts);
        var edited = edits.Aggregate(new EditedPlan(plan, units), editor.Apply);
        var byId = edited.Units.ToDictionary(unit => unit.Id);
        var known = units.ToDictionary(unit => unit.Id);
        return Changes.Of(
        [
            .. edited.Units.Where(unit => !known.ContainsKey(unit.Id)).SelectMany(Rows.Added),
            .. edited.Units.Where(unit => known.ContainsKey(unit.Id)).SelectMany(unit => Rows.Replaced(known[unit.Id], unit)),
            .. Rows.Replaced(plan, edited.Plan),
            .. units.Where(unit => !byId.ContainsKey(unit.Id)).SelectMany(Rows.Removed),
            .. plan.State == PlanState.Active ? rounds.SelectMany(round => Followed(round, edited.Plan, byId, facts.Numbers)) : [],
        ]);
    }

    // each round asks whom the plan names at the end of its period
    static IEnumerable<RowChange> Followed(Round round, Plan plan, Dictionary<int, Unit> units, RowNumbers numbers) =>
        Rows.Replaced(round, Roster.Follow(round, [.. Roster.Of(plan, id => units[id], round.PeriodEnd)], ExcusedBecause, () => numbers.Next<Report>()));
}
