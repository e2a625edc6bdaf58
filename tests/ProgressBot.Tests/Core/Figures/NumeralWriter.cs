using System.Globalization;

namespace ProgressBot.Tests.Core.Figures;

/// <summary>
/// Writes a whole number from 1 to 10^13 in the ways that people do. A way that cannot write a number, or only so that it says two, gives
/// null.
/// </summary>
internal static class NumeralWriter
{
    private const long Wan = 10_000;
    private const long Yi = 100_000_000;

    private static readonly Style Words = new("零一二三四五六七八九", "十百千", "万亿");

    /// <summary>Every way by its name, which failing tests show.</summary>
    public static readonly IReadOnlyList<(string Name, Func<long, string?> Write)> Ways =
    [
        ("plain", number => Write(number, Words)),
        ("两", number => Write(number, Words).Replace("二百", "两百").Replace("二千", "两千").Replace("二万", "两万").Replace("二亿", "两亿")
            .Replace("十两万", "十二万").Replace("十两亿", "十二亿")),
        ("capitals", number => Write(number, new Style("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿"))),
        ("traditional", number => Write(number, new Style("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬億"))),
        ("circle for zero", number => Write(number, Words).Replace('零', '〇')),
        ("一十", number => Write(number, Words with { SaysOneTen = true })),
        ("without 零", number => IsAmbiguousWithoutZero(number) ? null : Write(number, Words).Replace("零", "")),
        ("零 though nothing is missing", number =>
            number % Wan >= 1000 && number > Wan ? Write(number - number % Wan, Words) + "零" + Section(number % Wan, Words) : null),
        ("廿", number => Write(number, Words with { SaysOneTen = true }).Replace("二十", "廿").Replace("三十", "卅")),
        ("digits", number => Plain(number)),
        ("digits in threes", number => number.ToString("N0", CultureInfo.InvariantCulture)),
        ("wide digits", number => string.Concat(Plain(number).Select(digit => (char)(digit + 0xFEE0)))),
        ("digits and scales", number => Mixed(number, Plain)),
        ("digits, powers and scales", number => Mixed(number, Powers)),
        ("decimals of 万", number => Decimal(number, Wan, "万")),
        ("decimals of 亿", number => Decimal(number, Yi, "亿")),
        ("点", number => Decimal(number, number >= Yi ? Yi : Wan, "") is { } digits ? Spoken(digits.Split('.')) + (number >= Yi ? "亿" : "万")
            : null),
        ("a last digit alone", Short),
        ("半", Half),
        ("万万", number => number / Yi is > 0 and < 10 && number % Yi == 0 ? Words.Digits[(int)(number / Yi)] + "万万" : null),
    ];

    /// <summary>Left out, 零 would leave another number: 一万五 for 10005, 三百二 for 302, 一亿五千 for 100005000.</summary>
    public static bool IsAmbiguousWithoutZero(long number) =>
        IsAmbiguousBelowYi(number / Yi) || IsAmbiguousBelowYi(number % Yi)
            || (number >= Yi && (number % Yi is > 0 and < 10 || (number % Yi is >= 1000 and < Wan && number % 100 == 0)));

    private static bool IsAmbiguousBelowYi(long number) =>
        IsAmbiguousSection(number / Wan) || IsAmbiguousSection(number % Wan) || (number >= Wan && number % Wan is > 0 and < 10);

    private static bool IsAmbiguousSection(long number) => number >= 100 && number % 100 is > 0 and < 10;

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Write(long number, Style style)
    {
        if (number >= Yi)
            return Write(number / Yi, style) + style.Scales[1] + Below(number % Yi, Yi, style);
        return number >= Wan ? Section(number / Wan, style) + style.Scales[0] + Below(number % Wan, Wan, style) : Section(number, style);
    }

    private static string Below(long rest, long above, Style style) =>
        rest == 0 ? "" : (rest < above / 10 ? style.Digits[..1] : "") + Write(rest, style with { SaysOneTen = true });

    private static string Section(long number, Style style)
    {
        var words = "";
        for (var (power, place, gap) = (1000, 2, false); power > 0; power /= 10, place--)
        {
            var digit = (int)(number / power % 10);
            if (digit == 0)
            {
                gap = words.Length > 0;
                continue;
            }
            var one = power == 10 && digit == 1 && words.Length == 0 && !style.SaysOneTen;
            words += (gap ? style.Digits[..1] : "") + (one ? "" : style.Digits[digit]) + (place >= 0 ? style.Powers[place] : "");
            gap = false;
        }
        return words;
    }

    private static string? Mixed(long number, Func<long, string> write)
    {
        if (number < Wan)
            return write(number);
        var (yi, wan, ones) = (number / Yi, number % Yi / Wan, number % Wan);
        var words = yi > 0 ? write(yi) + "亿" : "";
        if (wan > 0)
            words += (yi > 0 && wan < 1000 ? "零" : "") + write(wan) + "万";
        return ones > 0 ? words + (ones < 1000 || wan == 0 ? "零" : "") + write(ones) : words;
    }

    // 3千2百零5
    private static string Powers(long number)
    {
        var words = "";
        for (var (power, gap) = (1000L, false); power > 0; power /= 10)
        {
            var digit = number / power % 10;
            if (number >= Wan)
                return Plain(number);
            if (digit > 0)
                words += (gap ? "零" : "") + digit + power switch { 1000 => "千", 100 => "百", 10 => "十", _ => "" };
            gap = digit == 0 && words.Length > 0;
        }
        return words;
    }

    private static string? Decimal(long number, long unit, string name) =>
        number < unit / 100 || number % (unit / 10_000) > 0 ? null
            : ((decimal)number / unit).ToString("0.####", CultureInfo.InvariantCulture) + name;

    private static string Spoken(string[] parts) =>
        (parts[0] == "0" ? "零" : Write(long.Parse(parts[0], CultureInfo.InvariantCulture), Words))
        + (parts.Length == 1 ? "" : "点" + string.Concat(parts[1].Select(digit => Words.Digits[digit - '0'])));

    // 三万五, 三千二, 五百六
    private static string? Short(long number)
    {
        foreach (var (unit, name) in new[] { (Yi, "亿"), (Wan, "万"), (1000, "千"), (100, "百") })
            if (number > unit && number < 10 * unit && number % unit % (unit / 10) == 0 && number % unit > 0)
                return Words.Digits[(int)(number / unit)] + name + Words.Digits[(int)(number % unit / (unit / 10))];
        return null;
    }

    private static string? Half(long number)
    {
        foreach (var (unit, name) in new[] { (Yi, "亿"), (Wan, "万") })
            if (number % unit == unit / 2 && number < 10 * unit)
                return number < unit ? "半个" + name : Words.Digits[(int)(number / unit)] + name + "半";
        return null;
    }

    private sealed record Style(string Digits, string Powers, string Scales)
    {
        public bool SaysOneTen { get; init; }
    }
}
