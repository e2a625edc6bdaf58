namespace ProgressBot.Core.Figures.Reading;

/// <summary>The grammar of numbers in Chinese text. Each rule is the method of the same name.</summary>
/// <remarks>
/// <code>
/// quantity = half | fused | number [ vague | 半 ]
/// number   = digit 个半 ( 万 | 亿 )                        两个半亿
///          | wan [ 亿 [ lower ] ]                       一万五千亿   三亿零五百万零二十   3亿2千万
/// wan      = part [ 万 [ lower ] [ 点 digits ] ]          三十二万五千   3万5千   2万3000   三万零五百二十
/// lower    = [ 零 ] ( wan | part )                      below the 万 or 亿 before it; a digit alone is a tenth of it: 三亿五
/// part     = ( arabic | section [ 点 digits ] ) [ vague ]   3.2   三百二十   三点五   百余
/// 万, 亿    = [ 个 ] [ vague ] ( 万 | 亿 | 万万 )          3.2个亿   500来万   万万is 亿
/// half     = 半 [ 个 ] [ 万 | 亿 ]                        半个亿
/// fused    = 俩 | 仨
/// vague    = 余 | 多 | 来 | 几                            and 把 behind a bare power: 百把人
/// </code>
/// <see cref="ArabicGrammar"/> and <see cref="SectionGrammar"/> have the rules below. No rule goes back, so reading is linear.
/// <para>
/// Some forms say two numbers; they are read with <see cref="Quantity.Other"/>, which is no figure in a text and a question in a reply:
/// 3万2人 (32000 or 30002), 一亿五千 and 3亿5千 (1.5亿 or 100005000), 一万二亿 (1.2万亿 or 10002亿). 1，200册 with a wide comma is asked in a
/// reply, too, and 1200 in a text.
/// </para>
/// </remarks>
internal static class NumeralGrammar
{
    private const decimal Wan = 10_000;
    private const decimal Yi = 100_000_000;

    // a million times 万亿: beyond any report, and far enough from the end of decimal for conversions
    private const decimal Limit = 1_000_000_000_000_000_000m;

    /// <summary>The number at a place; null when there is none or it is too long to be one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place.</param>
    /// <param name="isList">True where commas part the numbers of a list: 分别为20，300，450.</param>
    public static Quantity? Read(Glyphs text, int at, bool isList = false)
    {
        var first = text[at];
        if (first == '半')
            return Half(text, at);
        if (Numeral.IsFused(first))
            return new Quantity(Numeral.Digit(first), Numeral.Digit(first), 1, at + 1) { IsFused = true };
        return Number(text, at, isList) is { High: < Limit } number ? Ended(text, number) : null;
    }

    /// <summary>10, 100 or 1000 at a place; 0 for anything else, and for 千瓦, 千克, 千米, 千伏 and 百分点, which are units.</summary>
    public static int Power(Glyphs text, int at) => (text[at], text[at + 1]) switch
    {
        ('千', '瓦' or '克' or '米' or '伏' or '卡' or '焦') or ('百', '分') => 0,
        _ => Numeral.Power(text[at]),
    };

    /// <summary>True when 余 多 来 几 at a place say "and some more": 350来人, but not 350来自.</summary>
    public static bool IsVague(Glyphs text, int at) =>
        Numeral.IsVague(text[at]) && !(text[at] == '来' && text[at + 1] is '自' or '源' or '宾' or '访');

    private static Quantity Half(Glyphs text, int at)
    {
        var (scale, end) = Scale(text, at + 1);
        return new Quantity(0.5m * scale, 0.5m * scale, scale, end) { HasGe = end > at + 2 };
    }

    // 两个半亿
    private static Quantity? Halved(Glyphs text, int at)
    {
        if (text[at + 1] != '个' || text[at + 2] != '半' || Numeral.Scale(text[at + 3]) is not (> 0 and var scale))
            return null;
        var digit = Numeral.IsArabic(text[at]) ? text[at] - '0' : Math.Max(0, Numeral.Digit(text[at]));
        var value = (digit + 0.5m) * scale;
        return new Quantity(value, value, scale, at + 4) { HasGe = true, IsArabic = Numeral.IsArabic(text[at]) };
    }

    private static Quantity? Number(Glyphs text, int at, bool isList)
    {
        if (Halved(text, at) is { } halved)
            return halved;
        if (Below(text, at, isList) is not { } high)
            return null;
        if (Scale(text, high.End) is not (Yi, var end))
            return high;
        var isWanYi = high.Scale == Wan && Numeral.Scale(text[high.End - 1]) > 0;
        var number = Scaled(text, high, isWanYi ? Wan * Yi : Yi, Yi, end);
        if (isWanYi && Below(text, Lower(text, end), false) is { High: < Wan } more && Scale(text, more.End) is (Yi, var behind))
            number = number.Plus(more.Low * Yi, more.High * Yi, behind);
        return WithLower(text, number, Yi, Below(text, Lower(text, number.End), false));
    }

    // the rule wan
    private static Quantity? Below(Glyphs text, int at, bool isList)
    {
        if (Part(text, at, isList) is not { } part)
            return null;
        if (Scale(text, part.End) is not (Wan, var end))
            return part;
        var number = Scaled(text, part, Wan, Wan, end);
        return Pointed(text, WithLower(text, number, Wan, Part(text, Lower(text, end), false)));
    }

