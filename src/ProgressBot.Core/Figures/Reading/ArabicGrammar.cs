namespace ProgressBot.Core.Figures.Reading;

/// <summary>The rule <c>arabic</c> of <see cref="NumeralGrammar"/>: ASCII digits.</summary>
/// <remarks>
/// <code>
/// arabic = digits { mark 3 digits } [ "." digits ] { power } { [ 零 ] digits power } [ [ 零 ] digits ]   3百   1.5千   1千2百   1千零50
/// mark   = "," | "'" | blank                                                     1,200   1'200   1 200
/// </code>
/// A wide comma parts the numbers of a list as often as the thousands of one: 1，200万元 has two readings, 51，000万元 has one.
/// </remarks>
internal static class ArabicGrammar
{
    /// <summary>Longer numbers are codes. It keeps every product inside decimal: 10¹⁴ times 万亿 is 10²⁶.</summary>
    public const int MaxDigits = 14;

    private const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>The number at a place that has a digit; null when it is too long to be one.</summary>
    public static Quantity? Read(Glyphs text, int at, bool isList)
    {
        var end = SkipDigits(text, at);
        if (end - at > MaxDigits)
            return null;
        var number = Grouped(text, at, end, isList);
        if (text[number.End] == '.' && Numeral.IsArabic(text[number.End + 1]))
            number = Decimals(text, number);
        return Powered(text, number) is { Low: < Limit } powered ? powered : null;
    }

    /// <summary>Place behind a run of ASCII digits that no white space parts.</summary>
    public static int SkipDigits(Glyphs text, int at) => SkipDigitsUpTo(text, at, text.Length);

    private static Quantity Grouped(Glyphs text, int at, int end, bool isList)
    {
        var (value, isWide, isSure, last) = (Whole(text, at, end), false, false, end);
        for (var digits = end - at; digits <= 3 && GroupEnd(text, end, isList) is > 0 and var group
            && group <= at + 2 * MaxDigits; end = group)
        {
            isWide |= text.IsWideComma(end);
            isSure |= text[group - 3] == '0' || text.IsWideDigit(group - 3);
            (value, last) = (value * 1000 + Whole(text, group - 3, group), group - 3);
        }
        return new Quantity(value, value, 1, end) { IsArabic = true, IsGrouped = isWide, Other = isWide
            && !isSure ? Whole(text, last, end) : null };
    }

    private static Quantity Decimals(Glyphs text, Quantity number)
    {
        var (start, place, value) = (number.End + 1, 0.1m, number.Low);
        var end = SkipDigits(text, start);
        for (var next = start; next < Math.Min(end, start + 8); next++, place /= 10)
            value += (text[next] - '0') * place;
        return number with { Low = value, High = value, Other = number.Other + value - number.Low, End = end };
    }

    // 5百, 1千2百, 1千零50
    private static Quantity Powered(Glyphs text, Quantity number)
    {
        var plain = number.End;
        for (var power = NumeralGrammar.Power(text, number.End); power > 0; power = NumeralGrammar.Power(text, number.End))
            number = number.Times(power, number.End + 1) with { HasPower = true };
        if (!number.HasPower)
            return number;
        for (var above = Numeral.Power(text[number.End - 1]); above > 10 && LowerPower(text, number.End) is (> 0 and var lower, var end)
            && lower < above; above = lower)
            number = number.Plus((text[end - 2] - '0') * lower, (text[end - 2] - '0') * lower, end);
        return number.End > plain ? Last(text, number) : number;
    }

    // 零5十: a digit and its power, behind 零 or not
    private static (int Power, int End) LowerPower(Glyphs text, int at)
    {
        var start = Numeral.Digit(text[at]) == 0 ? at + 1 : at;
        return Numeral.IsArabic(text[start]) && !text.IsParted(start) ? (NumeralGrammar.Power(text, start + 1), start + 2) : (0, at);
    }

    // the ones: 3百2十5, 1千零50; without 零 only behind 十
    private static Quantity Last(Glyphs text, Quantity number)
    {
        var above = Numeral.Power(text[number.End - 1]);
        var hasZero = Numeral.Digit(text[number.End]) == 0;
        var start = hasZero ? number.End + 1 : number.End;
        if ((!hasZero && above != 10) || !Numeral.IsArabic(text[start]) || text.IsParted(start))
            return number;
        var end = SkipDigitsUpTo(text, start, 4);
        var value = Whole(text, start, end);
        return value < above && text[end] != '.' ? number.Plus(value, value, end) : number;
    }

    private static decimal Whole(Glyphs text, int at, int end)
    {
        var value = 0m;
        for (; at < end; at++)
            value = value * 10 + (text[at] - '0');
        return value;
    }

    // ",200" or " 200" behind at most three digits, and not a fourth digit behind it
    private static int GroupEnd(Glyphs text, int at, bool isList)
    {
        var isMark = text[at] is ',' or '\'' && !text.IsParted(at + 1);
        if (isList && isMark)
            return 0;
        var start = isMark ? at + 1 : at;
        var isGroup = isMark || (text.IsParted(at) && !text.StartsCell(at));
        return isGroup && SkipDigitsUpTo(text, start, 4) == start + 3 ? start + 3 : 0;
    }

    private static int SkipDigitsUpTo(Glyphs text, int at, int most)
    {
        var end = at;
        while (end < at + most && Numeral.IsArabic(text[end])
            && (end == at || !text.IsParted(end) || text.IsWideGap(end) || text.IsWrapped(end)))
            end++;
        return end;
    }
}
