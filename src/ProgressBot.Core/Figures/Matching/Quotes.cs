namespace ProgressBot.Core.Figures.Matching;

/// <summary>
/// What a message repeats of an earlier one: lines behind &gt;, what chats put between 「 and 」 with a rule of dashes below, and all below
/// 原始邮件.
/// </summary>
internal static class Quotes
{
    private const string OriginalMail = "原始邮件";

    /// <summary>
    /// The same text with every quoted character turned into a blank, so that offsets stay; the text itself when it quotes nothing.
    /// </summary>
    public static string Blanked(string text)
    {
        if (text.AsSpan().IndexOfAny('>', '＞', '「') < 0 && !text.Contains(OriginalMail, StringComparison.Ordinal))
            return text;
        var letters = text.ToCharArray();
        for (var start = 0; start < text.Length;)
        {
            var end = LineEnd(text, start);
            var quoted = text.AsSpan(start, end - start).TrimStart() is ['>' or '＞', ..] ? end : Citation(text, start);
            if (text.AsSpan(start, end - start).Contains(OriginalMail, StringComparison.Ordinal))
                quoted = text.Length;
            for (var at = start; at < quoted; at++)
                letters[at] = letters[at] is '\n' or '\r' ? letters[at] : ' ';
            start = Math.Max(end, quoted) + 1;
        }
        return new string(letters);
    }

    // 「王敏：到位资金5.1亿」 and, below it, - - - -; the place of the line where the own words begin
    private static int Citation(string text, int start)
    {
        var close = text[start] == '「' ? text.IndexOf('」', start) : -1;
        if (close < 0)
            return start;
        var rule = LineEnd(text, close) + 1;
        return rule < text.Length && text.AsSpan(rule, LineEnd(text, rule) - rule).Trim() is ['-' or '—' or '－', _, ..] line
            && line.IndexOfAnyExcept("-—－ ") < 0
            ? LineEnd(text, rule)
            : start;
    }

    private static int LineEnd(string text, int start) =>
        text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var length ? start + length : text.Length;
}
