using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>Looks at all figures of a message together: the same one twice, two that contradict, a message sent before.</summary>
internal static class Conclusions
{
    // rounding of 亿元 to two decimals, between last total, increment and new total
    private const decimal Tolerance = 0.01m;

    // shorter messages ("4个") are alike by chance
    private const int ShortestRepeat = 6;

    /// <summary>Takes back what cannot stand beside other figures of the same message.</summary>
    public static void Reconcile(List<MatchedFigure> matched, List<Doubt> doubts, List<FoundFigure> narrative, IReadOnlyList<SoughtIndicator> sought, List<Mention> mentions)
    {
        if (!IsToldTwice(matched))
            return;
        var words = new Lazy<Dictionary<int, string>>(() => mentions.DistinctBy(mention => mention.Figure.Start).ToDictionary(mention => mention.Figure.Start, mention => ReplyWords.Meaning(mention.Before)));
        foreach (var group in matched.GroupBy(figure => figure.IndicatorId).Where(group => group.Count() > 1).ToList())
        {
            var figures = Distinct(group, matched, narrative, words.Value);
            if (TotalOf(figures) is { } total)
            {
                narrative.AddRange(figures.Where(figure => figure != total).Select(figure => figure.Figure));
                matched.RemoveAll(figure => figures.Contains(figure) && figure != total);
            }
            else if (figures.Count > 1 && Contradicts(figures, sought.First(indicator => indicator.Id == group.Key)))
            {
                matched.RemoveAll(figures.Contains);
                var indicator = sought.First(indicator => indicator.Id == group.Key);
                doubts.Add(Mismatch(figures, indicator) ?? new Doubt(DoubtKind.Contradiction, figures[^1].Figure,
                    [.. figures.Select(Choice).DistinctBy(choice => (choice.Value, choice.Basis)), .. Added(figures, words.Value)], null));
            }
        }
    }

    /// <summary>
    /// 到位资金：4.1亿 新签项目：3个: of labels without a verb that follow each other, all are totals when the others are; the read-back says so.
    /// </summary>
    public static void TakeAsPeers(List<MatchedFigure> matched, List<Doubt> doubts, List<Mention> mentions,
        IReadOnlyList<SoughtIndicator> sought)
    {
        if (matched.Count == 0 || matched.Exists(static figure => figure.Basis != Basis.Cumulative))
            return;
        foreach (var doubt in doubts.FindAll(static doubt => doubt.Kind == DoubtKind.Basis))
            if (doubt.Choices[0] is { IndicatorId: { } id } choice && sought.First(indicator =>
                indicator.Id == id) is var indicator && choice.Value > (indicator.LastTotal ?? indicator.LastApproved)
                && mentions.Find(mention => mention.Figure == doubt.Figure) is { } mention && IsLabel(mention.Before, indicator))
            {
                doubts.Remove(doubt);
                matched.Add(new MatchedFigure(id, doubt.Figure, choice.Value, Basis.Cumulative, false, false));
            }
    }

    // the name and nothing else, but for the column of a table
    private static bool IsLabel(string words, SoughtIndicator indicator)
    {
        var label = words.Trim('：', ':', '、', '|', ' ');
        return indicator.Aliases.Append(indicator.Name).Any(name =>
            label.StartsWith(name, StringComparison.Ordinal) && label[name.Length..] is "" or "完成数" or "完成" or "数" or "完成情况");
    }

    /// <summary>Asks when a list in brackets or behind a colon adds up to more than what it is a list of: 4个：甲1个、乙1个、丙3个.</summary>
    public static void AskAboutSums(List<MatchedFigure> matched, List<Doubt> doubts, List<Mention> mentions)
    {
        if (!mentions.Exists(static mention => mention.Owner is not null))
            return;
        foreach (var list in mentions.Where(mention => mention.Owner is not null).GroupBy(mention => mention.Owner!.Value))
        {
            var sum = list.Sum(part => part.Figure.Normalized);
            if (list.Count() < 2 || matched.Find(match => match.Figure == mentions[list.Key].Figure) is not { } whole || sum <= whole.Figure.Normalized || list.Any(part => matched.Exists(match => match.Figure == part.Figure)))
                continue;
            matched.Remove(whole);
            doubts.Add(new Doubt(DoubtKind.Contradiction, whole.Figure, [Choice(whole), Choice(whole) with { Value = whole.Value / whole.Figure.Normalized * sum }], null));
        }
    }

