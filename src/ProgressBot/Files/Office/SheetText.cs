using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgressBot.Files.Office;

/// <summary>A worksheet value as the sheet shows it: percentages, dates, and units that a number format adds.</summary>
internal static partial class SheetText
{
    /// <param name="value">String, double, bool, DateTime, TimeSpan or null, as the reader gives it.</param>
    /// <param name="format">The cell's number format; null means General.</param>
    public static string Of(object? value, string? format) => value switch
    {
        null => string.Empty,
        string text => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
        DateTime date => date.ToString(ShowsDay(format) ? "yyyy年M月d日" : "yyyy年M月", CultureInfo.InvariantCulture),
        double number => Number(number, format ?? string.Empty),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    static bool ShowsDay(string? format) => format is null || format.Contains('d', StringComparison.OrdinalIgnoreCase);

    static string Number(double number, string format)
    {
        var section = format.Split(';')[0];
        var percent = Quoted().Replace(section, string.Empty).Contains('%');
        var text = Plain(percent ? number * 100 : number) + (percent ? "%" : string.Empty);
        return Affix(section, before: true) + text + Affix(section, before: false);
    }

    // fifteen digits are what a sheet keeps; more would show the binary remainder of 0.1
    static string Plain(double number) =>
        Math.Abs(number) < 1e15 ? Math.Round((decimal)number, 6).ToString("0.######", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    static string Affix(string section, bool before)
    {
        var digits = Digits().Match(section);
        if (!digits.Success)
            return string.Empty;
        var side = before ? section[..digits.Index] : section[(digits.Index + digits.Length)..];
        return string.Concat(Quoted().Matches(side).Select(match => match.Value.Trim('"', '\\')));
    }

    [GeneratedRegex("\"[^\"]*\"|\\\\[^\\x00-\\x7F]|[\\u4E00-\\u9FFF]+")]
    private static partial Regex Quoted();

    [GeneratedRegex("[#0?][#0?,.]*")]
    private static partial Regex Digits();
}
