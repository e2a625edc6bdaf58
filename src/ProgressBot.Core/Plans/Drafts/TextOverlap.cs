namespace ProgressBot.Core.Plans.Drafts;

/// <summary>How much of one Chinese text returns in another, by pairs of neighbouring characters; rare pairs weigh more.</summary>
internal sealed class TextOverlap
{
    readonly Dictionary<(char, char), int> _frequency = [];
    readonly int _texts;

    /// <param name="texts">The texts among which a pair is common or rare.</param>
    public TextOverlap(IReadOnlyCollection<string> texts)
    {
        _texts = texts.Count;
        foreach (var pair in texts.SelectMany(Pairs))
            _frequency[pair] = _frequency.GetValueOrDefault(pair) + 1;
    }

    /// <summary>The weighted share of <paramref name="part"/>'s pairs that <paramref name="whole"/> has; 0 to 1.</summary>
    public double Share(string part, string whole)
    {
        var pairs = Pairs(part);
        var total = pairs.Sum(Weight);
        var other = Pairs(whole);
        return total == 0 ? 0 : pairs.Where(other.Contains).Sum(Weight) / total;
    }

    // a pair that none of the texts has tells nothing about which of them is meant
    double Weight((char, char) pair) =>
        _frequency.TryGetValue(pair, out var frequency) ? Math.Log(1 + ((double)_texts / frequency)) : 0;

    static HashSet<(char, char)> Pairs(string text)
    {
        var letters = text.Where(character => character is >= '\u4E00' and <= '\u9FFF').ToList();
        return [.. letters.Zip(letters.Skip(1))];
    }
}
