using System.Text.RegularExpressions;
using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Gives an indicator a short name from the words around its figure: 到位资金8亿元, 3个示范点, 培训就业不少于400人次.</summary>
internal static partial class IndicatorName
{
    const int Longest = 8;

    // a name is rather long than cut inside a word
    const int LongestWhole = 20;

    /// <summary>True for a name that says what is measured; 增长 alone says only which way it goes.</summary>
    public static bool IsEnough(string name) => name.Length >= 2 && !OnlyChange().IsMatch(name);

    /// <summary>A short name from what a row is about; empty when it is about nothing.</summary>
    public static string OfSubject(string subject) => Shorten(subject.Split('\n')[0]);

    /// <summary>The words before the figure, else those behind it, else those of the figure beside it; empty when none of them has
    /// any.</summary>
    public static string Of(string text, FoundFigure figure, IReadOnlyList<FoundFigure> all)
    {
        var behind = Behind(text, figure, all);
        var before = Before(text, figure, all);
        if (behind.Length >= 2 && (IsCounted(figure) || before.Length < 2))
            return behind;
        if (before.Length >= 2 && IsEnough(before))
            return before;
        var other = Context(text, figure, all) is { Length: >= 2 } context ? context : OfNeighbour(text, figure, all);
        return other.EndsWith(before, StringComparison.Ordinal) ? other : other + before;
    }

    // 培训班3期、150人次: the second figure counts the same thing in another unit
    static string OfNeighbour(string text, FoundFigure figure, IReadOnlyList<FoundFigure> all)
    {
        var before = all.LastOrDefault(other => other.End <= figure.Start && figure.Start - other.End <= 2);
        return before is null ? string.Empty : Of(text, before, all);
    }

    // 3个示范点: a counter is followed by what it counts; money and measures follow theirs
    static bool IsCounted(FoundFigure figure) => figure.BaseUnit.Length == 1 && figure.BaseUnit is not ("元" or "亩" or "次" or "%");

    static string Behind(string text, FoundFigure figure, IReadOnlyList<FoundFigure> all)
    {
        var end = Math.Min(Clauses.End(text, figure.End), all.FirstOrDefault(other => other.Start >= figure.End)?.Start ?? text.Length);
        var words = Spacing.Tighten(text[figure.End..end]).Split('（', '(')[0];
        if (After().Match(words) is { Length: > 0 } bound)
            words = words[bound.Length..];
        var noun = Predicate().Match(words) is { Success: true, Index: >= 2 } verb ? words[..verb.Index] : words;
        return Head(OutsideBrackets.WithoutBrackets(noun).Trim(Trimmed).TrimEnd('和', '及', '与'));
    }

    static string Before(string text, FoundFigure figure, IReadOnlyList<FoundFigure> all)
    {
        var start = Math.Max(Clauses.Start(text, figure.Start), all.LastOrDefault(other => other.End <= figure.Start)?.End ?? 0);
        return Shorten(text[start..figure.Start]);
    }

    // 每单位2篇: the clause before says what is counted
    static string Context(string text, FoundFigure figure, IReadOnlyList<FoundFigure> all)
    {
        var end = Math.Max(0, Clauses.Start(text, figure.Start) - 1);
        var start = Math.Max(Clauses.Start(text, end), all.LastOrDefault(other => other.End <= end)?.End ?? 0);
        return Shorten(text[start..end]);
    }

    static string Shorten(string raw)
    {
        var words = OutsideBrackets.WithoutBrackets(Spacing.Tighten(raw)).Trim(Trimmed);
        words = ListMark.Strip(words);
        words = DayAtEnd().Replace(words, string.Empty);
        words = Comparison().Replace(Bound().Replace(words.TrimEnd('的'), string.Empty), string.Empty);
        for (var lead = Leading().Match(words); lead is { Success: true, Length: > 0 }
            && words.Length - lead.Length is 0 or >= 2; lead = Leading().Match(words))
            words = words[lead.Length..];
        return Head(BehindVerb(words.Trim(Trimmed)));
    }

    // 由领导带队开展高层互访 is about what comes after the verb
    static string BehindVerb(string words) =>
        words.Length > Longest && Inner().Match(words) is { Success: true } verb && words.Length - verb.Index - verb.Length >= 2
            ? words[(verb.Index + verb.Length)..]
            : words;

    // the head stands last in Chinese; what distinguishes it best is the verb in front
    static string Head(string words)
    {
        if (words.Length <= Longest)
            return words;
        if (Either().Match(words) is { Success: true, Index: >= 2 } or)
            return Head(words[..or.Index]);
        if (words.Length <= LongestWhole && Undivided().IsMatch(words))
            return words;
        var verb = Verb().Match(words).Value;
        var noun = words[(words.LastIndexOf('的') + 1)..];
        var tail = noun.Length is >= 2 and <= Longest ? noun : Noun().Match(words).Value;
        if (tail.Length == 0)
            return AtBoundary(words);
        return verb + (verb.Length > 0 && tail.StartsWith(verb, StringComparison.Ordinal) ? tail[verb.Length..] : tail);
    }

