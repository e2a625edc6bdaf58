using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>What stands in the bracket behind a point of the text: （牵头单位：甲局；配合单位：乙局、丙街道；12月底前）.</summary>
/// <param name="Text">The point without the bracket.</param>
/// <param name="Units">The words that name units; empty when none.</param>
/// <param name="Deadline">The words of the deadline; empty when none.</param>
/// <param name="Evidence">The words that name proofs; empty when none.</param>
/// <param name="Leader">The person named as responsible; empty when none.</param>
internal readonly partial record struct UnitBracket(string Text, string Units, string Deadline, string Evidence, string Leader)
{
    /// <summary>Takes every bracket that names units, a deadline or evidence, and a labelled tail (责任单位：甲局), out of the text.</summary>
    public static UnitBracket Take(string text)
    {
        var found = new UnitBracket(string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);
        var kept = new System.Text.StringBuilder();
        var from = 0;
        foreach (var (start, end) in OutsideBrackets.Pairs(text).Where(pair => "（([【〔".Contains(text[pair.Start])))
        {
            if (!IsAbout(text[(start + 1)..end], end + 1 >= text.TrimEnd('。', ' ', '；').Length))
                continue;
            kept.Append(text, from, start - from);
            found = found.With(text[(start + 1)..end]);
            from = end + 1;
        }

        kept.Append(text, from, text.Length - from);
        return found.WithoutTail(kept.ToString());
    }

    /// <summary>True for a line that says 责任单位：, 完成时限： or the like.</summary>
    public static bool BeginsWithLabel(string line) => Tail().Match(line) is { Success: true, Index: 0 };

    // a bracket at the end may name the units without a label; elsewhere it may be anything
    static bool IsAbout(string inner, bool last) =>
        UnitLabel().IsMatch(inner) || DeadlineLabel().IsMatch(inner) || LeaderLabel().IsMatch(inner) || (last && NamesOnly(inner)) || RoleAtEnd().IsMatch(inner);

    static bool NamesOnly(string inner)
    {
        var names = OutsideBrackets.Split(inner, "、，,；; ").Select(name => UnitList.Bare(name.Text)).ToList();
        return names.TrueForAll(name => UnitWords.LooksLikeUnit(name) || DeadlineReader.IsDeadline(name)) && names.Exists(UnitWords.LooksLikeUnit);
    }

    UnitBracket With(string inner)
    {
        var result = this;
        foreach (var part in OutsideBrackets.Split(inner, "；;。\n").SelectMany(piece => Parts(piece.Text)))
            if (DeadlineLabel().Match(part) is { Success: true } deadline)
                result = result with { Deadline = part[deadline.Length..] };
            else if (EvidenceLabel().Match(part) is { Success: true } evidence)
                result = result with { Evidence = part[evidence.Length..] };
            else if (!UnitLabel().IsMatch(part) && LeaderLabel().Match(part) is { Success: true } leader)
                result = result with { Leader = part[leader.Length..] };
            else if (!UnitLabel().IsMatch(part) && !UnitWords.LooksLikeUnit(part) && DeadlineReader.IsDeadline(part))
                result = result with { Deadline = part };
            else
                result = result with { Units = result.Units.Length == 0 ? part : result.Units + "；" + part };
        return result;
    }

    // 责任单位：甲局，完成时限：6月底 has only commas
    static List<string> Parts(string piece)
    {
        var pieces = OutsideBrackets.Split(piece, "，, ").Select(part => part.Text).ToList();
        var split = pieces.Count > 1 && pieces.Skip(1).Any(part => DeadlineLabel().IsMatch(part) || LeaderLabel().IsMatch(part) || DeadlineReader.FindAll(part, null).Count > 0 || EvidenceLabel().IsMatch(part));
        return split ? pieces : [piece];
    }

    UnitBracket WithoutTail(string text)
    {
        var tail = Tail().Match(text);
        if (!tail.Success)
            return this with { Text = text.Trim() };
        return With(text[tail.Index..]) with { Text = text[..tail.Index].Trim() };
    }

    [GeneratedRegex("(责任|牵头|配合|主办|协办|承办|落实|实施|参与)(责任)?(单位|部门|主体)\\s*[：:】\\]]|^(牵头|配合|责任|主办)\\s*[：:]")]
    private static partial Regex UnitLabel();

    [GeneratedRegex("^(完成时限|完成时间|时间节点|办结时限|时限|完成期限|时间要求|期限)\\s*[：:】\\]]\\s*")]
    private static partial Regex DeadlineLabel();

    [GeneratedRegex("^(佐证材料|佐证依据|佐证|印证材料|证明材料|考核依据|台账资料)\\s*[：:】\\]]\\s*")]
    private static partial Regex EvidenceLabel();

    [GeneratedRegex("^(责任|分管|牵头|联系|包[联抓]|挂[钩联]|主管)?[区县市]?(领导|责任人|负责人|联系人|联络员)\\s*[：:】\\]]\\s*")]
    private static partial Regex LeaderLabel();

    [GeneratedRegex("(局|委|办|部|街道|镇|乡|公司|集团|中心|会|社|院|单位|部门)(牵头|负责|配合|主办)(?=$|[，、；;,])")]
    private static partial Regex RoleAtEnd();

    [GeneratedRegex("[【\\[]?(责任|牵头|主办|承办)(责任)?(单位|部门)[】\\]]?\\s*[：:】].*$|[【\\[]?(完成时限|完成时间|时间节点|佐证材料|佐证依据|配合单位|协办单位)[】\\]]?\\s*[：:].*$", RegexOptions.Singleline)]
    private static partial Regex Tail();
}
