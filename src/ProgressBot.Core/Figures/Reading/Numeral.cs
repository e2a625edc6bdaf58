namespace ProgressBot.Core.Figures.Reading;

/// <summary>What one character means in a number.</summary>
internal static class Numeral
{
    private const int Powerless = 0;

    private static readonly sbyte[] Digits = Table(sbyte.MinValue, "0零〇○ 1一壹弌 2二两贰貳弍俩 3三叁參叄弎仨 4四肆 5五伍 6六陆陸 7七柒 8八捌 9九玖");

    // powers of ten; 廿, 卅 and 卌 stand outside them
    private static readonly sbyte[] Powers = Table(0, "1十拾 2百佰 3千仟 4万萬 5廿 6卅 7卌 8亿億");

    public static bool IsArabic(char letter) => char.IsAsciiDigit(letter);

    /// <summary>0 to 9 for a Chinese digit, plain or capital; negative for anything else, ASCII digits included.</summary>
    public static int Digit(char letter) => Digits[letter];

    /// <summary>10, 100 or 1000 for 十 百 千 and their capitals; 0 for anything else.</summary>
    public static int Power(char letter) => Powers[letter] switch { 1 => 10, 2 => 100, 3 => 1000, _ => Powerless };

    /// <summary>10⁴ or 10⁸ for 万 and 亿; 0 for anything else.</summary>
    public static long Scale(char letter) => Powers[letter] switch { 4 => 10_000, 8 => 100_000_000, _ => Powerless };

    /// <summary>20 for 廿, 30 for 卅, 40 for 卌; 0 for anything else.</summary>
    public static int Tens(char letter) => Powers[letter] switch { 5 => 20, 6 => 30, 7 => 40, _ => Powerless };

    /// <summary>True for whatever a number may begin with.</summary>
    public static bool Begins(char letter) => IsArabic(letter) || Digits[letter] >= 0 || Powers[letter] > 0 || letter == '半';

    /// <summary>俩 and 仨 are a number and 个 in one character.</summary>
    public static bool IsFused(char letter) => letter is '俩' or '仨';

    /// <summary>余 多 来 几 say "and some more" inside a number.</summary>
    public static bool IsVague(char letter) => letter is '余' or '多' or '来' or '几';

    // each word of the rows is a value and the characters that have it
    private static sbyte[] Table(sbyte otherwise, string rows)
    {
        var table = new sbyte[char.MaxValue + 1];
        Array.Fill(table, otherwise);
        foreach (var row in rows.Split(' '))
            foreach (var letter in row[1..])
                table[letter] = (sbyte)(row[0] - '0');
        return table;
    }
}
