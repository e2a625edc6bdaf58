namespace ProgressBot.Core.Figures.Reading;

/// <summary>A number with its unit, at places of a <see cref="Glyphs"/>.</summary>
/// <param name="Start">Place of the first numeral.</param>
/// <param name="End">Place behind the unit; behind the number when the unit stands elsewhere.</param>
/// <param name="Low">In ones of <paramref name="Measure"/>.</param>
/// <param name="High">Upper end of a range; the same as <paramref name="Low"/> otherwise.</param>
/// <param name="Scale">10⁴, 10⁸, 10¹² for 万, 亿, 万亿 of the unit; 1 without.</param>
/// <param name="Measure">The unit.</param>
internal readonly record struct Amount(int Start, int End, decimal Low, decimal High, decimal Scale, MeasureWord Measure)
{
    public bool IsVague { get; init; }

    /// <summary>The unit was not written: 5.1亿 taken as money.</summary>
    public bool IsImplied { get; init; }

    /// <summary>The words may mean either end and nothing between: 3万2人.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Of the two the larger is likelier: 1，200册.</summary>
    public bool IsGrouped { get; init; }

    public decimal Value => Low / Scale;

    public decimal? Max => High == Low ? null : High / Scale;

    public string Unit => Scale switch { 1 => "", 10_000 => "万", 100_000_000 => "亿", _ => "万亿" } + Name;

    // 块钱 is spoken for 元, 个小时 for 小时; other names of a unit are kept as written
    private string Name => Measure.Name is ['个', ..] || (Measure is { Kind: MeasureKind.Money or MeasureKind.People, Factor: 1 }) ? Measure.Base : Measure.Name;
}
