using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>What the words behind a label are.</summary>
internal enum LabelKind
{
    Units,
    Leader,
    Deadline,
    Evidence,
    Progress,

    /// <summary>A label of the goal itself: 投资：, 建设内容：.</summary>
    Other,
}

/// <summary>A word with a colon behind it that says what follows: 实施单位：, 【完成时限】.</summary>
/// <param name="Start">UTF-16 offset of its bracket or first character.</param>
/// <param name="End">Behind the colon and white space.</param>
internal readonly partial record struct Label(LabelKind Kind, int Start, int End)
{
    /// <summary>The first label at or behind an offset; null when there is none.</summary>
    public static Label? Next(string text, int from)
    {
        var match = Words().Match(text, from);
        return match.Success ? new Label(KindOf(match), match.Index, match.Index + match.Length) : null;
    }

    static LabelKind KindOf(Match match)
    {
        foreach (var kind in Enum.GetValues<LabelKind>())
            if (match.Groups[kind.ToString()].Success)
                return kind;
        return LabelKind.Other;
    }

    const string Units = "(?<Units>(?:(?:主要|第一|具体)?(?:责任|牵头|配合|主办|协办|承办|落实|实施|参与|参加|建设|业主|承建|代建|项目|负责|主管|监管|责任落实|完成|推进|共同|协助|协同|分管|主责"
        + "|组织)(?:责任|实施|落实)?(?:单位|部门|主体|处室|科室|镇街|乡镇|街道|机构|业主|法人))"
        + "|(?<=^|[\\s（(【\\[，；。])(?:责任分工|部门分工|任务分工|职责分工|分工|牵头|配合|责任|主办|协办|协助|参与|参加|业主))";

    const string Leader = "(?<Leader>(?:责任|分管|牵头|联系|包[联抓保]|挂[钩联]|主管|督办|联络)?[区县市镇]?(?:级)?(?:领导|责任人|负责人|联系人|联络员|县长|区长|市长))";
    const string Deadline = "(?<Deadline>完成时[限间]|完成期限|时间节点|办结时限|时限(?:要求)?|时间要求|期限|完成日期|时间安排|工期|竣工时间|计划完成时间)";
    const string Evidence = "(?<Evidence>佐证(?:材料|依据|资料)?|印证材料|证明材料|考核(?:依据|资料|材料)|台账资料|台账|提供材料|报送材料|验收材料|备查(?:资料|材料)|成果形式)";

    const string Progress = "(?<Progress>(?:目前|当前|工作|截至目前|最新)?(?:进展|完成|推进|落实|执行|办理|整改|实施)(?:情况|动态|进度)?(?<!完成|执行|办理|整改|实施)|形象进度"
        + "|存在(?:的)?(?:问题|困难)(?:和困难|及原因)?|困难问题|问题(?:和|及)?困难|下一?步(?:计划|打算|工作|安排|工作计划|措施)|工作成效|取得成效|实际完成)";

    const string Other = "(?<Other>(?<=^|[\\s。；，、])(?:总)?(?:投资|计划投资|资金|建设内容|建设规模|建设地点|工作目标|年度目标|目标|主要内容|工作内容|任务|目标任务|工作措施|措施|主要措施"
        + "|资金来源|投资额|规模|地点|内容))";

    [GeneratedRegex("[【\\[]?(?:" + Units + "|" + Leader + "|" + Deadline + "|" + Evidence + "|" + Progress + ""
        + "|" + Other + ")\\s*[】\\]]?\\s*(?:[：:]|(?<=[】\\]]))\\s*")]
    private static partial Regex Words();
}
