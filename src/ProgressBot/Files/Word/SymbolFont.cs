using System.Text;

namespace ProgressBot.Files.Word;

/// <summary>Fonts whose letters are pictures: what their signs are in Unicode.</summary>
internal static class SymbolFont
{
    // by the low byte of the code; programs write the sign at F0xx or at 00xx
    static readonly Dictionary<string, Dictionary<int, string>> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Wingdings"] = Table(
            "4A☺ 6C● 6D○ 6E■ 6F□ 71❑ 72❒ 74⬧ 75◆ 76❖ 77⬥ 9F• A1○ A4◉ A7▪ A8□ AA✦ AB★ AC✶ AD✴ AE✹ AF✵ B6☆ D8➢ DF← E0→ E1↑ E2↓ E8➔ EF⇦ F0⇨"
                + " FB✗ FC✓ FD☒ FE☑",
            (0x81, '①', 10), (0x8C, '❶', 10)),
        ["Wingdings 2"] = Table("4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 97● 98● A2■ A3□ AE◆ DD✶ E2✶ E9★ EA✶ F2☆", (0x6A, '①', 10), (0x75, '❶', 10)),
        ["Wingdings 3"] = Table("21→ 22← 23↑ 24↓ 70▲ 71▼ 72△ 73▽ 74◀ 75▶ 7D▶"),
        ["Webdings"] = Table("35▶ 36▼ 61✓ 63□ 67■ 6E● 72✗"),
        ["Symbol"] = Table(
            "2A* 2B+ 2D− 3C< 3D= 3E> 40≅ 41Α 42Β 44Δ 53Σ 57Ω 61α 62β 67γ 6Dμ 70π A3≤ A5∞ AE→ AC← AD↑ AF↓ B0° B1± B2″ B3≥ B4× B7• B8÷ B9≠"
                + " BA≡ BB≈ BC… C5⊕ C7∩ C8∪ D6√ D7⋅ E5∑",
            (0x30, '0', 10)),
    };

    public static bool Knows(string? font) => font is not null && Signs.ContainsKey(font);

    /// <summary>The sign in Unicode; null when it is none that is known.</summary>
    /// <param name="font">The font's name.</param>
    /// <param name="code">The code as written: AB, F0AB.</param>
    public static string? Sign(string? font, int code) =>
        font is null || !Signs.TryGetValue(font, out var signs) ? Plain(code) : signs.GetValueOrDefault(code & 0xFF);

    /// <summary>A text set in such a font, sign by sign; what is not known is left out.</summary>
    public static string Read(string font, string text, out bool isWhole)
    {
        var read = new StringBuilder();
        isWhole = true;
        foreach (var letter in text)
            if (letter is ' ' or > '\u00FF' and not (>= '\uF000' and <= '\uF0FF'))
                read.Append(letter);
            else if (Sign(font, letter) is { } sign)
                read.Append(sign);
            else
                isWhole = false;
        return read.ToString();
    }

    // in an ordinary font the code is a letter, unless it lies in the area for private use
    static string? Plain(int code) => code is > 0x20 and < 0xE000 and not (>= 0xD800 and <= 0xDFFF) ? ((char)code).ToString() : null;

    static Dictionary<int, string> Table(string pairs, params (int From, char First, int Count)[] runs)
    {
        var table = pairs.Split(' ').ToDictionary(pair => Convert.ToInt32(pair[..2], 16), pair => pair[2..]);
        foreach (var (from, first, count) in runs)
            for (var index = 0; index < count; index++)
                table[from + index] = ((char)(first + index)).ToString();
        return table;
    }
}
