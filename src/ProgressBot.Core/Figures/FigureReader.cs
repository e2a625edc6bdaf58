using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures;

/// <summary>Finds the figures in Chinese free text: numbers with a unit, and neither dates, names nor idioms.</summary>
public static class FigureReader
{
    /// <summary>The figures of a text in the order they stand; empty when there are none. Linear in the length, never throws.</summary>
    /// <param name="text">A message, a cell, a sentence; any length.</param>
    /// <param name="own">A plan's units of measure; the common ones when null.</param>
    public static IReadOnlyList<FoundFigure> Read(string text, MeasureWords? own = null) =>
        new FigureScan(new Glyphs(text), own ?? MeasureWords.Default).Run();
}