    /// <summary>Turns every match into a question when the message is word for word an earlier one.</summary>
    public static void AskIfRepeated(string text, List<MatchedFigure> matched, List<Doubt> doubts, ReplyContext context)
    {
        if (context.LastText is not { } last || !HasSameLetters(text, last))
            return;
        doubts.AddRange(matched.Select(figure => new Doubt(DoubtKind.Repeated, figure.Figure, [Choice(figure), new(null, figure.Value, figure.Basis)], null)));
        matched.Clear();
    }

    private static DoubtChoice Choice(MatchedFigure figure) => new(figure.IndicatorId, figure.Value, figure.Basis);

    // 一笔2.1万，一笔1.9万，共4万: the sum is what is reported
    private static MatchedFigure? TotalOf(List<MatchedFigure> figures) =>
        figures.Count < 3 || figures.Exists(figure => figure.Basis != figures[0].Basis) ? null : figures.Find(total => figures.Sum(figure => figure.Value) == 2 * total.Value && total.BasisSaid);

    // 信息1篇，调研1篇: both, or one a part of the other
    private static IEnumerable<DoubtChoice> Added(List<MatchedFigure> figures, Dictionary<int, string> words) =>
        figures is [var one, var other] && one.Basis == other.Basis && words[one.Figure.Start] is { Length: > 0 } named && words[other.Figure.Start] is { Length: > 0 } also && named != also
            ? [Choice(one) with { Value = one.Value + other.Value }] : [];

    private static List<MatchedFigure> Distinct(IEnumerable<MatchedFigure> group, List<MatchedFigure> matched, List<FoundFigure> narrative, Dictionary<int, string> words)
    {
        bool Repeats(MatchedFigure figure, MatchedFigure other) =>
            other.Basis == figure.Basis && other.Value == figure.Value && (words[figure.Figure.Start] is var own && (own.Length == 0 || own == words[other.Figure.Start]) || figure.Figure.BaseUnit != other.Figure.BaseUnit);

        var kept = new List<MatchedFigure>();
        foreach (var figure in group)
        {
            if (!kept.Exists(other => Repeats(figure, other)))
            {
                kept.Add(figure);
                continue;
            }
            matched.Remove(figure);
            narrative.Add(figure.Figure);
        }
        return kept;
    }

    // one total and one increment may stand together when they add up
    private static bool Contradicts(List<MatchedFigure> figures, SoughtIndicator indicator)
    {
        if (figures.Count > 2 || figures[0].Basis == figures[1].Basis)
            return true;
        var total = figures.First(figure => figure.Basis == Basis.Cumulative).Value;
        var increment = figures.First(figure => figure.Basis == Basis.Incremental).Value;
        decimal?[] before = [indicator.LastTotal, indicator.LastApproved];
        return before.Any(last => last is not null) && !before.Any(last => last is { } value && Math.Abs(value + increment - total) <= total * Tolerance);
    }

    // 本期40人次 and 累计390人次 beside 上期累计300人次
    private static Doubt? Mismatch(List<MatchedFigure> figures, SoughtIndicator indicator)
    {
        if (figures.Count != 2 || figures.Find(figure => figure.Basis == Basis.Incremental) is not { } increment
            || figures.Find(figure => figure.Basis == Basis.Cumulative) is not { } total)
            return null;
        return new Doubt(DoubtKind.Mismatch, increment.Figure, [Choice(increment), Choice(total)],
            indicator.LastTotal ?? indicator.LastApproved)
        {
            Against = total.Figure,
        };
    }

    private static bool IsToldTwice(List<MatchedFigure> matched)
    {
        for (var index = 1; index < matched.Count; index++)
            for (var earlier = 0; earlier < index; earlier++)
                if (matched[earlier].IndicatorId == matched[index].IndicatorId)
                    return true;
        return false;
    }

    // enough letters and digits, and the same in both
    private static bool HasSameLetters(ReadOnlySpan<char> text, ReadOnlySpan<char> other)
    {
        for (var (letters, at, beside) = (0, 0, 0); ; letters++, at++, beside++)
        {
            while (at < text.Length && !char.IsLetterOrDigit(text[at]))
                at++;
            while (beside < other.Length && !char.IsLetterOrDigit(other[beside]))
                beside++;
            if (at == text.Length || beside == other.Length)
                return letters >= ShortestRepeat && at == text.Length && beside == other.Length;
            if (text[at] != other[beside])
                return false;
        }
    }
}
