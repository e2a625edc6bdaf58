namespace ProgressBot.Core.Figures.Reading;

/// <summary>Writes characters in the one form that the grammar knows: half-width, simplified, without what nobody sees.</summary>
internal static class Script
{
    private static readonly char[] Forms = Table();

    /// <summary>The form of a character: ASCII for full width, simplified for traditional; itself when there is no other.</summary>
    public static char Plain(char letter) => Forms[letter];

    /// <summary>Zero-width characters and marks of direction, which come along when text is copied.</summary>
    public static bool IsUnseen(char letter) =>
        letter is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFE0F' or '\uFEFF';

    /// <summary>Simplified characters for traditional ones, at the same offsets; the same text when there are none.</summary>
    public static string Simplified(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (IsTraditional(text[at]))
                return string.Create(text.Length, text, static (letters, text) =>
                {
                    for (var at = 0; at < text.Length; at++)
                        letters[at] = IsTraditional(text[at]) ? Forms[text[at]] : text[at];
                });
        return text;
    }

    private static bool IsTraditional(char letter) => letter is >= '\u4E00' and <= '\u9FFF' && Forms[letter] != letter;

    private static char[] Table()
    {
        var forms = new char[char.MaxValue + 1];
        for (var letter = 0; letter < forms.Length; letter++)
            forms[letter] = Mark((char)letter);
        foreach (var pair in WordFile.Read("traditional")["Pairs"])
            forms[pair[0]] = pair[1];
        return forms;
    }

    // U+FF01..U+FF5E are the ASCII signs, FEE0 apart
    private static char Mark(char letter) => letter switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        '–' or '—' or '―' or '−' or '‐' or '‑' or '─' or '﹣' => '-',
        '〜' or '∼' => '~',
        '﹪' => '%',
        '￥' => '¥',
        '∶' => ':',
        '’' or '‘' or 'ʼ' => '\'',
        _ => letter,
    };
}