    // too long for a name even so: what comes behind a conjunction or an enumeration stands by itself
    static string AtBoundary(string words) =>
        words.Length > LongestWhole && Joint().Matches(words).LastOrDefault(joint => words.Length - joint.Index - joint.Length >= 2) is { } last
            ? words[(last.Index + last.Length)..]
            : words;

    static readonly char[] Trimmed = ['（', '(', '）', ')', '：', ':', '、', '，', '。', '；', '“', '”', ' ', '\n', '的', '—', '-', '.'];

    [GeneratedRegex("^(及?以[上内下]|左右|余|多|的|有)+")]
    private static partial Regex After();

    [GeneratedRegex("按时|按期|如期|建成|运营|投用|完成|实现|达到|开展|以上|以内|及时|用于|落实|建设(?!项目)|挂职|赴|到位(?!资金)|并|，|在|由|对|较|比|增长|投入使用|有")]
    private static partial Regex Predicate();

    [GeneratedRegex("([由从][^，。；]{2,}[到至为]|(控制|保持|稳定|维持)在|(提[高升]|压[减缩]|缩短|降低?|增[加长]|上升)[到至]|\\d+个?(月|年|天|日)(以上)?|不少于|不低于|不超过|不高于|不大于"
        + "|不小于|不多于|超过|突破|达到?|至少|至|约为?|大约|近|超|力争|为|完成|达成|共|共计|各|每(季度?|个?月|年|周)|每|[≥≤><＞＜])+$")]
    private static partial Regex Bound();

    [GeneratedRegex("^(并|且|全年|年内|全区|全县|全市|当年|今年|年度|力争|争取|努力|确保|实现|完成|达成|开展|组织|举办|召开|帮助|协助|推动|推进|积极|继续|继续|计划|累计|总计|其中|包括|至少|每(个|家)?(单位"
        + "|部门|镇街?|街道|乡镇|领域|村|月|周|季度?|年|半年)|各(相关|有关|成员|责任|职能)?(单位|部门|镇街|街道|乡镇|领域)|同时|年底前?|[\\d一二三四五六七八九十]{1,2}月(底|末)?前?"
        + "|(20\\d\\d)年(度)?(底|末)?前?|落实|安排|实质性|对接|以上|左右|有|在|使|将|与|和|及)")]
    private static partial Regex Leading();

    [GeneratedRegex("(开展|组织|召开|举办|实现|完成|帮助)", RegexOptions.RightToLeft)]
    private static partial Regex Inner();

    // 到位资金6月底前达到3亿元
    [GeneratedRegex("(?<=..)((\\d{1,2}|[一二三四五六七八九十]{1,2})月(\\d{1,2}日)?(底|末|上旬|中旬|下旬)?之?前?|年(底|内|末)前?|前?[一二三四]季度(末|底)?前?|上半年)(达到?|完成"
        + "|实现|累计|应|须|力争|至少|突破|不少于|不低于|确保)*$")]
    private static partial Regex DayAtEnd();

    [GeneratedRegex("(同比|[比较](上年|去年|上一年)(同期|底|末)?|年均)(?=增|下|降|提|减)")]
    private static partial Regex Comparison();

    [GeneratedRegex("或者?")]
    private static partial Regex Either();

    [GeneratedRegex("^(新建|新签|新增|新引进|引进|培训|培育|签约|签订|建成|建设|派驻|派出|选派|报送|帮扶|改造|完工|开工|竣工|销售|采购|发放|整治|创建|打造|盘活|培养|转移|推广)")]
    private static partial Regex Verb();

    // two whole words; what stands before them only says of what kind
    [GeneratedRegex("(合作|建设|援建|协作|帮扶|签约|共建|示范|交流|对接|年度|产业|培训|洽谈|联席|派驻|基础设施|信息|指标|资金|销售|消费|到位|援助|基础|改革|试点|管理|服务|宣传|投资)(项目|资金|金额|会议|活动"
        + "|人才|人员|干部|企业|基地|平台|投资|信息|课程|专业|线路|示范点|示范村|协议|合同|工程|岗位|机构|中心|产品|试点|调整|宣传|面积|洽谈会|签约会|报送|专班|站点)$|(销售|交易|成交|到位)(额|量)$")]
    private static partial Regex Noun();

    // aggregates, rates and growth: every word of such a name counts
    [GeneratedRegex("(增长|下降|降低|增幅|降幅|增速|提高|提升|率|比重|占比|比例|总额|总值|增加值|收入|总量|规模|能耗|全覆盖|覆盖|水平|指数|浓度|强度|密度)$")]
    private static partial Regex Undivided();

    [GeneratedRegex("和|与|及|以及|、|开展|实现|完成|推动|推进|建成|组织|举办")]
    private static partial Regex Joint();

    [GeneratedRegex("^(同比|年均|[比较](上年|去年))?(增长|增加|下降|降低|提高|提升|减少|增幅|降幅|增速|占比|比例)?$")]
    private static partial Regex OnlyChange();
}