    private static Quantity Scaled(Glyphs text, Quantity part, decimal scale, decimal factor, int end) =>
        part.Times(factor, end) with { Scale = scale, HasGe = part.HasGe || text[part.End] == '个', IsVague = part.IsVague
            || Numeral.IsVague(text[end - 2]) };

    private static Quantity? Part(Glyphs text, int at, bool isList)
    {
        if (at < 0)
            return null;
        var part = Numeral.IsArabic(text[at]) ? ArabicGrammar.Read(text, at, isList) : Pointed(text, new SectionGrammar(text, at).Read());
        if (part is { } read && (IsVague(text, read.End) || (read.IsBare && text[read.End] == '把')))
            return read with { End = Powers(text, read.End + 1), IsVague = true };
        return part;
    }

    // 三百几十: the power behind 几 is part of what is not known
    private static int Powers(Glyphs text, int at) =>
        text[at - 1] == '几' && Power(text, at) > 0 && Power(text, at - 2) > Power(text, at) ? at + 1 : at;

    // 10⁴ or 10⁸ and the place behind it; 1 and the same place without
    private static (decimal Scale, int End) Scale(Glyphs text, int start)
    {
        var at = text[start] == '个' ? start + 1 : start;
        if (Numeral.IsVague(text[at]) && Numeral.Scale(text[at + 1]) > 0)
            at++;
        var scale = (decimal)Numeral.Scale(text[at]);
        if (scale == 0)
            return (1, start);
        return scale == Wan && Numeral.Scale(text[at + 1]) == Wan ? (Yi, at + 2) : (scale, at + 1);
    }

    // where the part below a 万 or 亿 begins, behind 零; negative when a blank or a point parts them
    private static int Lower(Glyphs text, int end)
    {
        var at = end;
        while (at < end + 2 && Numeral.Digit(text[at]) == 0)
            at++;
        return text.IsParted(at) || Numeral.Tens(text[at]) + Numeral.Power(text[at]) >= 100 ? -1 : at;
    }

    private static Quantity WithLower(Glyphs text, Quantity number, decimal above, Quantity? part)
    {
        if (part is not { IsBare: false, Other: null } lower || lower.High >= above || number.IsVague || number.Low % above != 0)
            return number;
        var start = Lower(text, number.End);
        var sum = number.Plus(lower.Low, lower.High, lower.End) with { IsVague = lower.IsVague };
        if (lower.Scale > 1 || start > number.End)
            return sum;
        if (lower.High < 10)
            return Tenth(text, number, above, lower);
        if (lower is { IsArabic: true, HasPower: false } && (IsDated(text, lower.End) || (above == Yi && lower.Low < 1000)))
            return number;
        return above == Yi && lower.Low >= 1000 && lower.Low % 100 == 0 ? sum with { Other = number.Low + lower.Low * Wan } : sum;
    }

    // 三亿五, 3万2块; a counter behind it leaves two readings
    private static Quantity Tenth(Glyphs text, Quantity number, decimal above, Quantity digit)
    {
        if (digit.Low == 0 || text[number.End] == '两' || (digit.IsArabic && (IsDated(text, digit.End) || text[digit.End] is '~' or '、')))
            return number;
        var tenths = number.Plus(digit.Low * above / 10, digit.High * above / 10, digit.End) with { IsVague = digit.IsVague };
        var isPlain = Numeral.Scale(text[digit.End]) == 0
            && (!digit.IsArabic || text[digit.End] is '元' or '块' || !IsCounted(text, digit.End));
        return isPlain ? tenths : tenths with { Other = number.Low + digit.Low };
    }

    private static bool IsCounted(Glyphs text, int at) => char.IsLetterOrDigit(text[at]) || text[at] is '%' or '℃' or '‰';

    private static bool IsDated(Glyphs text, int at) => text[at] is '年' or '月' or '日' or '号' or '.' or '-' or '/' or ':';

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

    // 3亿多, 三万半; what goes on as no number does is none: 3亿万, 三百二十三十
    private static Quantity Ended(Glyphs text, Quantity number)
    {
        if (GoesOn(text, number))
            return number with { End = Behind(text, number.End), IsBroken = true };
        if (number.Scale == 1)
            return number;
        if (IsVague(text, number.End) || (number.IsBare && text[number.End] == '把'))
            return number with { End = number.End + 1, IsVague = true };
        var unit = Numeral.Scale(text[number.End - 1]);
        return unit > 0 && text[number.End] == '半' && (text[number.End + 1] == '元' || !char.IsLetter(text[number.End + 1]))
            ? number.Plus(unit / 2m, unit / 2m, number.End + 1)
            : number;
    }

    private static bool GoesOn(Glyphs text, Quantity number)
    {
        var next = text[number.End];
        if (text.IsParted(number.End) || number is { IsBare: true, Scale: 1 })
            return false;
        return Numeral.Scale(next) > 0
            || (!number.IsArabic && (next != '两' || Numeral.Begins(text[number.End + 1]))
            && (Numeral.Digit(next) >= 0 || Numeral.Power(next) > 0 && Power(text, number.End) > 0));
    }

    private static int Behind(Glyphs text, int at)
    {
        while (Numeral.Begins(text[at]) && !text.IsParted(at))
            at++;
        return at;
    }
}
