using System.Buffers;
using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>The words that offices write above the columns. The first line that fits decides, so the narrower meaning stands above the wider one.</summary>
internal static partial class HeaderWords
{
    const int LongestHeader = 16;
    static readonly SearchValues<char> SentenceMarks = SearchValues.Create("：:，。；%");

    // a header may be longer by what stands in brackets or between its characters
    static readonly SearchValues<char> Roomy = SearchValues.Create("（([【 \u3000\n");

    static readonly (ColumnRole Role, Regex Words)[] Meanings =
    [
        (ColumnRole.Number, Number()),
        (ColumnRole.UnitOfMeasure, UnitOfMeasure()),
        (ColumnRole.LastYear, LastYear()),
        (ColumnRole.Deadline, Deadline()),
        (ColumnRole.Score, Score()),
        (ColumnRole.Leader, Leader()),
        (ColumnRole.Lead, Lead()),
        (ColumnRole.Assist, Assist()),
        (ColumnRole.Evidence, Evidence()),
        (ColumnRole.Units, Units()),
        (ColumnRole.Progress, Progress()),
        (ColumnRole.Remarks, Remarks()),
        (ColumnRole.Measures, Measures()),
        (ColumnRole.Goal, Goal()),
        (ColumnRole.Category, Category()),
        (ColumnRole.Content, Content()),
    ];

    /// <summary>True for what no header looks like, a long text or a number; asked first because nearly all rows of a table are none.</summary>
    public static bool CannotBe(Cell cell) =>
        cell.Text is { Length: > 0 } text && (char.IsAsciiDigit(text[^1]) || (text.Length > LongestHeader && !text.AsSpan().ContainsAny(Roomy)));

    /// <summary>The meaning of a header cell, spaces and brackets ignored; <see cref="ColumnRole.Unknown"/> for anything that is not a header.</summary>
    public static ColumnRole Classify(string cell)
    {
        var words = Spacing.Remove(OutsideBrackets.WithoutBrackets(cell));
        if (words.Length is 0 or > LongestHeader || words.AsSpan().ContainsAny(SentenceMarks))
            return ColumnRole.Unknown;
        return Array.Find(Meanings, meaning => meaning.Words.IsMatch(words)).Role;
    }

    [GeneratedRegex("^(序号?|编号|项次|项目编号|任务编号|No\\.?|NO\\.?|#)$")]
    private static partial Regex Number();

    [GeneratedRegex("^(计量|计算|度量|指标|数量)?单位$")]
    private static partial Regex UnitOfMeasure();

    [GeneratedRegex("^(?!.*目标)(上一?年|去年|上年度|基期|基数|(19|20)\\d\\d年(度)?(实绩|实际|完成|基数)|.*(上年|去年|基数|实绩)).{0,8}$")]
    private static partial Regex LastYear();

    [GeneratedRegex("时限|时间|期限|节点|工期|进度安排|进度要求|进度计划|序时进度|办结日|截止")]
    private static partial Regex Deadline();

    [GeneratedRegex("分值|权重|得分|评分|分数|计分|赋分|^分$")]
    private static partial Regex Score();

    [GeneratedRegex("^(?!.*(单位|部门)[及和与、/]).*(领导|责任人|联系人|负责人|联络员|经办人|责任主任|挂钩|联系电话)")]
    private static partial Regex Leader();

    [GeneratedRegex("牵头|主办|主责|主抓|第一责任")]
    private static partial Regex Lead();

    [GeneratedRegex("配合|协办|协助|参与|协同|会办")]
    private static partial Regex Assist();

    [GeneratedRegex("佐证|印证|证明|依据|凭证|台账|支撑|验收|证据|备查|成果形式|成果体现|完成标志|证实")]
    private static partial Regex Evidence();

    [GeneratedRegex("^(责任|承办|落实|实施|完成|承担|报送|执行|负责|任务|考核|被考核|主体|推进|建设|主管|行业|属地|业主|归口|组织|填报)*(单位|部门|主体|科室|处室|机构)(及分工|分工|名称|和部门)?$|^责任$|^责任分工$|^责任单位.{0,4}$")]
    private static partial Regex Units();

    [GeneratedRegex("进展|进度|完成情况|完成率|完成数|目前|当前|现状|落实情况|推进情况|累计|已完成|自评")]
    private static partial Regex Progress();

    [GeneratedRegex("备注|说明|附注|^注$")]
    private static partial Regex Remarks();

    [GeneratedRegex("举措|措施|路径|做法|抓手|步骤|^推进计划$")]
    private static partial Regex Measures();

    [GeneratedRegex("(?<!^)目标|^目标(?!任务$)|指标值|要求|标准|成效|预期|任务数|计划数|任务量|数量|年度?计划$")]
    private static partial Regex Goal();

    [GeneratedRegex("类别|领域|板块|分类|大类|一级指标|一级|方面|条线|类型|版块|专项$")]
    private static partial Regex Category();

    [GeneratedRegex("^.{0,6}(内容|任务|事项|项目|工作|指标|名称|清单|要点)(名称|内容|描述)?$")]
    private static partial Regex Content();
}
