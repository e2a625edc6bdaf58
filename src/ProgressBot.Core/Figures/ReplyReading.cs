using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures;

/// <summary>What a reply says about the indicators. A figure is in exactly one of the three lists.</summary>
/// <param name="Matched">Figures that belong to one indicator beyond doubt.</param>
/// <param name="Doubts">Figures to be asked about, in the order of the text.</param>
/// <param name="Unmatched">Figures that belong to no indicator; they stay in the narrative.</param>
/// <param name="Nothing">Indicators said to have none yet (暂无, 尚未, 未开展).</param>
public sealed record ReplyReading(
    IReadOnlyList<MatchedFigure> Matched, IReadOnlyList<Doubt> Doubts, IReadOnlyList<FoundFigure> Unmatched, IReadOnlyList<long> Nothing);

/// <summary>A figure and its indicator.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Figure">As found.</param>
/// <param name="Value">In the indicator's base unit, as said: a total or an increment by <paramref name="Basis"/>.</param>
/// <param name="Basis">What the value counts.</param>
/// <param name="BasisSaid">False when no word said so and the indicator's own basis was taken.</param>
/// <param name="IsCorrection">True when the message says it replaces an earlier figure (更正, 应为).</param>
public sealed record MatchedFigure(long IndicatorId, FoundFigure Figure, decimal Value, Basis Basis, bool BasisSaid, bool IsCorrection);

/// <summary>One short question with its readings as buttons.</summary>
/// <param name="Kind">Why it is asked.</param>
/// <param name="Figure">What it is about.</param>
/// <param name="Choices">The readings, the likeliest first.</param>
/// <param name="Reference">What the figure was measured against, in the base unit: the last total for a drop.</param>
public sealed record Doubt(DoubtKind Kind, FoundFigure Figure, IReadOnlyList<DoubtChoice> Choices, decimal? Reference);

/// <summary>One reading of a doubtful figure.</summary>
/// <param name="IndicatorId">The indicator; null when the figure belongs to none.</param>
/// <param name="Value">In the indicator's base unit.</param>
/// <param name="Basis">What the value counts.</param>
public sealed record DoubtChoice(long? IndicatorId, decimal Value, Basis Basis);

/// <summary>Why a figure is asked back before it is kept.</summary>
public enum DoubtKind
{
    /// <summary>It fits more than one indicator.</summary>
    WhichIndicator,

    /// <summary>It is off by about 10⁴: 8 against 8亿元, 万 against 元.</summary>
    Magnitude,

    /// <summary>The total is below the last approved one.</summary>
    Drop,

    /// <summary>It rises beyond what is plausible.</summary>
    Jump,

    /// <summary>人 where 人次 are counted, 家 where 个 are.</summary>
    UnitOfMeasure,

    /// <summary>A percentage where a count or an amount is asked.</summary>
    Percent,

    /// <summary>The message dates it outside the period.</summary>
    OutsidePeriod,

    /// <summary>The same words as last period.</summary>
    Repeated,

    /// <summary>Total or increment: both are plausible.</summary>
    Basis,

    /// <summary>A range (3-5个) where one value is kept; the choices are its ends.</summary>
    Range,

    /// <summary>One message gives the indicator two different figures.</summary>
    Contradiction,
}
