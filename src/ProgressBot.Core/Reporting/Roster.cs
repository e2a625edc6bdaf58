using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>Who owes what: every work item with every unit, groups expanded to their members.</summary>
public static class Roster
{
    /// <summary>The roster of a plan on a day. A unit that is named and also belongs to a named group stands once, in its own role.</summary>
    public static IEnumerable<RosterLine> Of(Plan plan, Func<int, Unit> unit, DateOnly day) =>
        plan.Items.Where(item => item.RemovedAt is null).OrderBy(item => item.Number).SelectMany(item => Of(item, unit, day));

    public static IEnumerable<RosterLine> Of(WorkItem item, Func<int, Unit> unit, DateOnly day) => item.Assignments
        .Where(assignment => assignment.IsIn(day))
        .OrderBy(assignment => unit(assignment.UnitId).IsGroup)
        .SelectMany(assignment => Expand(unit(assignment.UnitId), assignment.Role, unit, day))
        .DistinctBy(line => line.UnitId)
        .Select(line => new RosterLine(item, line.UnitId, line.Role));

    // groups of groups are followed a few levels down, so that one that contains itself ends
    static IEnumerable<(int UnitId, UnitRole Role)> Expand(Unit assigned, UnitRole role, Func<int, Unit> unit, DateOnly day, int levels = 4)
    {
        if (!assigned.IsGroup) return [(assigned.Id, role)];
        if (levels == 0) return [];
        return assigned.Members.Where(member => member.IsIn(day)).SelectMany(member => Expand(unit(member.UnitId), UnitRole.Member, unit, day, levels - 1));
    }

    /// <summary>
    /// A running round in line with a plan that has changed: who came in is asked from now on, who went out is excused from what is still owed, a changed
    /// part counts where nothing was told yet. Whatever was told stays.
    /// </summary>
    public static Round Follow(Round round, IReadOnlyCollection<RosterLine> lines, string reason, Func<int> nextReport)
    {
        var wanted = lines.ToDictionary(line => (line.Item.Id, line.UnitId));
        var followed = round with { Reports = [.. round.Reports.Select(report => wanted.TryGetValue((report.WorkItemId, report.UnitId), out var line) ? InRole(report, line.Role) : report.Excuse(reason))] };
        return lines.Aggregate(followed, (asked, line) => asked.Enlist(line, nextReport));
    }

    static Report InRole(Report report, UnitRole role) => report.Versions.Count > 0 || report.Role == role ? report : report with { Role = role };

    /// <summary>The report a unit has in front of it when the round opens.</summary>
    public static Report Report(RosterLine line, int roundId) => 
        new() { RoundId = roundId, WorkItemId = line.Item.Id, UnitId = line.UnitId, Role = line.Role };
}

/// <summary>A work item and one unit that answers for it.</summary>
public sealed record RosterLine(WorkItem Item, int UnitId, UnitRole Role);
