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
    public static void Reconcile(List<MatchedFigure> matched, List<Doubt> doubts, List<FoundFigure> narrative, IReadOnlyList<SoughtIndicator> sought)
    {
        foreach (var group in matched.GroupBy(figure => figure.IndicatorId).Where(group => group.Count() > 1).ToList())
        {
            var figures = Distinct(group, matched, narrative);
            if (figures.Count > 1 && Contradicts(figures, sought.First(indicator => indicator.Id == group.Key)))
            {
                matched.RemoveAll(figures.Contains);
                doubts.Add(new Doubt(DoubtKind.Contradiction, figures[^1].Figure, [.. figures.Select(Choice)], null));
            }
        }
    }

    /// <summary>Turns every match into a question when the message is word for word an earlier one.</summary>
    public static void AskIfRepeated(string text, List<MatchedFigure> matched, List<Doubt> doubts, ReplyContext context)
    {
        var words = Letters(text);
        if (words.Length < ShortestRepeat || context.LastText is not { } last || Letters(last) != words)
            return;
        doubts.AddRange(matched.Select(figure => new Doubt(DoubtKind.Repeated, figure.Figure, [Choice(figure), new(null, figure.Value, figure.Basis)], null)));
        matched.Clear();
    }

    private static DoubtChoice Choice(MatchedFigure figure) => new(figure.IndicatorId, figure.Value, figure.Basis);

    private static List<MatchedFigure> Distinct(IEnumerable<MatchedFigure> group, List<MatchedFigure> matched, List<FoundFigure> narrative)
    {
        var kept = new List<MatchedFigure>();
        foreach (var figure in group)
        {
            if (!kept.Exists(other => other.Basis == figure.Basis && other.Value == figure.Value))
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

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
