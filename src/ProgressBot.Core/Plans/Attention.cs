namespace ProgressBot.Core.Plans;

/// <summary>What would go unreported if a plan were in force as it stands; worded under <c>attention</c> of the wording files.</summary>
public abstract record Attention
{
    /// <summary>Nobody reports a number, because its item has no lead.</summary>
    /// <param name="Number">The item's number.</param>
    public sealed record NobodyReports(int Number, string Indicator) : Attention;

    /// <summary>A unit group names nobody who could be reminded.</summary>
    public sealed record GroupWithoutMembers(string Unit) : Attention;

    /// <summary>Empty when everything has somebody who reports it.</summary>
    public static IReadOnlyList<Attention> Of(Plan plan, Func<int, Unit> unit) =>
    [
        .. plan.Items.OrderBy(item => item.Number).SelectMany(Leaderless),
        .. plan.Items.SelectMany(item => item.Assignments).Select(assignment => unit(assignment.UnitId)).Distinct()
            .Where(group => group.IsGroup && group.Members.Count == 0).Select(group => new GroupWithoutMembers(group.Name)),
    ];

    static IEnumerable<Attention> Leaderless(WorkItem item)
    {
        if (item.Assignments.Any(assignment => assignment.Role == UnitRole.Lead)) return [];
        var led = item.Indicators.Where(indicator => indicator.Sharing == Sharing.LeadReports);
        return led.Select(indicator => new NobodyReports(item.Number, indicator.Name));
    }
}
