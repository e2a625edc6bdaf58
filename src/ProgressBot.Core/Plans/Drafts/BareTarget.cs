using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A cell that holds one target and not what it is of: 58, ≥5000人, 增长7.5%左右, 控制在3%以内.</summary>
/// <param name="Lead">The words before the number.</param>
/// <param name="Number">As printed, with 万 or 亿.</param>
/// <param name="Unit">As printed; empty when the cell has none.</param>
/// <param name="Tail">以上, 左右 …</param>
internal sealed partial record BareTarget(string Lead, string Number, string Unit, string Tail)
{
    /// <summary>Null when the cell says more than one number.</summary>
    public static BareTarget? Of(string cell)
    {
        var match = Words().Match(cell);
        return match.Success ? new BareTarget(match.Groups["lead"].Value, match.Groups["number"].Value, match.Groups["unit"].Value,
            match.Groups["tail"].Value) : null;
    }

    /// <summary>增长, 下降 and the like; empty when the cell names a level.</summary>
    public string Direction => Change().Match(Lead) is { Success: true } change && !Lead.EndsWith('到') && !Lead.EndsWith('至')
        ? change.Value : string.Empty;

    [GeneratedRegex("^(?<lead>(?:约|近|超过?|突破|不少于|不低于|不超过|不高于|不大于|不小于|高于|低于|大于|小于|至少|力争|争取|确保|预期|达到?|完成|实现|控制在|稳定在|保持在?|同比|[比较]上年|年均"
        + "|[≥≤><＞＜]|增长|增加|提高|提升|上升|下降|降低|减少|压减|降幅|增幅|增速|到|至|为|在|新增|累计|总量|共)*)\\s*"
        + "(?<number>\\d[\\d,，.]*(?:\\s*[-~～—至]\\s*\\d[\\d.]*)?\\s*[万亿]?)\\s*(?<unit>%|‰|个百分点"
            + "|[^\\d\\s，。、；：（(年月日以左及]{1,5})?\\s*(?<tail>及?以[上内下]|左右|之?内)?[。；]?$")]
    private static partial Regex Words();

    [GeneratedRegex("增长|增加|提高|提升|上升|下降|降低|减少|压减|降幅|增幅|增速")]
    private static partial Regex Change();
}
