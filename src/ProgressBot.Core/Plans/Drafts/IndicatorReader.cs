using System.Text.RegularExpressions;
using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>An indicator and where its phrase stands in the goal.</summary>
internal sealed record FoundIndicator(DraftIndicator Indicator, int Start, int End);

/// <summary>Takes the numbers to reach out of a goal's wording.</summary>
internal static partial class IndicatorReader
{
    /// <summary>The targets in the order they stand. Last year's values, ranks and scores are left out.</summary>
    /// <param name="text">The goal's wording.</param>
    /// <param name="year">The plan's year.</param>
    /// <param name="rowDeadline">What the row's deadline column says; holds for figures that name no day themselves.</param>
    /// <param name="group">The row belongs to a collective only, whose members' parts add up.</param>
    /// <param name="own">The plan's units of measure.</param>
    public static IReadOnlyList<FoundIndicator> Read(string text, int? year, DateOnly? rowDeadline, bool group, MeasureWords? own)
    {
        List<FoundFigure> figures = [.. FigureReader.Read(text, own).Where(figure => !IsCondition(text, figure))];
        var deadlines = DeadlineReader.FindAll(text, year);
        return [.. figures.Where(figure => IsTarget(text, figure, year) && !IsRestated(text, figure, figures))
            .Select(figure => new FoundIndicator(Indicator(text, figure, figures, DeadlineFor(text, figure, figures, deadlines, rowDeadline), group), figure.Start, figure.End))];
    }

    /// <summary>True when the wording gives every unit a quota of its own: 每单位, 各镇街.</summary>
    public static bool IsPerUnit(string text) => EachUnit().IsMatch(text);

    /// <summary>True when the quota is for whatever units the row names: 每单位, but not 每个镇街.</summary>
    public static bool IsQuotaOfAll(string text) => AnyUnit().IsMatch(text);

    static bool IsTarget(string text, FoundFigure figure, int? year)
    {
        var before = text[Clauses.Start(text, figure.Start)..figure.Start];
        return figure.Unit.Length > 0 && !IsScore(text, figure) && !IsHistory(before, year) && !IsRank(figure, before) && !(figure.BaseUnit == "元" && Rate().IsMatch(before));
    }

    static bool IsScore(string text, FoundFigure figure) =>
        (figure.BaseUnit == "分" && Score().IsMatch(text[Clauses.SentenceStart(text, figure.Start)..figure.Start] + "分"))
        || Scoring().IsMatch(text[Clauses.Start(text, figure.Start)..Clauses.End(text, figure.End)]);

    static bool IsRank(FoundFigure figure, string before) =>
        Ranked().IsMatch(before) || (figure.BaseUnit is "位" or "名" or "强" && Ranking().IsMatch(before));

    // 由60个工作日压减到35个: where it starts from; 周边200米范围内, 24小时内处置率100%: within which the target holds; 表1: a place in the document
    static bool IsCondition(string text, FoundFigure figure)
    {
        var (before, after) = (text[Clauses.Start(text, figure.Start)..figure.Start], text[figure.End..]);
        return Background().IsMatch(after) || Reference().IsMatch(before) || (StartingFrom().IsMatch(before) && Change().IsMatch(after))
            || (figure.BaseUnit is "小时" or "分钟" or "天" or "工作日" && Within().IsMatch(after));
    }

    // 改造30个，较上年增加5个: the difference follows from the target
    static bool IsRestated(string text, FoundFigure figure, IReadOnlyList<FoundFigure> all) =>
        Difference().IsMatch(text[Clauses.Start(text, figure.Start)..figure.Start]) && all.Any(other => other.End <= figure.Start && other.BaseUnit == figure.BaseUnit);

    // 比去年增长10% is a target, 去年完成5亿元 is not
    static bool IsHistory(string before, int? year)
    {
        var past = Past().Match(before);
        if (past.Success)
            return !Growth().IsMatch(before[past.Index..]) && !Comparison().IsMatch(before[..past.Index]);
        return year is { } planYear && YearOfFigure().Matches(before).LastOrDefault() is { } named
            && int.Parse(named.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) < planYear && !Growth().IsMatch(before[named.Index..]);
    }

    static DraftIndicator Indicator(string text, FoundFigure figure, IReadOnlyList<FoundFigure> all, DateOnly? deadline, bool group)
    {
        var clause = text[Clauses.SentenceStart(text, figure.Start)..figure.Start];
        return new DraftIndicator(
            IndicatorName.Of(text, figure, all), figure.Phrase, Worded(text, figure), figure.Value, figure.Unit, figure.Normalized, figure.BaseUnit, deadline,
            IsPerUnit(clause) ? Sharing.PerUnit : group ? Sharing.Summed : Sharing.LeadReports,
            Aspiration().IsMatch(text[Clauses.Start(text, figure.Start)..figure.Start]),
            Periodic().IsMatch(text[Clauses.Start(text, figure.Start)..figure.Start]) ? Basis.Incremental : Basis.Cumulative);
    }

