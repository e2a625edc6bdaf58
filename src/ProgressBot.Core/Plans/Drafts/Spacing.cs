using System.Text;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Chinese is written without spaces; those beside a Chinese character come from typesetting (任 务 名 称, 2022 年).</summary>
internal static class Spacing
{
    /// <summary>The text without spaces that touch a Chinese character or punctuation; the rest collapse to one. Linear.</summary>
    public static string Tighten(string text)
    {
        var tight = new StringBuilder(text.Length);
        foreach (var (index, character) in text.Index())
        {
            if (!char.IsWhiteSpace(character))
                tight.Append(character);
            else if (NeedsSpace(text, index, tight))
                tight.Append(' ');
        }

        return tight.ToString();
    }

    /// <summary>The text without any white space.</summary>
    public static string Remove(string text) =>
        text.Any(char.IsWhiteSpace) ? string.Concat(text.Where(character => !char.IsWhiteSpace(character))) : text;

    static bool NeedsSpace(string text, int index, StringBuilder before) =>
        before.Length > 0 && IsLatin(before[^1]) && index + 1 < text.Length && IsLatin(text[index + 1]);

    static bool IsLatin(char character) => character is > ' ' and < '\u2E80';
}
