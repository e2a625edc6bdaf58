namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>Pairs of neighbouring letters: by them a text is found to speak of a title without repeating it whole.</summary>
static class Pairs
{
    // they join words and are part of none that tells
    const string Joints = "的了和与及或并把被将按于在为对等年月日个各每以其中向至到从经由且而但都均已未没也又再就是有无上下";

    /// <summary>The pair at a place; 0 where no telling one stands.</summary>
    public static uint At(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || !char.IsLetter(text[at]) || !char.IsLetter(text[at + 1])) return 0;
        return Joints.Contains(text[at], StringComparison.Ordinal) || Joints.Contains(text[at + 1], StringComparison.Ordinal) ? 0 : Key(text[at], text[at + 1]);
    }

    static uint Key(char first, char second) => ((uint)char.ToLowerInvariant(first) << 16) | char.ToLowerInvariant(second);

    public static string Text(uint pair) => new([(char)(pair >> 16), (char)pair]);

    /// <summary>The different pairs of a text.</summary>
    public static HashSet<uint> Of(ReadOnlySpan<char> text)
    {
        var pairs = new HashSet<uint>();
        for (var at = 0; at + 1 < text.Length; at++)
            if (At(text, at) is > 0 and var pair) pairs.Add(pair);
        return pairs;
    }
}
