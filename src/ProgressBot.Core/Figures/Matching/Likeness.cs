using System.Collections.Concurrent;
using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>How strongly words name an indicator.</summary>
internal enum Strength
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>They share something with its name: enough to ask, not to decide.</summary>
    Weak,

    /// <summary>A piece of its name and nothing else: 资金 for 到位资金. Decides when no other indicator has it.</summary>
    Piece,

    /// <summary>A synonym of its name.</summary>
    Synonym,

    /// <summary>Its name or an alias.</summary>
    Name,
}

/// <summary>Knows one indicator by its name, its aliases and their synonyms.</summary>
internal sealed class Likeness
{
    // a stretch of a long name that names it by itself: 公益林指 of 生态公益林指标调整
    private const int Telling = 4;

    private static readonly IReadOnlyDictionary<string, string[]> Synonyms = WordFile.Read("synonyms");

    // so many characters of meaning may stand between a name and its figure: behind a long name, behind a short one
    private const int MostPassing = 6;
    private const int LeastPassing = 2;

    private const int MostKnown = 10_000;

    private static readonly ConcurrentDictionary<string, Likeness> Known = [];

    private readonly string[] _names;
    private readonly (string Word, Strength Strength)[] _words;
    private readonly HashSet<string> _pairs;
    private readonly HashSet<string> _heads;

    /// <summary>Made once for all indicators of the same names.</summary>
    public static Likeness Of(SoughtIndicator indicator)
    {
        var names = indicator.Aliases.Count == 0 ? indicator.Name : string.Join('\0', indicator.Aliases.Append(indicator.Name));
        if (Known.TryGetValue(names, out var known)) return known;
        if (Known.Count >= MostKnown) Known.Clear();
        return Known.GetOrAdd(names, static names => new Likeness(names.Split('\0')));
    }

    private Likeness(IEnumerable<string> names)
    {
        _names = [.. names.Select(name => ReplyText.Plain(name)).Where(name => name.Length > 0)];
        string[] synonyms = [.. Synonyms.Values.Where(group => group.Any(word => _names.Any(name => name.Contains(word, StringComparison.Ordinal)))).SelectMany(group => group)
            .Concat(_names.SelectMany(Stretches)).Distinct().Except(_names)];
        _words = [.. _names.Select(name => (name, Strength.Name)), .. synonyms.Select(word => (word, Strength.Synonym))];
        _pairs = [.. _names.SelectMany(Pairs).Where(pair => !ReplyWords.Weak.Contains(pair))];
        _heads = [.. _names.Concat(synonyms).Where(name => name.Length >= 4).Select(name => name[^2..])];
    }

    /// <summary>How the words before a figure name the indicator, and how far from the figure they do.</summary>
    public (Strength Strength, int Length) Before(string words)
    {
        var best = (Strength: Strength.None, Length: 0);
        foreach (var (name, strength) in _words)
            if (words.LastIndexOf(name, StringComparison.Ordinal) is >= 0 and var place)
                best = Better(best, (About(words.AsSpan(place + name.Length), name, strength), name.Length));
        return Strengthen(best, words);
    }

    // what stands between the name and the figure: nothing of meaning, a few more words, or something that leads away
    private Strength About(ReadOnlySpan<char> tail, string name, Strength strength)
    {
        if (IsAbout(tail))
            return strength;
        var most = name.Length >= Telling ? MostPassing : LeastPassing;
        return ReplyWords.Content(tail) <= most && !ReplyWords.SaysSubset(tail)
            && !ReplyWords.IsDiverted(tail) ? Strength.Synonym : Strength.Weak;
    }

    /// <summary>How words that only sound like its name do: 到为资金.</summary>
    public (Strength Strength, int Length) Heard(string words)
    {
        var best = (Strength: Strength.None, Length: 0);
        foreach (var (name, _) in _words)
            if (Sounds.LastIndexOf(words, name) is >= 0 and var place)
                best = Better(best, (IsAbout(words.AsSpan(place + name.Length)) ? Strength.Synonym : Strength.Weak, name.Length));
        return best;
    }

    /// <summary>How the words behind a figure name it: 4个新签项目.</summary>
    public (Strength Strength, int Length) After(string words)
    {
        var best = (Strength: Strength.None, Length: 0);
        foreach (var (name, strength) in _words)
            if (words.IndexOf(name, StringComparison.Ordinal) is >= 0 and var place)
                best = Better(best, (ReplyWords.Content(words.AsSpan(0, place)) == 0 ? strength : Strength.Weak, name.Length));
        return Strengthen(best, words);
    }

    /// <summary>True when the words name it by name or synonym anywhere.</summary>
    public bool IsNamedIn(string words) => Array.Exists(_words, name => words.Contains(name.Word, StringComparison.Ordinal));

    /// <summary>Where words name it last; -1 when they do not.</summary>
    public int LastPlace(ReadOnlySpan<char> words)
    {
        var last = -1;
        foreach (var (name, _) in _words)
            last = Math.Max(last, words.LastIndexOf(name, StringComparison.Ordinal));
        return last;
    }

    private (Strength Strength, int Length) Strengthen((Strength Strength, int Length) best, string words)
    {
        if (best.Strength > Strength.Weak)
            return best;
        var content = ReplyWords.Meaning(words);
        if (content.Length >= 2 && IsMadeOfName(content))
            return (ReplyWords.IsVague(content) ? Strength.Weak : Strength.Piece, content.Length);
        return best.Strength == Strength.None && Shares(content) ? (Strength.Weak, 1) : best;
    }

    private bool IsMadeOfName(string content)
    {
        foreach (var name in _names)
            if (IsMadeOf(content, name))
                return true;
        return false;
    }

    // 山海协作项目 of 新签山海协作特色产业合作项目: stretches of two characters or more, each of them in the name
    private static bool IsMadeOf(ReadOnlySpan<char> content, ReadOnlySpan<char> name)
    {
        for (var at = 0; at < content.Length;)
        {
            var length = content.Length - at;
            while (length >= 2 && !name.Contains(content.Slice(at, length), StringComparison.Ordinal))
                length--;
            if (length < 2)
                return false;
            at += length;
        }
        return true;
    }

    private static (Strength Strength, int Length) Better((Strength Strength, int Length) one, (Strength Strength, int Length) other) =>
        other.CompareTo(one) > 0 ? other : one;

    // nothing of meaning follows the name, or what follows ends in the noun of the name: 新签(数字经济)项目, but not 新签(亿元以上)项目
    private bool IsAbout(ReadOnlySpan<char> tail) =>
        ReplyWords.Meaning(tail) is var meaning && (ReplyWords.IsDone(meaning) || (!ReplyWords.SaysSubset(tail) && EndsInHead(meaning)));

    private bool EndsInHead(string words)
    {
        foreach (var head in _heads)
            if (words.EndsWith(head, StringComparison.Ordinal))
                return true;
        return false;
    }

    private bool Shares(string words)
    {
        foreach (var pair in _pairs)
            if (words.Contains(pair, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static IEnumerable<string> Stretches(string name) =>
        Enumerable.Range(0, Math.Max(0, name.Length - Telling + 1)).Select(at => name.Substring(at, Telling))
            .Where(stretch => !ReplyWords.Weak.Contains(stretch[..2]) || !ReplyWords.Weak.Contains(stretch[2..]));

    private static IEnumerable<string> Pairs(string name) => Enumerable.Range(0, Math.Max(0, name.Length - 1)).Select(at => name.Substring(at, 2));
}
