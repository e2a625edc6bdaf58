using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>数据: a reported value of an indicator, as said and as counted. Values are in the indicator's base unit.</summary>
public sealed class Figure
{
    public int Id { get; set; }
    public int ReportVersionId { get; set; }
    public int IndicatorId { get; set; }

    /// <summary>The words it was read from.</summary>
    public required string Phrase { get; set; }

    /// <summary>The number said.</summary>
    public decimal Value { get; set; }

    /// <summary>Whether it was said as a running total or as this period's part.</summary>
    public Basis Basis { get; set; }

    /// <summary>本期: this period's part.</summary>
    public decimal Increment { get; set; }

    /// <summary>累计: the running total after it.</summary>
    public decimal Total { get; set; }

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
