using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>What stands in the bracket behind a point of the text, or behind labels in its lines: （牵头单位：甲局；配合单位：乙局、丙街道；12月底前）.</summary>
/// <param name="Text">The point without the bracket.</param>
/// <param name="Units">The words that name units; empty when none.</param>
/// <param name="Deadline">The words of the deadline; empty when none.</param>
/// <param name="Evidence">The words that name proofs; empty when none.</param>
/// <param name="Leader">The person named as responsible; empty when none.</param>
internal readonly partial record struct UnitBracket(string Text, string Units, string Deadline, string Evidence, string Leader)
{
    /// <summary>The words that tell of results; empty when none.</summary>
    public string Progress { get; init; } = string.Empty;

    /// <summary>Takes every bracket that names units, a deadline or evidence, and what labels in the text introduce (责任单位：甲局), out of the
    /// text.</summary>
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
        return found.WithoutLabels(kept.ToString()).WithoutSentence();
    }

    /// <summary>True for a line that says 责任单位：, 完成时限： or the like.</summary>
    public static bool BeginsWithLabel(string line) => Label.Next(line, 0) is { Start: 0 };

    // a bracket at the end may name the units without a label; elsewhere it may be anything
    static bool IsAbout(string inner, bool last) =>
        (Label.Next(inner, 0) is { } label && label.Kind != LabelKind.Other) || (last && NamesOnly(inner)) || RoleAtEnd().IsMatch(inner);

    static bool NamesOnly(string inner)
    {
        var names = OutsideBrackets.Split(inner, "、，,；; ").Select(name => UnitList.Bare(name.Text)).ToList();
        return names.TrueForAll(name => UnitWords.LooksLikeUnit(name) || DeadlineReader.IsDeadline(name))
            && names.Exists(UnitWords.LooksLikeUnit);
    }

    UnitBracket With(string inner)
    {
        var result = this;
        foreach (var part in OutsideBrackets.Split(inner, "；;。\n").SelectMany(piece => Parts(piece.Text)))
            if (Label.Next(part, 0) is { Start: 0, Kind: not (LabelKind.Units or LabelKind.Other) } label)
                result = result.With(label.Kind, part[label.End..]);
            else if (Label.Next(part, 0) is null && !UnitWords.LooksLikeUnit(part) && DeadlineReader.IsDeadline(part))
                result = result with { Deadline = part };
            else
                result = result.With(LabelKind.Units, part);
        return result;
    }

    UnitBracket With(LabelKind kind, string words) => kind switch
    {
        LabelKind.Units => this with { Units = Units.Length == 0 ? words : Units + "；" + words },
        LabelKind.Deadline => this with { Deadline = words },
        LabelKind.Evidence => this with { Evidence = Evidence.Length == 0 ? words : Evidence + "；" + words },
        LabelKind.Leader => this with { Leader = words },
        LabelKind.Progress => this with { Progress = Progress.Length == 0 ? words : Progress + "\n" + words },
        _ => this,
    };

    // 责任单位：甲局，完成时限：6月底 has only commas
    static List<string> Parts(string piece)
    {
        var pieces = OutsideBrackets.Split(piece, "，, ").Select(part => part.Text).ToList();
        var ownFirst = Label.Next(piece, 0) is { Start: 0, Kind: not LabelKind.Units };
        var split = pieces.Skip(1).Any(part => (Label.Next(part, 0) is { Start: 0 } label && (ownFirst || label.Kind != LabelKind.Units))
            || DeadlineReader.FindAll(part, null).Count > 0);
        return split ? pieces : [piece];
    }

    // a label speaks up to the next label, or to the end of its line
    UnitBracket WithoutLabels(string text)
    {
        var result = this;
        var kept = new System.Text.StringBuilder();
        var at = 0;
        while (Label.Next(text, at) is { } label)
        {
            kept.Append(text, at, label.Start - at);
            var next = Label.Next(text, label.End);
            var end = next?.Start ?? text.Length;
            if (label.Kind is LabelKind.Other)
                kept.Append(text, label.Start, end - label.Start);
            else
                result = result.Labelled(label, text[label.Start..end], text[label.End..end]);
            at = end;
        }

        kept.Append(text, at, text.Length - at);
        return result with { Text = kept.ToString().Trim(' ', '\n', '，', '；', '　') };
    }

    // the label of a unit says which part it has, so it goes with the names
    UnitBracket Labelled(Label label, string whole, string words) =>
        With(label.Kind, (label.Kind == LabelKind.Units ? whole : words).Trim(' ', '\n', '。', '；', '，', '　'));

    // 由甲局牵头，乙局配合 at the end of the text, where nothing else names a unit
    UnitBracket WithoutSentence()
    {
        if (Units.Length > 0 || Sentence().Match(Text) is not { Success: true } sentence)
            return this;
        var names = sentence.Groups["names"].Value;
        return UnitList.Parse(names).Any(unit => UnitWords.LooksLikeUnit(unit.Name))
            ? this with { Units = names, Text = Text[..sentence.Index].TrimEnd('，', '。', '；', '、', ' ', '\n') }
            : this;
    }

    [GeneratedRegex("(局|委|办|部|街道|镇|乡|公司|集团|中心|会|社|院|单位|部门|镇街|乡镇|政府|处|科|室)(牵头|负责|配合|主办|参加|参与|落实|承办|组织实施|具体落实|具体负责|协助)(?=$|[，、；;,。])")]
    private static partial Regex RoleAtEnd();

    [GeneratedRegex("(?<=^|[，。；、\\n])(由|责成|请)?(?<names>(?<![^，。；、\\n由成请])[^，。；\\n由]{2,40}(牵头|负责|实施|承办|组织实施|牵头负责|负责落实|落实"
        + "|具体负责)([，、；][^，。；\\n]{2,40}(配合|协助|参加|参与|落实|协同))*)[。；]?$")]
    private static partial Regex Sentence();
}
