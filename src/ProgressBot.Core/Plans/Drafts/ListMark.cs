using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>The number before a point of a list or a heading.</summary>
/// <param name="Number">As printed, without its punctuation: 3, 三.</param>
/// <param name="Level">1 for 一、, 2 for （一）, 3 for 1., 4 for （1） and ①.</param>
/// <param name="Length">UTF-16 length of the mark in the text, white space before the words included.</param>
internal readonly partial record struct ListMark(string Number, int Level, int Length)
{
    /// <summary>The mark at the beginning of a line, or null. 1 个 is a figure and 2022.7 a date, not marks.</summary>
    public static ListMark? At(string line)
    {
        var match = Mark().Match(line);
        if (!match.Success)
            return null;
        var level = Enumerable.Range(1, 4).First(number => match.Groups["l" + number].Success);
        return new ListMark(match.Groups["l" + level].Value, level, match.Length);
    }

    public static bool IsChapter(string line) => At(line) is { Level: <= 2 };

    public static string Strip(string line) => At(line) is { } mark ? line[mark.Length..] : line;

    [GeneratedRegex("^\\s*(?:第?(?<l1>[一二三四五六七八九十]{1,3})(?:、|[章节]\\s|[.．])|[（(](?<l2>[一二三四五六七八九十]{1,3})[）)]、?|(?<l3>\\d{1,3})(?:[.．](?!\\d)|、|[)）])|[（(](?<l4>\\d{1,3})[）)]|(?<l4>[①-⑳]))\\s*")]
    private static partial Regex Mark();
}