    // 至少新建1个: the word may stand away from the number
    static Comparator Worded(string text, FoundFigure figure) =>
        figure.Comparator == Comparator.None && AtLeast().IsMatch(text[Clauses.Start(text, figure.Start)..figure.Start]) ? Comparator.AtLeast : figure.Comparator;

    // 年内 in the wording is vaguer than a day in the row's own column
    static DateOnly? DeadlineFor(string text, FoundFigure figure, IReadOnlyList<FoundFigure> all, IReadOnlyList<FoundDeadline> deadlines, DateOnly? row) =>
        Nearest(text, figure, all, deadlines) is { Date: { } named } found && (found.Precision != DeadlinePrecision.Year || row is null) ? named : row;

    // a day behind the figure may belong to another one beside it: 资金6800万元到位，6月底前拨付70%
    static DraftDeadline? Nearest(string text, FoundFigure figure, IReadOnlyList<FoundFigure> all, IReadOnlyList<FoundDeadline> deadlines)
    {
        var (start, end) = (Clauses.SentenceStart(text, figure.Start), Clauses.SentenceEnd(text, figure.End));
        var near = deadlines.Where(found => found.Start >= start && found.End <= end).ToList();
        var before = near.LastOrDefault(found => found.End <= figure.Start);
        return before.Deadline ?? near.FirstOrDefault(found => !all.Any(other => other.Start >= found.End && other.End <= Clauses.End(text, found.End))).Deadline;
    }

    [GeneratedRegex("每(个|家)?(单位|区县|县区|县市区|部门|镇街?|街道|乡镇?|镇乡|村|社区|园区|平台|学校|成员单位|责任单位|条线|领域|国企|企业|科室)|各(相关|有关|责任|成员|职能|镇|街道|乡|单位|部门|村|社区|园区|平台|学校|国企|局|区级|级部门|科室|条线)[^，。；]{0,12}")]
    private static partial Regex EachUnit();

    [GeneratedRegex("力争|争取|努力|力求|争创")]
    private static partial Regex Aspiration();

    [GeneratedRegex("每(个?月|周|季度?|半年)|按[月季]")]
    private static partial Regex Periodic();

    [GeneratedRegex("(上年度?|去年|上一年度?|往年|同期|基数|截至目前|目前已|已完成|已累计|现有|原有)")]
    private static partial Regex Past();

    [GeneratedRegex("[比较]$")]
    private static partial Regex Comparison();

    [GeneratedRegex("增长|增加|提高|提升|下降|降低|减少|增幅|降幅|压减|翻")]
    private static partial Regex Growth();

    [GeneratedRegex("((?:19|20)\\d\\d)年")]
    private static partial Regex YearOfFigure();

    [GeneratedRegex("[得扣加计满]\\s*分?$|分值|[得扣加计满][^，。；]{0,4}分$|权重")]
    private static partial Regex Score();

    [GeneratedRegex("(至少|不少于|不低于)[^\\d，。；]*$")]
    private static partial Regex AtLeast();

    [GeneratedRegex("[比较](上年|去年|上一年|往年|同期)")]
    private static partial Regex Difference();

    // 每人500元 is a rate of payment
    [GeneratedRegex("每(人|户|张|亩|个|名|次|场|家|月|年|件|台|套|平方米|公里)[^，。；]{0,6}$")]
    private static partial Regex Rate();

    // 每超100万元加1分 is a rule of assessment
    [GeneratedRegex("[加扣得计减]\\s*[\\d.一二三四五]+\\s*分")]
    private static partial Regex Scoring();

    [GeneratedRegex("每(个|家)?(成员|责任|相关)?(单位|部门|科室|领域)|各(相关|有关|责任|成员|职能)?(单位|部门)")]
    private static partial Regex AnyUnit();

    // 全省前5位, 后2位; but not 6月底前20个
    [GeneratedRegex("((?<![底末初旬月日号年内])前|后|第|排名|位列|名列|位居|跻身)$|(排名|位列|名列|位居|进入|争进|跻身|保持)全[省市区国县]前?$")]
    private static partial Regex Ranked();

    [GeneratedRegex("(排名|位列|名列|位居|进入|争进|跻身|保持)[^，。；]{0,6}$")]
    private static partial Regex Ranking();

    [GeneratedRegex("^\\s*(?:周年|以上(?:规模|企业)|范围[内外]|半径)")]
    private static partial Regex Background();

    [GeneratedRegex("^之?内[^，。；、：\\s]")]
    private static partial Regex Within();

    [GeneratedRegex("([附]?表|附件|图)\\s*$")]
    private static partial Regex Reference();

    [GeneratedRegex("[由从](上年|去年|原来|原有|目前|现在|现有|当前|(19|20)\\d\\d年)?的?$")]
    private static partial Regex StartingFrom();

    [GeneratedRegex("^(左右|以上|以下)?(提高|提升|增加|增长|上升|扩大|扩|压减|压缩|缩短|精简|降低|下降|减少|[提升增扩压缩降减])?[到至为]")]
    private static partial Regex Change();
}
