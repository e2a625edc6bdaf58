using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures;

/// <summary>What a reply says about the indicators. A figure is in exactly one of the three lists.</summary>
/// <param name="Matched">Figures that belong to one indicator beyond doubt.</param>
/// <param name="Doubts">Figures to be asked about, in the order of the text.</param>
/// <param name="Unmatched">Figures that belong to no indicator; they stay in the narrative.</param>
/// <param name="Nothing">Indicators said to have none yet (暂无, 尚未, 未开展).</param>
public sealed record ReplyReading(
    IReadOnlyList<MatchedFigure> Matched, IReadOnlyList<Doubt> Doubts, IReadOnlyList<FoundFigure> Unmatched, IReadOnlyList<long> Nothing)
{
    /// <summary>Indicators said to be as they were (其余无变化, 签约不变): their last totals are carried over.</summary>
    public IReadOnlyList<long> Unchanged { get; init; } = [];

    /// <summary>True when the message says so of all the rest (其余无变化), goals without a number included.</summary>
    public bool RestUnchanged { get; init; }
}

/// <summary>A figure and its indicator.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Figure">As found.</param>
/// <param name="Value">In the indicator's base unit, as said: a total or an increment by <paramref name="Basis"/>.</param>
/// <param name="Basis">What the value counts.</param>
/// <param name="BasisSaid">False when no word said so and the indicator's own basis was taken.</param>
/// <param name="IsCorrection">True when the message says it replaces an earlier figure (更正, 应为).</param>
public sealed record MatchedFigure(long IndicatorId, FoundFigure Figure, decimal Value, Basis Basis, bool BasisSaid, bool IsCorrection)
{
    /// <summary>
    /// How the value is hedged: 3亿出头, 快350人次. Anything but <see cref="Comparator.None"/> is shown with its hedge, never counts as reaching
    /// a
    /// target, and the exact figure is asked for once.
    /// </summary>
    public Comparator Comparator => Figure.Comparator;

    /// <summary>True when the figure was written in another unit of the same kind (公顷 for 亩): both are shown, nothing is asked.</summary>
    public bool IsConverted { get; init; }
}

/// <summary>One short question with its readings as buttons.</summary>
/// <param name="Kind">Why it is asked.</param>
/// <param name="Figure">What it is about.</param>
/// <param name="Choices">The readings, the likeliest first.</param>
/// <param name="Reference">What the figure was measured against, in the base unit: the last total for a drop.</param>
public sealed record Doubt(DoubtKind Kind, FoundFigure Figure, IReadOnlyList<DoubtChoice> Choices, decimal? Reference)
{
    /// <summary>The figure it cannot stand beside; null unless the kind is <see cref="DoubtKind.Mismatch"/>.</summary>
    public FoundFigure? Against { get; init; }
}

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

    /// <summary>A range (3-5个) where one value is kept, or a numeral with two readings (3万2人); the choices are its ends.</summary>
    Range,

    /// <summary>One message gives the indicator two different figures.</summary>
    Contradiction,

    /// <summary>
    /// Increment and total do not add up from <see cref="Doubt.Reference"/>, the last total. The choices are the increment, then the total;
    /// the
    /// question names both figures, the other one being <see cref="Doubt.Against"/>.
    /// </summary>
    Mismatch,

    /// <summary>
    /// Said of the whole district, of several units, or of another unit (全区, 我们几家合计, 替教育局报). The choices are the own indicator and
    /// none; a sender who reports for the other unit, too, may be offered that one besides.
    /// </summary>
    Scope,
}
