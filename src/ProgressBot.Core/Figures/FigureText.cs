using System.Globalization;

namespace ProgressBot.Core.Figures;

/// <summary>Writes figures the way offices do.</summary>
public static class FigureText
{
    private const decimal Wan = 10_000;
    private const decimal Yi = 100_000_000;
    private static readonly (string Name, decimal Factor)[] Multipliers = [("亿", Yi), ("万", Wan), ("", 1)];

    /// <summary>
    /// A base-unit value with the largest multiplier that shows it with at most two decimals: 5.1亿元, 660万元, 412人次.
    /// A value is never rounded to fit: it takes a smaller multiplier, or more decimals.
    /// </summary>
    /// <param name="value">In <paramref name="baseUnit"/>.</param>
    /// <param name="baseUnit">元, 人次, %.</param>
    /// <param name="displayUnit">The unit to prefer, 万元 for example; used when the value fits it. Zero is shown in the base unit.</param>
    public static string Render(decimal value, string baseUnit, string? displayUnit = null)
    {
        var preferred = Multiplier(baseUnit, displayUnit);
        if (value != 0 && preferred is { } wanted && Fits(value / wanted.Factor))
            return Number(value / wanted.Factor) + wanted.Name + baseUnit;
        foreach (var (name, factor) in Multipliers)
            if (Math.Abs(value) >= factor && Fits(value / factor))
                return Number(value / factor) + name + baseUnit;
        return Number(value) + baseUnit;
    }

    private static (string Name, decimal Factor)? Multiplier(string baseUnit, string? displayUnit)
    {
        if (displayUnit is null || !displayUnit.EndsWith(baseUnit, StringComparison.Ordinal))
            return null;
        return displayUnit[..^baseUnit.Length] switch
        {
            "" => ("", 1),
            "万" => ("万", Wan),
            "亿" => ("亿", Yi),
            _ => null,
        };
    }

    private static bool Fits(decimal value) => decimal.Round(value, 2) == value;

    // the custom format takes far longer, and only a fraction needs it
    private static string Number(decimal value) => value.Scale == 0 ? value.ToString(CultureInfo.InvariantCulture) : value.ToString("0.############################", CultureInfo.InvariantCulture);
}
