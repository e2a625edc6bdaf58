using System.Buffers;
using System.Text.RegularExpressions;
using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Finds the goals of a cell that have no number: 660万元援建资金及时到位。制定管理办法；建立项目储备库.</summary>
internal static partial class Milestones
{
    // a sentence up to this length is one goal even with a comma in it
    const int OneGoal = 30;

    const int Shortest = 4;

    static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789０１２３４５６７８９一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾");

    /// <summary>Every clause without a number beside those with one; without any number each sentence.</summary>
    /// <param name="text">The goal's wording.</param>
    /// <param name="found">Its targets.</param>
    /// <param name="year">The plan's year.</param>
    /// <param name="deadline">The row's own day.</param>
    public static IEnumerable<DraftMilestone> Of(string text, IReadOnlyList<FoundIndicator> found, int? year, DateOnly? deadline) =>
        OutsideBrackets.Split(text, "。；;\n").Select(sentence => ListMark.Strip(sentence.Text)).SelectMany(sentence => Clauses(sentence,
            found.Count > 0))
            .Select(clause => new DraftMilestone(Spacing.Tighten(clause),
                DeadlineReader.First(clause, year)?.Date ?? deadline)).DistinctBy(milestone => milestone.Name);

    static IEnumerable<string> Clauses(string sentence, bool hasNumbers)
    {
        if (!hasNumbers)
            return Spacing.Remove(sentence).Length >= 2 ? [sentence] : [];
        if (!HasFigure(sentence))
            return sentence.Length <= OneGoal ? Goals(Enumerated(sentence)) : Goals(Joined(sentence));
        return Goals(Joined(sentence).Where(clause => !HasFigure(clause)));
    }

    static IEnumerable<string> Goals(IEnumerable<string> clauses) =>
        clauses.Where(clause => Spacing.Remove(clause).Length >= Shortest && Verb().IsMatch(clause));

    // a clause that only leads in (根据…) or goes on (并…) belongs to its neighbour; an enumeration is cut where the next piece is a goal
    static List<string> Joined(string sentence)
    {
        var clauses = new List<string>();
        var lead = string.Empty;
        foreach (var part in OutsideBrackets.Split(sentence, "，").SelectMany(piece => Enumerated(piece.Text)))
            if (LeadIn().IsMatch(part))
                lead += part + "，";
            else if (clauses.Count > 0 && GoesOn().IsMatch(part))
                clauses[^1] += "，" + part;
            else
            {
                clauses.Add(lead + part);
                lead = string.Empty;
            }

        return clauses;
    }

    static List<string> Enumerated(string clause)
    {
        var pieces = OutsideBrackets.Split(clause, "、").Select(piece => piece.Text).ToList();
        return pieces.Count > 1 && Verb().IsMatch(pieces[0])
            && pieces.Skip(1).All(piece => Spacing.Remove(piece).Length >= Shortest && Verb().Match(piece) is { Success: true, Index: 0 }) ? pieces
            : [clause];
    }

    static bool HasFigure(string clause) =>
        clause.AsSpan().ContainsAny(Numerals) && FigureReader.Read(clause).Any(figure => figure.Unit.Length > 0);

    [GeneratedRegex("^(根据|按照?|依据|围绕|以|结合|针对|聚焦|对于?|在(?!.*(开展|建|设|完成|举办|推|实现))|为|随着|其中|年内|全年|今年|当年|[^，]{0,8}[前底]$)(?!.*(完成|制定|建成)$)")]
    private static partial Regex LeadIn();

    [GeneratedRegex("^(并|且|包括|包含|含|较|比|同比|占|即|如|共|合计|覆盖|惠及|从而|积极争取|共促|不断|切实|有效|进一步|确保|促进|实现.{0,6}效益)")]
    private static partial Regex GoesOn();

    [GeneratedRegex("制[定订]|出台|编制|编印|印发|建立|健全|完善|签订|签署|签约|完成|建成|召开|举办|开展|组织|设立|成立|组建|启动|开工|竣工|动工|发布|落实|推[进动]|协[助同]|联合|引导|做[好优强]|实施|打造"
        + "|培育|创建|形成|实现|加[强快大]|深化|争取|争创|派|建设|搭建|上线|投[用产运]|通过|取得|配合|强化|优化|规范|指导|支持|力争|提[升高]|拓展|保障|落地|交付|验收|入库|申报|谋划|报送|帮[助扶]|招引|引进|整治"
        + "|改造|修[建复订缮]|新[建增设]|扩[建大]|达到|保持|办理|公布|挂牌|运[行营]|备案|储备|置换|移交|梳理|出[具版]|到位|进位|轮换|互[访派]|达标|清零|无.{1,8}事故|不发生|全覆盖")]
    private static partial Regex Verb();
}
