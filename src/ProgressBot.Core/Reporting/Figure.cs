using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>数据: a reported value of an indicator, as said and as counted. Values are in the indicator's base unit.</summary>
public sealed record Figure
{
    public int Id { get; init; }
    public int ReportVersionId { get; init; }
    public int IndicatorId { get; init; }

    /// <summary>The words it was read from.</summary>
    public required string Phrase { get; init; }

    /// <summary>The number said.</summary>
    public decimal Value { get; init; }

    /// <summary>Whether it was said as a running total or as this period's part.</summary>
    public Basis Basis { get; init; }

    /// <summary>How exactly it was said: 近350 stays about 350. <see cref="Comparator.None"/> for a plain number.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>本期: this period's part.</summary>
    public decimal Increment { get; init; }

    /// <summary>累计: the running total after it.</summary>
    public decimal Total { get; init; }

    /// <summary>The message that said it; it stays so in later versions of the report.</summary>
    public string? MessageId { get; init; }

    /// <summary>False for a number that was said with 约, 近, 多 and the like: it is never taken for reached.</summary>
    public bool IsExact => Comparator == Comparator.None;

    /// <summary>The figure that a said number makes, given the total before this report.</summary>
    public static Figure Of(int indicatorId, string phrase, decimal value, Basis basis, decimal before) => new()
    {
        IndicatorId = indicatorId,
        Phrase = phrase,
        Value = value,
        Basis = basis,
        Increment = basis == Basis.Incremental ? value : value - before,
        Total = basis == Basis.Incremental ? before + value : value,
    };
}
