using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Reads an evidence cell into the items of a checklist.</summary>
internal static partial class EvidenceList
{
    // a bare word this short (合同) is an item of its own and does not close a list of topics
    const int ShortestCompound = 4;

    public static IReadOnlyList<DraftEvidence> Parse(string text)
    {
        var items = new List<DraftEvidence>();
        foreach (var line in Items(text))
            if (items.Count > 0 && Demand().IsMatch(line))
                items[^1] = items[^1] with { Condition = Join(items[^1].Condition, line) };
            else
                items.Add(Item(line));
        return items;
    }

    /// <summary>True when the text ends like the name of a written proof.</summary>
    public static bool IsProof(string text) => IsDocument(Clean(text));

    static IEnumerable<string> Items(string text) =>
        OutsideBrackets.Split(Unwrap(text), "，,；;。\n").SelectMany(part => Compounds(part.Text)).SelectMany(Conjoined).Select(Clean)
            .Where(item => item.Length > 0);

    // a line that begins with a mark, or follows a separator, is a new item; otherwise the cell was too narrow
    static string Unwrap(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var separate = lines.Length > 1 && (lines.Any(line => Mark().IsMatch(line)) || lines.All(line => IsDocument(Clean(line))));
        return Spacing.Tighten(separate ? string.Join('；', lines) : string.Concat(lines));
    }

    // 带动村集体、农民收入统计: topics before 、 belong to the document named last
    static IEnumerable<string> Compounds(string part)
    {
        var pieces = OutsideBrackets.Split(part, "、").Select(piece => piece.Text).ToList();
        var start = 0;
        for (var index = 0; index < pieces.Count; index++)
        {
            if (!IsDocument(pieces[index]) && index + 1 < pieces.Count)
                continue;
            var together = index > start && IsDocument(pieces[index])
                && OutsideBrackets.WithoutBrackets(pieces[index]).Length >= ShortestCompound;
            foreach (var item in together ? [string.Join('、', pieces[start..(index + 1)])] : pieces[start..(index + 1)])
                yield return item;
            start = index + 1;
        }
    }

    // 固投表和资金到位证明 are two pieces; 储备项目明细及文本 is one of two kinds, and in 关于甲方案和乙清单的通知 the word belongs to the topic
    static IEnumerable<string> Conjoined(string item)
    {
        var inside = OutsideBrackets.Mark(item);
        foreach (Match word in Conjunction().Matches(item))
        {
            var (left, right) = (item[..word.Index], item[(word.Index + word.Length)..]);
            if (inside[word.Index] || right.Contains('的') || !Piece().IsMatch(OutsideBrackets.WithoutBrackets(left))
                || !IsDocument(right) || Kind().IsMatch(OutsideBrackets.WithoutBrackets(right)))
                continue;
            return [left, .. Conjoined(right)];
        }

        return [item];
    }

    static bool IsDocument(string piece) => Document().IsMatch(OutsideBrackets.WithoutBrackets(piece).TrimEnd('等', '。', '；'));

    static string Clean(string item)
    {
        var bare = Mark().Replace(item.Trim(), string.Empty).Trim('。', '；', ';', '、', ' ', '-', '—', '/');
        return bare is "无" ? string.Empty : bare.Length > 2 && bare.EndsWith('等') ? bare[..^1] : bare;
    }

    static DraftEvidence Item(string text) => new(text, Alternatives(text), Condition(text), Outside().IsMatch(text));

    // 协议或纪要 offers a choice; in 关于…任务或清单的通知 the word belongs to what the document is about
    static string[] Alternatives(string text)
    {
        var inside = OutsideBrackets.Mark(text);
        var word = Or().Matches(text).FirstOrDefault(match => !inside[match.Index]);
        if (word is null || word.Index == 0)
            return [];
        var (left, right) = (text[..word.Index], text[(word.Index + word.Length)..]);
        if (right.Contains('的') || right.Length == 0)
            return [];
        return [left, left[..(left.LastIndexOf('的') + 1)] + right];
    }

    static string? Condition(string text)
    {
        var conditions = OutsideBrackets.Pairs(text).Select(pair => text[(pair.Start + 1)..pair.End])
            .Where(inner => Demand().IsMatch(inner));
        return string.Join('；', conditions) is { Length: > 0 } joined ? joined : null;
    }

    static string Join(string? before, string next) => before is null ? next : before + "；" + next;

    [GeneratedRegex("^(须|需|应|必须|要求|明确|注明|载明|加盖|并加盖|写明)")]
    private static partial Regex Demand();

    [GeneratedRegex("以及|[和与及]")]
    private static partial Regex Conjunction();

    // a document that stands by itself: 人数 or 产权 before 和 is only half of a topic
    [GeneratedRegex("(通知|方案|资料|材料|报道|明细表?|协议书?|合同书?|表|证明|证书|凭证|文本|文件|函件?|纪要|截图|清单|台账|照片|图片|视频|记录|名单|名册|报告|简报|发票|批复|公告|公示|单据|回单|影像|证)$")]
    private static partial Regex Piece();

    // kinds of the same document
    [GeneratedRegex("^(文本|材料|资料|明细|清单|附件|原件|复印件|文件|数据|方案|报告|汇总)$")]
    private static partial Regex Kind();

    [GeneratedRegex("或者?")]
    private static partial Regex Or();

    [GeneratedRegex("^([（(]?\\d{1,2}[.．、)）]|[①-⑳]|[-·•●■]\\s*)(?!\\d)")]
    private static partial Regex Mark();

    // how written proof is called in offices
    [GeneratedRegex("(通知|方案|资料|材料|报道|明细|明细账|协议|协议书|合同|书|表|证明|证|证书|凭证|文本|文件|函|函件|纪要|截图|清单|结果|统计|台账|照片|图片|视频|影像|记录|名单|名册|报告|总结|计划|规划"
        + "|方案稿|信息|简报|概况|产权|发票|单据|票据|账单|回单|批复|公告|公示|通报|意见|办法|制度|数据|汇总|档案|链接|原件|复印件|稿件|稿|图纸|图|牌|奖状|牌匾|说明|介绍|手册|目录|排名|数|单|卡|章程|聘书|请示|决定"
        + "|令|备案|回执|签到|日志|周报|月报|季报|年报|账|册|案例|专报|信|文|备忘录|录像)$")]
    private static partial Regex Document();

    // handed out by a body above or beside the units, so that its absence is not the unit's omission
    [GeneratedRegex("(国家|省|市级?|上级|第三方|领导小组|考核办|上级部门|主管部门).*(评价|考核|评估|考评|测评|排名|通报|认定|验收|审计)(结果|文件|意见|报告|情况|名单)?$")]
    private static partial Regex Outside();
}
