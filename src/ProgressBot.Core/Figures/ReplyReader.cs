using ProgressBot.Core.Figures.Matching;

namespace ProgressBot.Core.Figures;

/// <summary>Reads a unit's free-text reply: which figure belongs to which indicator, and what has to be asked back.</summary>
public static class ReplyReader
{
    /// <summary>Never guesses silently: a figure is matched beyond doubt, asked about, or left in the narrative. Never throws.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="sought">The open indicators of the unit.</param>
    /// <param name="context">Period, expectation and the last reply.</param>
    /// <param name="own">The plan's units of measure; the common ones when null.</param>
    public static ReplyReading Read(string text, IReadOnlyList<SoughtIndicator> sought, ReplyContext context, MeasureWords? own = null) =>
        new ReplyMatcher(text, sought, context, own ?? MeasureWords.Default).Run();

    /// <summary>Why <see cref="Read"/> decides as it does on each figure, in the order of the text.</summary>
    /// <inheritdoc cref="Read"/>
    public static IReadOnlyList<FigureReason> Explain(string text, IReadOnlyList<SoughtIndicator> sought, ReplyContext context,
        MeasureWords? own = null) =>
        new ReplyMatcher(text, sought, context, own ?? MeasureWords.Default).Explain();
}
