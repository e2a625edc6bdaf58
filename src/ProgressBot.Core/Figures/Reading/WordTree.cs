namespace ProgressBot.Core.Figures.Reading;

/// <summary>Words with a value each, found at a place in a text in time that depends on the longest word only.</summary>
internal sealed class WordTree<T>(IReadOnlyDictionary<string, T> words)
{
    private readonly WordGraph<T> _graph = new(words);

    /// <param name="classes">Words with the value they share; of a word that stands in several the last value counts.</param>
    public WordTree(params ReadOnlySpan<(IEnumerable<string> Words, T Value)> classes) : this(WordFile.Merge(classes))
    {
    }

    /// <summary>Length of the longest word that starts at a place; 0 when there is none.</summary>
    public int LongestAt(ReadOnlySpan<char> text, int at, out T? value)
    {
        (var found, value) = (0, default(T));
        if ((uint)at >= (uint)text.Length)
            return 0;
        var place = _graph.First(text[at]);
        for (var next = at + 1; place != WordGraph<T>.Nowhere; next++)
        {
            if (_graph.IsWord(place, ref value))
                found = next - at;
            place = next < text.Length ? _graph.Next(place, text[next]) : WordGraph<T>.Nowhere;
        }
        return found;
    }

    /// <inheritdoc cref="LongestAt(ReadOnlySpan{char}, int, out T)"/>
    public int LongestAt(ReadOnlySpan<char> text, int at) => LongestAt(text, at, out _);
}
