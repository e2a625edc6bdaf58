using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>Where one goal without a number stands.</summary>
/// <param name="State">As approved; null where nothing was. The lead's word counts; where nobody leads, the least advanced unit's.</param>
/// <param name="Achieved">0, one half in progress, 1 when done.</param>
/// <param name="Expected">Share expected by now, 0 to 1.</param>
public sealed record MilestoneStatus(Milestone Milestone, MilestoneState? State, decimal Achieved, decimal Expected, Lit Lit, DateOnly? Deadline)
{
    internal static MilestoneStatus Build(PlanDay day, WorkItem item, Milestone milestone, IReadOnlyList<RosterLine> units)
    {
        var speakers = units.FirstOrDefault(line => line.Role == UnitRole.Lead) is { } lead ? [lead] : units;
        var standings = speakers.Select(line => day.Ledger.Standing(milestone.Id, line.UnitId)).ToList();
        var states = standings.Select(standing => standing?.Approved).ToList();
        var state = states.Contains(null) || states.Count == 0 ? null : states.Min();
        var achieved = state switch { MilestoneState.Done => 1m, MilestoneState.InProgress => 0.5m, _ => 0m };
        var told = state is not null ? Told.Approved : standings.Any(standing => standing?.Reported is not null) ? Told.Reported : Told.Nothing;
        var deadline = day.Deadline(item, milestone.Deadline);
        var expected = day.Expected(deadline);
        return new MilestoneStatus(milestone, state, achieved, expected.On(day.Today), day.Light(expected, achieved, deadline, told), deadline);
    }
}
