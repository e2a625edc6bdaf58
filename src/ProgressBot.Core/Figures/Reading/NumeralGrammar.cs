namespace ProgressBot.Core.Figures.Reading;

/// <summary>The grammar of numbers in Chinese text. Each rule is the method of the same name.</summary>
/// <remarks>
/// <code>
/// quantity    = 半 | fused | part { scale lower-part } [ vague ]
/// part        = ( arabic | section [ 点 digits ] ) [ vague ]   3.2   三百二十   三点五   百余
/// scale       = [ 个 ] ( 万 | 亿 | 万亿 ) [ vague ]       3.2个亿   500来万   5亿多
/// lower-part  = [ 零 ] ( part scale | part power | section | four digits )   3亿2千万   3万5千   一万二千三   2万3000
/// arabic      = digits { "," 3 digits } [ "." digits ] { power } { digit power }   3百   1.5千   1千2百
/// section     = { digit-or-pair power } [ 零 ] [ digit ]  powers descend: 千 百 十; a last digit alone is a tenth of the power before
/// pair        = two digits one apart: 三四, or 三五       they make a range
/// fused       = 俩 | 仨
/// vague       = 余 | 多 | 来 | 几                          and 把 behind a bare power: 百把人
/// </code>
/// Every rule takes a place and gives the place behind what it read; none goes back, so reading is linear.
/// </remarks>
internal static class NumeralGrammar
{
    /// <summary>Longer numbers are codes. It keeps every product inside decimal: 10¹³ times 千 times 万亿 is 10²⁸.</summary>
    public const int MaxDigits = 13;

    // a million times 万亿: beyond any report, and far enough from the end of decimal for conversions
    private const decimal Limit = 1_000_000_000_000_000_000m;

    /// <summary>The number at a place; null when there is none or it is too long to be one.</summary>
    public static Quantity? Read(Glyphs text, int at)
    {
        var first = text[at];
        if (first == '半')
            return new Quantity(0.5m, 0.5m, 1, at + 1);
        if (Numeral.IsFused(first))
            return new Quantity(Numeral.Digit(first), Numeral.Digit(first), 1, at + 1) { IsFused = true };
        return Part(text, at) is { } part && Scaled(text, part) is { High: < Limit } number ? number : null;
    }

    /// <summary>Place behind a run of ASCII digits that no white space parts.</summary>
    public static int SkipDigits(Glyphs text, int at) => SkipDigitsUpTo(text, at, text.Length);

    /// <summary>10, 100 or 1000 at a place; 0 for anything else, and for 千瓦, 千克, 千米, 千伏 and 百分点, which are units.</summary>
    public static int Power(Glyphs text, int at) => (text[at], text[at + 1]) switch
    {
        ('千', '瓦' or '克' or '米' or '伏') or ('百', '分') => 0,
        _ => Numeral.Power(text[at]),
    };

    private static Quantity? Part(Glyphs text, int at)
    {
        var part = Numeral.IsArabic(text[at]) ? Arabic(text, at) : Pointed(text, new SectionGrammar(text, at).Read());
        if (part is { } read && (Numeral.IsVague(text[read.End]) || (read.IsBare && text[read.End] == '把')))
            return read with { End = read.End + 1, IsVague = true };
        return part;
    }

    private static Quantity? Scaled(Glyphs text, Quantity first)
    {
        var total = (first.Low, first.High);
        var (scale, end) = Scale(text, first.End);
        if (end == first.End)
            return first;
        var hasGe = text[first.End] == '个';
        total = (total.Low * scale, total.High * scale);
        var vague = first.IsVague;
        if (LowerPart(text, end, scale) is { } lower)
            (total, end, vague) = ((total.Low + lower.Low, total.High + lower.High), lower.End, vague || lower.IsVague);
        if (Numeral.IsVague(text[end]))
            (end, vague) = (end + 1, true);
        return first with { Low = total.Low, High = total.High, Scale = scale, End = end, IsVague = vague, HasGe = hasGe };
    }

    private static (decimal Scale, int End) Scale(Glyphs text, int at)
    {
        var start = at;
        if (text[at] == '个')
            at++;
        if (at > start && Numeral.IsVague(text[at]))
            at++;
        var scale = (decimal)Numeral.Scale(text[at]);
        if (scale == 0)
            return (1, start);
        var next = Numeral.Scale(text[at + 1]);
        return scale == 10_000 && next > 10_000 ? (scale * next, at + 2) : (scale, at + 1);
    }

