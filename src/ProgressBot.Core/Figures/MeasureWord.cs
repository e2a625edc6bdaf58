namespace ProgressBot.Core.Figures;

/// <summary>One unit of measure: <c>1 Name = Factor Base</c>.</summary>
/// <param name="Name">As people write it: 平米.</param>
/// <param name="Base">What it is kept in: 平方米.</param>
/// <param name="Factor">Positive.</param>
/// <param name="Kind">What sort of quantity it measures.</param>
public sealed record MeasureWord(string Name, string Base, decimal Factor, MeasureKind Kind)
{
    /// <summary>True for what comes in whole pieces, so that 2.4个 at the start of a line is item 2 with four.</summary>
    public bool IsWhole => Kind is MeasureKind.Count or MeasureKind.People or MeasureKind.Occasions;
}
