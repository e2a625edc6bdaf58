namespace ProgressBot.Core.Figures.Reading;

/// <summary>A number as read, without its unit.</summary>
/// <param name="Low">In ones; of 三四十 the 30.</param>
/// <param name="High">Upper end of an approximate pair (三四十: 40); else the same as <paramref name="Low"/>.</param>
/// <param name="Scale">The 万 or 亿 that belongs to the unit (10⁴, 10⁸, 10¹²): the largest that was read; 1 when there was none.</param>
/// <param name="End">Place behind the number.</param>
internal readonly record struct Quantity(decimal Low, decimal High, decimal Scale, int End)
{
    /// <summary>余 多 来 inside: at least this and some more.</summary>
    public bool IsVague { get; init; }

    /// <summary>Begins with 百 千 万 亿 without a digit: a size (万亩基地) unless a word says it is a quantity (超百家).</summary>
    public bool IsBare { get; init; }

    /// <summary>Written in ASCII digits.</summary>
    public bool IsArabic { get; init; }

    /// <summary>ASCII digits followed by 百 or 千.</summary>
    public bool HasPower { get; init; }

    /// <summary>俩 or 仨: the counter 个 is inside.</summary>
    public bool IsFused { get; init; }

    /// <summary>个 stood before 万 or 亿 (3.2个亿): money by usage.</summary>
    public bool HasGe { get; init; }

    /// <summary>Numerals in an order that no number has: 3亿万. What they mean cannot be said.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The other number the same words may mean: 30002 of 3万2人, besides 32000; null for a plain number.</summary>
    public decimal? Other { get; init; }

    /// <summary>A wide comma groups its digits, which in a text is likelier than a list: 1，200册.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>The same, so many times as much, read up to a place.</summary>
    public Quantity Times(decimal factor, int end) =>
        this with { Low = Low * factor, High = High * factor, Other = Other * factor, End = end };

    /// <summary>Both together; what is said of either is said of the sum.</summary>
    public Quantity Plus(decimal low, decimal high, int end) => this with { Low = Low + low, High = High + high, End = end };
}
