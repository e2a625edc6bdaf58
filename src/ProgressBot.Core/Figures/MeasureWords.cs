using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures;

/// <summary>The units of measure the reader knows. A plan adds its own with <see cref="With"/>.</summary>
public sealed class MeasureWords
{
    private const string EqualClass = "Equal";

    private const int MostPlans = 20;

    // what these and a plan's own make, by the plan's lines: putting it together takes longer than a turn
    private readonly ConcurrentDictionary<string, MeasureWords> _plans = [];
    private readonly FrozenDictionary<string, MeasureWord> _byName;
    private readonly FrozenDictionary<(string From, string To), decimal> _ratios;

    private MeasureWords(IEnumerable<MeasureWord> words, FrozenDictionary<(string From, string To), decimal> ratios)
    {
        _byName = words.GroupBy(word => word.Name).ToFrozenDictionary(same => same.Key, same => same.Last());
        _ratios = ratios;
        Tree = new WordTree<MeasureWord>(_byName);
    }

    /// <summary>What every plan has: the embedded list.</summary>
    public static MeasureWords Default { get; } = Load();

    internal WordTree<MeasureWord> Tree { get; }

    /// <summary>These and a plan's own.</summary>
    /// <param name="lines">
    /// One unit each: <c>筐</c> is a counter of its own, <c>标准箱=箱</c> another name for a known unit, <c>打=12件</c> a multiple.
    /// </param>
    /// <exception cref="FormatException">A line is none of the three; the message quotes it.</exception>
    public MeasureWords With(IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0)
            return this;
        var key = string.Join('\0', lines);
        if (_plans.TryGetValue(key, out var known))
            return known;
        if (_plans.Count >= MostPlans)
            _plans.Clear();
        return _plans[key] = Extended(lines);
    }

    private MeasureWords Extended(IReadOnlyCollection<string> lines)
    {
        var words = _byName.Values.ToList();
        words.AddRange(lines.Select(line => Parse(line) ?? throw new FormatException($"Not a unit of measure: {line}")));
        return new MeasureWords(words, _ratios);
    }

    /// <summary>The unit of this name, without multiplier; null when unknown.</summary>
    public MeasureWord? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>How many <paramref name="to"/> one <paramref name="from"/> is (base units): 公顷 to 亩 is 15; null when not comparable.</summary>
    public decimal? Ratio(string from, string to)
    {
        if (from == to)
            return 1;
        return _ratios.TryGetValue((from, to), out var ratio) ? ratio : null;
    }

    /// <summary>What a line defines; null when it is none of the three forms of <see cref="With"/>.</summary>
    internal MeasureWord? Parse(string line) => Parse(line, MeasureKind.Count, Find);

    private static MeasureWords Load()
    {
        var classes = WordFile.Read("measures");
        var known = new Dictionary<string, MeasureWord>();
        foreach (var (kind, words) in classes.Where(entry => entry.Key != EqualClass))
            foreach (var line in words)
            {
                var word = Parse(line, Enum.Parse<MeasureKind>(kind), known.GetValueOrDefault)!;
                known[word.Name] = word;
            }
        return new MeasureWords(known.Values, Connected(classes[EqualClass].Select(Equality)).ToFrozenDictionary());
    }

    private static MeasureWord? Parse(string line, MeasureKind kind, Func<string, MeasureWord?> known)
    {
        var sides = line.Split('=', StringSplitOptions.TrimEntries);
        if (sides.Length > 2 || sides.Any(side => side.Length == 0))
            return null;
        if (sides.Length == 1)
            return new MeasureWord(line.Trim(), line.Trim(), 1, kind);
        if (Multiple(sides[1]) is not { Name.Length: > 0 } multiple)
            return null;
        var (factor, name) = multiple;
        var other = known(name) ?? new MeasureWord(name, name, 1, kind);
        return new MeasureWord(sides[0], other.Base, factor * other.Factor, other.Kind);
    }

    // whatever follows from the list: 平方米 to 亩 by way of 平方公里; what is listed keeps its own number
    private static Dictionary<(string From, string To),
        decimal> Connected(IEnumerable<KeyValuePair<(string From, string To), decimal>> equalities)
    {
        var known = equalities.ToDictionary();
        foreach (var ((from, to), ratio) in known.ToList())
            known.TryAdd((to, from), 1 / ratio);
        string[] units = [.. known.Keys.Select(pair => pair.From).Distinct()];
        foreach (var middle in units)
            foreach (var from in units)
                foreach (var to in units)
                    if (from != to && known.TryGetValue((from, middle), out var one) && known.TryGetValue((middle, to), out var other))
                        known.TryAdd((from, to), one * other);
        return known;
    }

    // "1公顷=15亩"
    private static KeyValuePair<(string From, string To), decimal> Equality(string line)
    {
        var sides = line.Split('=');
        var (one, from) = Multiple(sides[0])!.Value;
        var (many, to) = Multiple(sides[1])!.Value;
        return new((from, to), many / one);
    }

    private static (decimal Factor, string Name)? Multiple(string text)
    {
        var digits = text.Length - text.AsSpan().TrimStart("0123456789.").Length;
        if (digits == 0)
            return (1, text);
        return decimal.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) ? (factor, text[digits..].Trim()) : null;
    }
}
