namespace ProgressBot.Core.Figures.Reading;

/// <summary>Words with a value each, found by where they end: what stands directly before a place.</summary>
/// <param name="classes">Words with the value they share; of a word that stands in several the last value counts.</param>
internal sealed class EndingTree<T>(params ReadOnlySpan<(IEnumerable<string> Words, T Value)> classes)
{
    private readonly WordGraph<T> _graph = new(WordFile.Merge(classes).Select(word => KeyValuePair.Create(Reversed(word.Key), word.Value)));

    /// <summary>Length of the longest word that ends before a place; 0 when there is none.</summary>
    public int LongestBefore(ReadOnlySpan<char> text, int end, out T? value)
    {
        (var found, value) = (0, default(T));
        var place = end > 0 ? _graph.First(text[end - 1]) : WordGraph<T>.Nowhere;
        for (var next = end - 1; place != WordGraph<T>.Nowhere; next--)
        {
            if (_graph.IsWord(place, ref value))
                found = end - next;
            place = next > 0 ? _graph.Next(place, text[next - 1]) : WordGraph<T>.Nowhere;
        }
        return found;
    }

    /// <inheritdoc cref="LongestBefore(ReadOnlySpan{char}, int, out T)"/>
    public int LongestBefore(ReadOnlySpan<char> text, int end) => LongestBefore(text, end, out _);

    private static string Reversed(string word) => string.Create(word.Length, word, static (letters, word) =>
    {
        word.CopyTo(letters);
        letters.Reverse();
    });
}