    private static Quantity? LowerPart(Glyphs text, int at, decimal above)
    {
        if (IsZero(text[at]) && Numeral.IsArabic(text[at + 1]))
            at++;
        if (text.IsParted(at) || Part(text, at) is not { IsBare: false } part)
            return null;
        var (scale, end) = Scale(text, part.End);
        if (scale > 1)
            return scale < above && part.Low * scale < above ? part with { Low = part.Low * scale, High = part.High * scale, End = end } : null;
        if (part.IsArabic && part.End == at + 1 && IsTenth(text, part.End))
            return part with { Low = part.Low * above / 10, High = part.High * above / 10 };
        if (part.IsArabic)
            return part.Low < above && (part.HasPower || (part.End - at == 4 && part.Low > 999 && !IsDated(text, part.End))) ? part : null;
        return part.End == at + 1 && !IsZero(text[at]) ? part with { Low = part.Low * above / 10, High = part.High * above / 10 } : part;
    }

    // 三点五: single digits behind 点, and no 十 behind them (九点三十 is a time)
    private static Quantity? Pointed(Glyphs text, Quantity? whole)
    {
        if (whole is not { IsBare: false } read || text[read.End] != '点')
            return whole;
        var (end, value, place) = (read.End + 1, read.Low, 0.1m);
        for (; Numeral.Digit(text[end]) >= 0 && !Numeral.IsFused(text[end]) && place > 0.00000001m; end++, place /= 10)
            value += Numeral.Digit(text[end]) * place;
        return end == read.End + 1 || Numeral.Power(text[end]) > 0 ? whole : read with { Low = value, High = value, End = end };
    }

    private static Quantity? Arabic(Glyphs text, int at)
    {
        var end = SkipDigits(text, at);
        var (value, digits) = (0m, end - at);
        if (digits > MaxDigits)
            return null;
        value = Whole(text, at, end);
        while (digits <= 3 && GroupEnd(text, end) is > 0 and var group && group <= at + 2 * MaxDigits)
            (value, end) = (value * 1000 + Whole(text, group - 3, group), group);
        if (text[end] == '.' && Numeral.IsArabic(text[end + 1]))
            (value, end) = Decimals(text, value, end + 1);
        var plain = end;
        for (var power = Power(text, end); power > 0; power = Power(text, end))
            (value, end) = (value * power, end + 1);
        for (var power = 1000; end > plain && Numeral.IsArabic(text[end]) && Power(text, end + 1) is > 0 and var lower && lower < power; power = lower)
            (value, end) = (value + (text[end] - '0') * lower, end + 2);
        return value < 1_000_000_000_000_000m ? new Quantity(value, value, 1, end) { IsArabic = true, HasPower = end > plain } : null;
    }

    private static decimal Whole(Glyphs text, int at, int end)
    {
        var value = 0m;
        for (; at < end; at++)
            value = value * 10 + (text[at] - '0');
        return value;
    }

    private static (decimal Value, int End) Decimals(Glyphs text, decimal value, int at)
    {
        var end = SkipDigits(text, at);
        var place = 0.1m;
        for (var next = at; next < Math.Min(end, at + 8); next++, place /= 10)
            value += (text[next] - '0') * place;
        return (value, end);
    }

    // ",200" or " 200" behind at most three digits, and not a fourth digit behind it
    private static int GroupEnd(Glyphs text, int at)
    {
        var start = text[at] == ',' ? at + 1 : at;
        var isGroup = start > at || (text.IsParted(at) && !text.StartsCell(at));
        return isGroup && SkipDigitsUpTo(text, start, 4) == start + 3 ? start + 3 : 0;
    }

    private static int SkipDigitsUpTo(Glyphs text, int at, int most)
    {
        var end = at;
        while (end < at + most && Numeral.IsArabic(text[end]) && (end == at || !text.IsParted(end) || text.IsWideGap(end) || text.IsWrapped(end)))
            end++;
        return end;
    }

    private static bool IsZero(char letter) => Numeral.Digit(letter) == 0;

    // 3万2 and 3万2块; but 3万2个 is not said
    private static bool IsTenth(Glyphs text, int end) =>
        text[end] is '元' or '块' || !(char.IsLetterOrDigit(text[end]) || text[end] is '.' or '%' or '-' or '/' or ':' or '~' or '℃' or '‰' or '、');

    private static bool IsDated(Glyphs text, int at) => text[at] is '年' or '号' or '.' or '-' or '/';
}
