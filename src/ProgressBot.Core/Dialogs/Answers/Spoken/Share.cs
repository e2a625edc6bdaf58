using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>A share of a whole in words: 三分之二, 一半, 2/3. Percentages are figures.</summary>
/// <param name="Start">UTF-16 offset of its first character in the text.</param>
/// <param name="Value">0 to 1.</param>
readonly partial record struct Share(int Start, int End, decimal Value)
{
    const string Digits = "零一二三四五六七八九十";

    public static Share? In(string text, int start, int end)
    {
        var match = Written().Match(text, start, end - start);
        if (!match.Success) return null;
        if (!match.Groups["of"].Success) return new Share(match.Index, match.Index + match.Length, 0.5m);
        var (whole, part) = (Number(match.Groups["of"].Value), Number(match.Groups["part"].Value));
        return whole > 0 && part > 0 && part < whole ? new Share(match.Index, match.Index + match.Length, (decimal)part / whole) : null;
    }

    /// <summary>Whether a stretch names less than the whole, be it in percent: 完成了80%.</summary>
    public static bool IsOf(string text, int start, int end) => In(text, start, end) is not null || Percent().IsMatch(text.AsSpan(start, end - start));

    static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : digits == "两" ? 2 : Digits.IndexOf(digits[0], StringComparison.Ordinal);

    [GeneratedRegex(@"(?<of>[二三四五六七八九十]|\d{1,2})分之(?<part>[一二两三四五六七八九]|\d{1,2})|(?<![\d/])(?<part>\d)/(?<of>\d)(?![\d/])|一半(?!以上|多)")]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<!\d)\d{1,2}(?:\.\d+)?\s?[%％]|百分之(?!百)|(?<![\d一二三四五六七八九十])[一二三四五六七八九七\d](?:成|折)(?![立功都为员果效本绩])")]
    private static partial Regex Percent();
}
