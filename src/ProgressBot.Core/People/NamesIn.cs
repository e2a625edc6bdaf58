using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.People;

/// <summary>Words of a short message that may be somebody's name: 转交 王五, 外出 10月1日至8日 由李强代, 转交 3 给李四.</summary>
public static class NamesIn
{
    const int LongestMessage = 80;
    const int LongestName = 20;

    /// <summary>Candidates without the small words around them; empty for a message of one word or a long one.</summary>
    public static IReadOnlyList<string> Text(string text)
    {
        if (text.Length > LongestMessage) return [];
        var words = HalfWidth.Of(text).Split([' ', ',', '，', '、', '。', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? [] : [.. words.Skip(1).Select(Bare).Where(word => word.Length is >= 2 and <= LongestName).Distinct()];
    }

    /// <summary>由李强代 → 李强.</summary>
    public static string Bare(string word)
    {
        var name = word.Trim();
        foreach (var before in (string[])["转给", "由", "给", "请"]) name = name.Length > before.Length + 1 && name.StartsWith(before, StringComparison.Ordinal) ? name[before.Length..] : name;
        foreach (var after in (string[])["代理", "代报", "代"]) name = name.Length > after.Length + 1 && name.EndsWith(after, StringComparison.Ordinal) ? name[..^after.Length] : name;
        return name;
    }
}
