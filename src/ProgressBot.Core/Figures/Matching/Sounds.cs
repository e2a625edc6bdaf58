using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>Compares words by how they sound: input by sound or by voice picks the wrong characters (到为资金 for 到位资金).</summary>
internal static class Sounds
{
    // what many speakers do not tell apart
    private static readonly (string From, string To)[] Alike = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"),
        ("ing", "in")];

    private static readonly ushort[] Exact = Table(static sound => sound);
    private static readonly ushort[] Loose = Table(Folded);

    /// <summary>Place of the last stretch that sounds like a word and is not it; -1 when there is none.</summary>
    /// <param name="words">What was written.</param>
    /// <param name="word">The word; one of two letters has to sound quite the same, a longer one nearly.</param>
    public static int LastIndexOf(ReadOnlySpan<char> words, string word)
    {
        var sounds = word.Length > 2 ? Loose : Exact;
        for (var at = words.Length - word.Length; word.Length >= 2 && at >= 0; at--)
            if (SoundsAlike(words.Slice(at, word.Length), word, sounds))
                return at;
        return -1;
    }

    private static bool SoundsAlike(ReadOnlySpan<char> words, string word, ushort[] sounds)
    {
        for (var at = 0; at < word.Length; at++)
            if (words[at] != word[at] && (sounds[word[at]] == 0 || sounds[words[at]] != sounds[word[at]]))
                return false;
        return true;
    }

    private static string Folded(string sound)
    {
        foreach (var (from, to) in Alike)
            sound = sound.StartsWith(from, StringComparison.Ordinal)
                || sound.EndsWith(from, StringComparison.Ordinal) ? sound.Replace(from, to, StringComparison.Ordinal) : sound;
        return sound[0] == 'n' && sound.Length > 1 ? "l" + sound[1..] : sound;
    }

    // the number of its sound for every character; 0 for one that is not known
    private static ushort[] Table(Func<string, string> fold)
    {
        var (table, numbers) = (new ushort[char.MaxValue + 1], new Dictionary<string, ushort>());
        foreach (var group in WordFile.Read("sounds")["Sounds"])
        {
            var colon = group.IndexOf(':', StringComparison.Ordinal);
            var sound = fold(group[..colon]);
            if (!numbers.TryGetValue(sound, out var number))
                numbers[sound] = number = (ushort)(numbers.Count + 1);
            foreach (var letter in group[(colon + 1)..])
                table[letter] = number;
        }
        return table;
    }
}
