using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Finds the region that a plan's units work with: 2024年东西部协作（旺苍）任务清单, 对口支援康定, 协助淳安县.</summary>
internal static partial class PartnerReader
{
    /// <summary>Null when the text names none.</summary>
    /// <param name="title">The plan's title.</param>
    /// <param name="whole">All text of the document.</param>
    public static string? Of(string title, string whole) => InTitle(title) ?? InText(whole);

    static string? InTitle(string title)
    {
        var isCooperation = Programme().IsMatch(title);
        foreach (Match bracket in Bracketed().Matches(title))
            if (isCooperation && !NoRegion().IsMatch(bracket.Groups[1].Value))
                return bracket.Groups[1].Value;
        return Behind().Matches(title).Select(match => match.Groups[1].Value).FirstOrDefault(name => !NoRegion().IsMatch(name));
    }

    static string? InText(string whole) =>
        Region().Matches(whole).Concat(Behind().Matches(whole).Where(match => Suffixed().IsMatch(match.Groups[1].Value)))
            .Select(match => match.Groups[1].Value).Where(name => !NoRegion().IsMatch(name))
            .GroupBy(name => name).OrderByDescending(same => same.Count()).FirstOrDefault()?.Key;

    [GeneratedRegex("协作|支援|合作|帮扶|援建|援助|结对|援[藏疆青]")]
    private static partial Regex Programme();

    [GeneratedRegex("[（(]([\\p{IsCJKUnifiedIdeographs}]{2,8})[）)]")]
    private static partial Regex Bracketed();

    [GeneratedRegex("(?:对口支援|对口合作|对口帮扶|对口协作|东西部协作|山海协作|结对帮扶|援建|支援)([\\p{IsCJKUnifiedIdeographs}]{2,8}?(?:自治县|县|自治州|州|市|区)"
        + "|[\\p{IsCJKUnifiedIdeographs}]{2,3}(?=\\d|工作|项目|任务|计划|资金|重点|年度|干部|[，。、（(]|$))")]
    private static partial Regex Behind();

    [GeneratedRegex("县$|州$|市$|旗$")]
    private static partial Regex Suffixed();

    // words that stand at the same places
    [GeneratedRegex("工程|工作|任务|项目|计划|年度|重点|资金|领导|结对|地区|帮扶|乡村|产业|示范|协作|合作|试行|修订|草案|意见|讨论|送审|审议|续|附件|生态|干部|人才|消费|劳务|教育|医疗|内部|公开|上半年|下半年"
        + "|季度|^[和与及]|月$|全区|全市|全县|清单|平台|办公|部门|单位|责任|目标")]
    private static partial Regex NoRegion();

    [GeneratedRegex("(?:协助|帮助|帮扶|助推|推动|联合|协同|会同|支持|支援|结对|对口|赴|与|同|到|在|为|援助)([\\p{IsCJKUnifiedIdeographs}]{2,4}?(?:自治县|县|自治州|州|市))")]
    private static partial Regex Region();
}
