using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures;

/// <summary>An indicator that a unit's reply may carry a figure for, as the matching needs to see it.</summary>
/// <param name="Id">Identity of the indicator.</param>
/// <param name="Number">The item number shown in the reminder (1…); several indicators of one item share it.</param>
/// <param name="Name">到位资金, 新签项目.</param>
public sealed record SoughtIndicator(long Id, int Number, string Name)
{
    /// <summary>Other names, the coordinator's own included.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>元, 个, 人次.</summary>
    public string BaseUnit { get; init; } = "";

    /// <summary>亿元: what the target is written in.</summary>
    public string DisplayUnit { get; init; } = "";

    /// <summary>The year's target in the base unit; 0 when there is none.</summary>
    public decimal Target { get; init; }

    /// <summary>How the target is worded.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>What a figure means when the message does not say.</summary>
    public Basis Basis { get; init; }

    /// <summary>Running total last reported, base unit.</summary>
    public decimal? LastTotal { get; init; }

    /// <summary>Running total last approved, base unit.</summary>
    public decimal? LastApproved { get; init; }
}
