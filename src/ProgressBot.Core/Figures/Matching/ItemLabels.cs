using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>Item numbers that reporters repeat from the reminder: "2：4个", "第2项 4个", "②4个", "2、4个".</summary>
internal static class ItemLabels
{
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private const string Opening = "，,。；;！!？?\n\r \t（(、";

    /// <summary>The last item number in the words between two figures; null when there is none.</summary>
    /// <param name="words">The words.</param>
    /// <param name="opens">True when they begin the message.</param>
    public static int? Last(ReadOnlySpan<char> words, bool opens)
    {
        int? label = null;
        for (var at = 0; at < words.Length; at++)
            label = At(words, at, opens) ?? label;
        return label;
    }

    private static int? At(ReadOnlySpan<char> words, int at, bool opens)
    {
        if (Circled.IndexOf(words[at], StringComparison.Ordinal) is >= 0 and var circled)
            return circled + 1;
        var ordinal = words[at] == '第';
        var begins = at == 0 ? opens : Opening.Contains(words[at - 1], StringComparison.Ordinal);
        if (!ordinal && !begins)
            return null;
        var start = ordinal ? at + 1 : at;
        var end = start;
        while (end < words.Length && end < start + 2 && (char.IsAsciiDigit(words[end]) || (ordinal && Numeral.Begins(words[end]))))
            end++;
        if (end == start || !Closes(words, end, ordinal))
            return null;
        return (int?)NumeralGrammar.Read(new Glyphs(words[start..end].ToString()), 0)?.Low;
    }

    private static bool Closes(ReadOnlySpan<char> words, int end, bool ordinal)
    {
        if (ordinal)
            return end < words.Length && words[end] is '项' or '条';
        return end < words.Length && words[end] is ':' or '：' or '、' or '.' or '．' or ')' or '）' or ' ';
    }
}
