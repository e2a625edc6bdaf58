using System.Runtime.CompilerServices;
using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>In how many items of a plan a pair of letters stands. Made once for a plan, which never changes.</summary>
sealed class PlanPairs
{
    static readonly ConditionalWeakTable<Plan, PlanPairs> Known = [];

    readonly Dictionary<uint, int> _counts = [];
    readonly HashSet<uint> _names = [];
    readonly HashSet<uint> _everywhere;

    PlanPairs(Plan plan)
    {
        foreach (var item in plan.Items)
        {
            foreach (var pair in Pairs.Of($"{Names(item)} {item.Goal}")) _counts[pair] = _counts.GetValueOrDefault(pair) + 1;
            _names.UnionWith(Pairs.Of(Names(item)));
        }
        _everywhere = Pairs.Of($"{plan.Title} {plan.PartnerRegion} {plan.Issuer}");
    }

    public static PlanPairs Of(Plan plan) => Known.GetValue(plan, static known => new PlanPairs(known));

    /// <summary>What an item is called and counted by.</summary>
    public static string Names(WorkItem item) => string.Join(' ',
        [item.Name, item.Section, .. item.Indicators.Select(indicator => indicator.Name), .. item.Milestones.Select(milestone => milestone.Name)]);

    /// <summary>What a pair loses by standing in several items: 1 for one of a single item, 0 for one of the plan's own name.</summary>
    public double Share(uint pair) => _everywhere.Contains(pair) ? 0 : 1 / Math.Sqrt(Math.Max(1, _counts.GetValueOrDefault(pair)));

    /// <summary>True when some item is called by it.</summary>
    public bool IsName(uint pair) => _names.Contains(pair);
}
