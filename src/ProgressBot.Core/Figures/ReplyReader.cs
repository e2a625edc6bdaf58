namespace ProgressBot.Core.Figures;

/// <summary>Reads a unit's free-text reply: which figure belongs to which indicator, and what has to be asked back.</summary>
public static class ReplyReader
{
    /// <summary>Never guesses silently: a figure is matched beyond doubt, asked about, or left in the narrative. Never throws.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="sought">The open indicators of the unit.</param>
    /// <param name="context">Period, expectation and the last reply.</param>
    /// <param name="own">The plan's units of measure; the common ones when null.</param>
    public static ReplyReading Read(string text, IReadOnlyList<SoughtIndicator> sought, ReplyContext context, MeasureWords? own = null)
    {
        var (matched, doubts, unmatched) = (new List<MatchedFigure>(), new List<Doubt>(), new List<FoundFigure>());
        foreach (var figure in FigureReader.Read(text, own))
        {
            var fitting = sought.Where(indicator => indicator.BaseUnit == figure.BaseUnit).ToList();
            var named = fitting.Where(indicator => text.AsSpan(0, figure.Start).Contains(indicator.Name, StringComparison.Ordinal)).ToList();
            if (fitting.Count == 0)
                unmatched.Add(figure);
            else if (named.Count == 1)
                matched.Add(new MatchedFigure(named[0].Id, figure, figure.Normalized, named[0].Basis, false, false));
            else
                doubts.Add(new Doubt(DoubtKind.WhichIndicator, figure,
                    [.. fitting.Select(indicator => new DoubtChoice(indicator.Id, figure.Normalized, indicator.Basis))], null));
        }
        return new ReplyReading(matched, doubts, unmatched, []);
    }
}
