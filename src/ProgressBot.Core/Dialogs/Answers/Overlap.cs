namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>How much of a title a text repeats.</summary>
internal static class Overlap
{
    /// <summary>The number of different pairs of neighbouring letters that the text shares with the title.</summary>
    public static int Of(ReadOnlySpan<char> text, ReadOnlySpan<char> title)
    {
        var count = 0;
        for (var index = 0; index + 1 < text.Length; index++)
        {
            var pair = text.Slice(index, 2);
            if (char.IsLetter(pair[0]) && char.IsLetter(pair[1]) && title.Contains(pair, StringComparison.OrdinalIgnoreCase) && text[..(index + 1)].IndexOf(pair) < 0) count++;
        }
        return count;
    }
}
