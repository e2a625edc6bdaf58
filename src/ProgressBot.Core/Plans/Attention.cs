namespace ProgressBot.Core.Plans;

/// <summary>What would go unreported if a plan were in force as it stands.</summary>
public static class Attention
{
    /// <summary>One Chinese sentence each, with what to do; empty when everything has somebody who reports it.</summary>
    public static IReadOnlyList<string> Of(Plan plan, Func<int, Unit> unit) =>
    [
        .. plan.Items.OrderBy(item => item.Number).SelectMany(Leaderless),
        .. plan.Items.SelectMany(item => item.Assignments).Select(assignment => unit(assignment.UnitId)).Distinct().Where(group => group.IsGroup && group.Members.Count == 0)
            .Select(group => $"“{group.Name}”还没有成员单位，没有人会收到提醒。请填写成员。"),
    ];

    static IEnumerable<string> Leaderless(WorkItem item)
    {
        if (item.Assignments.Any(assignment => assignment.Role == UnitRole.Lead)) yield break;
        foreach (var indicator in item.Indicators.Where(indicator => indicator.Sharing == Sharing.LeadReports))
            yield return $"任务{item.Number}没有牵头单位，“{indicator.Name}”没有人填。请指定牵头单位，或改为各单位相加。";
    }
}
