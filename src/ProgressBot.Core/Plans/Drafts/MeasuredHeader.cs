using System.Text.RegularExpressions;
using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A header that names a quantity and its unit of measure: 援助资金（亿元）, 培训人次（单位：人次）.</summary>
/// <param name="Name">The words before the bracket.</param>
/// <param name="Unit">The unit of measure as printed.</param>
internal sealed partial record MeasuredHeader(string Name, string Unit)
{
    /// <summary>Null when the bracket holds no unit of measure.</summary>
    public static MeasuredHeader? Of(string header)
    {
        var match = Words().Match(Spacing.Remove(header));
        return match.Success && IsMeasure(match.Groups["unit"].Value)
            ? new MeasuredHeader(match.Groups["name"].Value, match.Groups["unit"].Value) : null;
    }

    /// <summary>True for what may stand behind a number as its unit: 亿元, 人次, %.</summary>
    public static bool IsMeasure(string unit) =>
        unit.Length > 0 && FigureReader.Read("1" + unit) is [{ Unit.Length: > 0 } only] && only.Phrase.Length == unit.Length + 1;

    /// <summary>True when the name says only that it is a target, so that the row has to say of what: 目标值, 2023年计划.</summary>
    public bool IsGeneric => Generic().IsMatch(Name);

    [GeneratedRegex("^(?<name>[^（(]+?)(?:[（(](?:[^（）()]*[）)][（(])?(?:单位[：:])?(?<unit>[^（）()：:]{1,6})[）)]|/(?<unit>[^/（(]{1,4}))$")]
    private static partial Regex Words();

    [GeneratedRegex("^((19|20)\\d\\d年)?(年度|全年|本年度?|年|工作|考核|指标|预期|总|分解|下达|任务)*(目标|任务|指标|计划|数量|要求|标准)?(任务|计划|目标|指标)?(数|值|量)?$")]
    private static partial Regex Generic();
}
