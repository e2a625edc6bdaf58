namespace ProgressBot.Core.Figures.Reading;

/// <summary>Shares that are written in words.</summary>
/// <remarks>
/// <code>
/// percent  = whole 分之 quantity [ ( - | 至 | 到 ) [ whole 分之 ] quantity ]     百分之三十   千分之三   百万分之五   百分之三十至四十
/// whole    = 百 | 千 | 万 | 十万 | 百万 | 千万 | 亿
/// fraction = quantity 分之 quantity | 一半                                  三分之二: only where a reply is read
/// tenths   = quantity 成 [ digit | 半 ]                                     七成   六成五
/// </code>
/// </remarks>
internal sealed class Shares(Glyphs text, MeasureWords measures)
{
    private static readonly WordTree<decimal> Wholes = new(new Dictionary<string, decimal>
    {
        ["百分之"] = 1, ["千分之"] = 0.1m, ["万分之"] = 0.01m, ["十万分之"] = 0.001m, ["百万分之"] = 0.0001m, ["千万分之"] = 0.00001m, ["亿分之"] = 0.000001m,
    });

    private MeasureWord Whole => measures.Find("%")!;

    /// <summary>百分之三十 at a place; null for anything else.</summary>
    public Amount? Percent(int at)
    {
        if (Wholes.LongestAt(text.Letters, at, out var share) is not (> 0 and var length) || Read(at + length) is not { } low)
            return null;
        var amount = new Amount(at, low.End, low.Low * share, low.High * share, 1, Whole) { IsVague = low.IsVague };
        return text[low.End] is '-' or '~' or '至' or '到' && Upper(low.End + 1) is { } high && high.High * share > amount.Low
            ? amount with { End = high.End, High = high.High * share }
            : amount;
    }

    /// <summary>三分之二 behind its first number, or 一半; null for anything else. In percent, to two decimals.</summary>
    public Amount? Fraction(int at, Quantity parts)
    {
        if (text[at] == '一' && parts.End == at + 1 && text[parts.End] == '半' && IsOver(parts.End + 1))
            return new Amount(at, parts.End + 1, 50, 50, 1, Whole);
        if (!IsFraction(parts.End) || Read(parts.End + 2) is not { } number || parts.Low == 0 || number.Low > parts.Low)
            return null;
        var percent = decimal.Round(number.Low * 100 / parts.Low, 2);
        return new Amount(at, number.End, percent, percent, 1, Whole);
    }

    /// <summary>Place behind a fraction whose first number ends at a place; the same place when there is none.</summary>
    public int SkipFraction(int end) => IsFraction(end) ? NumeralGrammar.Read(text, end + 2)?.End ?? end : end;

    /// <summary>七成 is 70 %, 六成五 65 %.</summary>
    /// <param name="at">Place of the number.</param>
    /// <param name="quantity">The number.</param>
    /// <param name="end">Place behind 成.</param>
    public Amount Tenths(int at, Quantity quantity, int end)
    {
        var digit = Numeral.Digit(text[end]);
        var ones = text[end] == '半' ? 5 : digit > 0 && measures.Tree.LongestAt(text.Letters, end + 1) == 0 ? digit : 0;
        return new Amount(at, ones > 0 ? end + 1
            : end, quantity.Low * 10 + ones, quantity.High * 10 + ones, 1, Whole) { IsVague = quantity.IsVague };
    }

    private Quantity? Read(int at) => NumeralGrammar.Read(text, at) is { IsBroken: false, Other: null } number ? number : null;

    // 至四十, 至百分之四十
    private Quantity? Upper(int at) => Read(at + Wholes.LongestAt(text.Letters, at));

    private bool IsFraction(int end) => text[end] == '分' && text[end + 1] == '之' && Numeral.Begins(text[end + 2]);

    private bool IsOver(int at) => !char.IsLetterOrDigit(text[at]) || text[at] is '的' or '了' or '以' or '多' or '左' or '任' or '目';
}
