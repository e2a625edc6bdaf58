namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>What somebody wrote, as one line of a summary has room for it: whole sentences, or whole clauses of a long one.</summary>
static class Quote
{
    /// <summary>Characters of a line.</summary>
    const int Most = 60;

    static readonly char[] Sentences = ['。', '！', '？', '；', ';', '!', '?', '\n'];
    static readonly char[] Clauses = ['，', ',', '、', '：', ':', ' '];

    /// <summary>The text itself where it is short. What is left out is shown by …; a word is cut only where a clause alone is longer than a line.</summary>
    public static string Of(string text)
    {
        var whole = text.Trim().TrimEnd('。');
        if (whole.Length <= Most) return whole.ReplaceLineEndings("；");
        var end = whole.LastIndexOfAny(Sentences, Most);
        if (end <= 0) end = whole.LastIndexOfAny(Clauses, Most);
        if (end <= 0) end = char.IsLowSurrogate(whole[Most]) ? Most - 1 : Most;
        return whole[..end].ReplaceLineEndings("；") + "…";
    }
}
