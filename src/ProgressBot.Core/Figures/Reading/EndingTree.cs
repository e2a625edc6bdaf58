using System.Runtime.InteropServices;

namespace ProgressBot.Core.Figures.Reading;

/// <summary>Words with a value each, found by where they end: what stands directly before a place.</summary>
internal sealed class EndingTree<T>
{
    private readonly Node _root = new();

    public void AddAll(IEnumerable<string> words, T value)
    {
        foreach (var word in words)
            Add(word, value);
    }

    /// <summary>Length of the longest word that ends before a place; 0 when there is none.</summary>
    public int LongestBefore(ReadOnlySpan<char> text, int end, out T? value)
    {
        (var found, value) = (0, default(T));
        var node = _root;
        for (var next = end - 1; next >= 0 && node.Before.TryGetValue(text[next], out var longer); next--)
        {
            node = longer;
            if (node.IsWord)
                (found, value) = (end - next, node.Value);
        }
        return found;
    }

    /// <inheritdoc cref="LongestBefore(ReadOnlySpan{char}, int, out T)"/>
    public int LongestBefore(ReadOnlySpan<char> text, int end) => LongestBefore(text, end, out _);

    private void Add(string word, T value)
    {
        var node = _root;
        for (var at = word.Length - 1; at >= 0; at--)
            node = CollectionsMarshal.GetValueRefOrAddDefault(node.Before, word[at], out _) ??= new Node();
        (node.Value, node.IsWord) = (value, true);
    }

    private sealed class Node
    {
        public Dictionary<char, Node> Before { get; } = [];

        public T? Value { get; set; }

        public bool IsWord { get; set; }
    }
}
