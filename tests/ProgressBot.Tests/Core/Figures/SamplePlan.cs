using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Figures;

/// <summary>The indicators of a small plan as of September, by the letters that <c>replies.txt</c> uses.</summary>
internal static class SamplePlan
{
    public static readonly ReplyContext September = new(new DateOnly(2022, 9, 1), new DateOnly(2022, 9, 30), new DateOnly(2022, 9, 27));

    private static readonly SoughtIndicator[] Indicators =
    [
        Of('A', 1, "到位资金", "元", "亿元", 8e8m, 3.2e8m),
        Of('B', 1, "新签项目", "个", "个", 6, 2) with { Aliases = ["新签合作项目"] },
        Of('C', 2, "信息报送", "篇", "篇", 2, 1),
        Of('D', 3, "培训就业", "人次", "人次", 400, 300),
        Of('E', 4, "消费帮扶销售额", "元", "万元", 1e7m, 6.26e6m),
        Of('F', 5, "洽谈会", "次", "次", 1, null),
        Of('G', 6, "援建资金拨付", "元", "万元", 6.6e6m, 4e6m),
        Of('H', 7, "公益林指标调整", "亩", "亩", 200, null),
    ];

    private static readonly Dictionary<string, string> Units = new() { ["投促"] = "ABC", ["人社"] = "D", ["农业"] = "EFGH", ["全部"] = "ABCDEFGH" };

    public static IReadOnlyList<SoughtIndicator> Of(string unit) => [.. Indicators.Where(indicator => Units[unit].Contains((char)indicator.Id, StringComparison.Ordinal))];

    /// <summary>What the unit is called; nothing for all of them together.</summary>
    public static IReadOnlyList<string> NamesOf(string unit) =>
        unit switch { "投促" => ["区投促局"], "人社" => ["区人社局"], "农业" => ["区农业农村局"], _ => [] };

    private static SoughtIndicator Of(char letter, int number, string name, string baseUnit, string displayUnit, decimal target, decimal? last) =>
        new(letter, number, name) { BaseUnit = baseUnit, DisplayUnit = displayUnit, Target = target, LastTotal = last, LastApproved = last, Basis = Basis.Cumulative };
}
