using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures;

/// <summary>One figure in a text.</summary>
/// <param name="Phrase">The text from the first numeral, or the minus sign before it, to the end of the unit, exactly as written.</param>
/// <param name="Start">UTF-16 offset of the phrase.</param>
/// <param name="End">UTF-16 offset behind the phrase: <c>text[Start..End] == Phrase</c>.</param>
/// <param name="Value">The number in <paramref name="Unit"/>; of a range the lower end. Negative only with a minus sign in <paramref
/// name="Phrase"/>.</param>
/// <param name="Unit">Unit with its multiplier: 亿元, 万人次, 册, %. Empty only for a bare number.</param>
/// <param name="Normalized">The number in <paramref name="BaseUnit"/>.</param>
/// <param name="BaseUnit">Unit without multiplier: 元, 人次, 册; 成 and ‰ become %.</param>
public sealed record FoundFigure(string Phrase, int Start, int End, decimal Value, string Unit, decimal Normalized, string BaseUnit)
{
    /// <summary>Upper end of a range, in <see cref="Unit"/>.</summary>
    public decimal? Max { get; init; }

    /// <summary>Upper end of a range, in <see cref="BaseUnit"/>.</summary>
    public decimal? NormalizedMax { get; init; }

    /// <summary>
    /// 约 近 快 超 以上 不少于 以内 出头 beside the figure; 余, 多 and 来 inside it mean <see cref="Comparator.MoreThan"/>. Whatever is not
    /// <see cref="Comparator.None"/> is no exact value.
    /// </summary>
    public Comparator Comparator { get; init; }

    /// <summary>Index, in the same list, of the sum this figure is a part of (其中, 包括, 含).</summary>
    public int? PartOf { get; init; }

    /// <summary>Direction word directly before the figure, if any.</summary>
    public Direction? Direction { get; init; }

    /// <summary>
    /// True when the words say either <see cref="Value"/> or <see cref="Max"/> and nothing between: 3万2人. Only replies have such figures.
    /// </summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>True when the unit is not written and was taken from the words around: 5.1亿 as money.</summary>
    internal bool IsImplied { get; init; }
}
