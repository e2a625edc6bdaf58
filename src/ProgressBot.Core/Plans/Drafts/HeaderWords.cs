using System.Buffers;
using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>The words that offices write above the columns. The first line that fits decides, so the narrower meaning stands above the
/// wider one.</summary>
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
        (ColumnRole.Progress, Result()),
        (ColumnRole.Stage, Stage()),
        (ColumnRole.Deadline, Deadline()),
        (ColumnRole.Score, Score()),
        (ColumnRole.Leader, Leader()),
        (ColumnRole.Lead, Lead()),
        (ColumnRole.Assist, Assist()),
        (ColumnRole.Partner, Partner()),
        (ColumnRole.Programme, Programme()),
        (ColumnRole.MoneyPlanned, MoneyPlanned()),
        (ColumnRole.Evidence, Evidence()),
        (ColumnRole.Units, Units()),
        (ColumnRole.MoneyArrived, MoneyArrived()),
        (ColumnRole.MoneyPaid, MoneyPaid()),
        (ColumnRole.MoneyUsed, MoneyUsed()),
        (ColumnRole.Progress, Progress()),
        (ColumnRole.Remarks, Remarks()),
        (ColumnRole.Measures, Measures()),
        (ColumnRole.Goal, Goal()),
        (ColumnRole.Category, Category()),
        (ColumnRole.Content, Content()),
    ];

    /// <summary>True for what no header looks like, a long text or a number; asked first because nearly all rows of a table are
    /// none.</summary>
    public static bool CannotBe(Cell cell) =>
        cell.Text is { Length: > 0 } text && (char.IsAsciiDigit(text[^1])
            || (text.Length > LongestHeader && !text.AsSpan().ContainsAny(Roomy)));

    /// <summary>True for a cell that begins with a number and no part of a year: no row with one is a header.</summary>
    public static bool IsAmount(Cell cell) =>
        cell.Text is { Length: > 0 } text && char.IsAsciiDigit(text[0]) && text.AsSpan().IndexOfAny("年月季") < 0;

    /// <summary>True for a day and nothing else, which above a column is a stage and in a row of values a deadline.</summary>
    public static bool IsBareDay(string header) => BareDay().IsMatch(header);

    /// <summary>The meaning of a header cell, spaces and brackets ignored; <see cref="ColumnRole.Unknown"/> for anything that is not a
    /// header.</summary>
    public static ColumnRole Classify(string cell)
    {
        var words = Spacing.Remove(OutsideBrackets.WithoutBrackets(cell)).TrimStart('*', '★');
        if (words.Length is 0 or > LongestHeader || words.AsSpan().ContainsAny(SentenceMarks))
            return ColumnRole.Unknown;
        var role = Array.Find(Meanings, meaning => meaning.Words.IsMatch(words)).Role;
        return role is ColumnRole.Unknown or ColumnRole.Content && MeasuredHeader.Of(cell) is not null ? ColumnRole.Quantity : role;
    }

    [GeneratedRegex("^((19|20)\\d\\d年)?(\\d{1,2}月(底|末|份|\\d{1,2}日)?之?前?|全年|年底前?|前?[一二三四]季度末?|[上下]半年)$")]
    private static partial Regex BareDay();

    [GeneratedRegex("^(序号?|编号|项次|项目编号|任务编号|No\\.?|NO\\.?|#)$")]
    private static partial Regex Number();

    [GeneratedRegex("^(计量|计算|度量|指标|数量)?单位$")]
    private static partial Regex UnitOfMeasure();

    [GeneratedRegex("^(?!.*目标)(上一?年|去年|上年度|基期|基数|(19|20)\\d\\d年(度)?(实绩|实际|完成|基数)|.*(上年|去年|基数|实绩)).{0,8}$")]
    private static partial Regex LastYear();

    // what has come of it, whatever period it speaks of
    [GeneratedRegex("(完成|进展|推进|落实|执行|办理|办结|整改|实施|开展|到位|使用|支出|拨付|工作|建设)(情况|动态|成效|结果)$|进展|^(?!.*(要求|目标|计划|安排|序时|时序|时限|时间|节点)).*(形象进度"
        + "|实际(完成|进度|值|数)|存在.{0,4}(问题|困难)|问题(及|和|与)?(困难|原因|短板)?$|困难|堵点|难点|卡点|下一?步|目前|当前|现状|已(完成|达到|实现)|(取得|工作|主要|阶段性?)成效|亮点|做法成效|自评"
        + "|自查)|截[至止]|^(?!.*(目标|计划|任务|应|要求)).*(完成(值|数|额|量|率)|实际值|累计(完成)?)$|未(完成|达标|开工)|滞后")]
    private static partial Regex Result();

    [GeneratedRegex("^(?!.*(完成|办结|起止)?(时间|时限|期限)$)(.*(季度|上半年|下半年|\\d{1,2}月(底|末|份)?(?!\\d)|[一二三四五六七八九十]月(底|末)).*|(分?阶段性?|分期|季度|月度|序时"
        + "|时序|阶段)(工作)?(目标|任务|进度|计划|进度目标|目标任务)?(要求)?|每个?(季度?|月度?)(应完成|目标|任务|计划)?(数|量)?)$")]
    private static partial Regex Stage();

    [GeneratedRegex("时限|时间|期限|节点|工期|进度安排|进度要求|进度计划|办结日|截止|竣工日期|^日期$")]
    private static partial Regex Deadline();

    [GeneratedRegex("分值|权重|得分|评分|分数|计分|赋分|^分$")]
    private static partial Regex Score();

    [GeneratedRegex("^(?!.*(单位|部门)[及和与、/]).*(领导|责任人|联系人|负责人|联络员|经办人|责任主任|挂钩|联系电话|包联|包抓|县长|区长|市长|镇长)")]
    private static partial Regex Leader();

    [GeneratedRegex("牵头|主办|主责|主抓|第一责任|^主管(单位|部门)$")]
    private static partial Regex Lead();

    [GeneratedRegex("配合|协办|协助|参与|参加|协同|会办|协作(单位|部门)|联办")]
    private static partial Regex Assist();

    [GeneratedRegex("^(结对|协作|受援|帮扶|对口|合作|支援|被帮扶|受帮扶|共建)(帮扶|协作|支援|合作|结对)?(地区|县|市|区|地|方|县区|县市|区县|县市区|对象|地市)$")]
    private static partial Regex Partner();

    [GeneratedRegex("^(协作|帮扶|支援|合作)(类型|类别|机制|工程)$")]
    private static partial Regex Programme();

    [GeneratedRegex("^((19|20)\\d\\d年|项目|年度|本年度?|当年|全年|今年|计划|预算|概算|下达|安排|总|批复|援建|援助|协作|帮扶|财政|拟)*(投资|资金|投入)(计划|总额|规模|预算|概算|安排|额|数)*$")]
    private static partial Regex MoneyPlanned();

    [GeneratedRegex("到位(资金|金额|数|投资)?$|^(已)?到账")]
    private static partial Regex MoneyArrived();

    [GeneratedRegex("(拨付|拨款|支付)(资金|金额|数|进度)?$")]
    private static partial Regex MoneyPaid();

    [GeneratedRegex("(支出|报账|使用)(资金|金额|数)?$|^完成投资额?$")]
    private static partial Regex MoneyUsed();

    [GeneratedRegex("佐证|印证|证明|依据|凭证|台账|支撑|验收|证据|备查|成果形式|成果体现|完成标志|证实|考核资料|报送材料|提供材料|备查资料")]
    private static partial Regex Evidence();

    [GeneratedRegex("^(责任|承办|落实|实施|完成|承担|报送|执行|负责|任务|考核|被考核|主体|推进|建设|主管|行业|属地|业主|归口|组织|填报|项目|承建|代建|监管|分管|对口|具体|认领|责任落实|帮扶|援建)*(单位|部门"
        + "|主体|科室|处室|机构|股室|业主|法人)(及分工|分工|名称|和部门)?$|^责任$|^(责任|任务|部门|职责)分工$|^责任单位.{0,4}$|^(项目)?业主$|^(单位|部门)名称$|^(责任)?(镇街|乡镇|街道|镇办|乡镇街道"
        + "|镇街园区|各镇街|区县|县区|县市区)$|^(负责|承办|责任)(镇街|乡镇|街道|部门)$")]
    private static partial Regex Units();

    [GeneratedRegex("进度$|完成情况|完成率|完成数|落实情况|推进情况|累计|已完成|自评")]
    private static partial Regex Progress();

    [GeneratedRegex("备注|说明|附注|^注$")]
    private static partial Regex Remarks();

    [GeneratedRegex("举措|措施|路径|做法|抓手|步骤|^推进计划$")]
    private static partial Regex Measures();

    [GeneratedRegex("(?<!^)目标|^目标(?!任务$)|指标值|要求|标准|成效|预期|任务数|计划数|任务量|数量|年度?(计划|任务)(数|值)?$|^(全年|年度|本年度?|年内)(任务|计划|指标)?$|考核细则|评分细则|计划完成"
        + "|应完成|建设规模")]
    private static partial Regex Goal();

    [GeneratedRegex("类别|领域|板块|分类|大类|一级指标|一级|方面|条线|类型|版块|专项$")]
    private static partial Regex Category();

    [GeneratedRegex("^.{0,6}(内容|任务|事项|项目|工作|指标|名称|清单|要点|举措|实事)(名称|内容|描述)?$")]
    private static partial Regex Content();
}
