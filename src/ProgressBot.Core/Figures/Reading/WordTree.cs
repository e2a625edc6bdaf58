using System.Runtime.InteropServices;

namespace ProgressBot.Core.Figures.Reading;

/// <summary>Words with a value each, found at a place in a text in time that depends on the longest word only.</summary>
/// <remarks>A prefix tree: a table by first character in pages of 256, then short lists.</remarks>
internal sealed class WordTree<T>
{
    private readonly Node?[]?[] _pages = new Node?[]?[256];

    public void Add(ReadOnlySpan<char> word, T value)
    {
        var page = _pages[word[0] >> 8] ??= new Node?[256];
        var node = page[word[0] & 0xFF] ??= new Node();
        foreach (var letter in word[1..])
            node = node.GetOrAdd(letter);
        (node.Value, node.IsWord) = (value, true);
    }

    public void AddAll(IEnumerable<string> words, T value)
    {
        foreach (var word in words)
            Add(word, value);
    }

    /// <summary>Length of the longest word that starts at a place; 0 when there is none.</summary>
    public int LongestAt(ReadOnlySpan<char> text, int at, out T? value)
    {
        (var found, value) = (0, default(T));
        if ((uint)at >= (uint)text.Length)
            return 0;
        var node = _pages[text[at] >> 8]?[text[at] & 0xFF];
        for (var next = at + 1; node is not null; next++)
        {
            if (node.IsWord)
                (found, value) = (next - at, node.Value);
            node = next < text.Length ? node.Child(text[next]) : null;
        }
        return found;
    }

    /// <inheritdoc cref="LongestAt(ReadOnlySpan{char}, int, out T)"/>
    public int LongestAt(ReadOnlySpan<char> text, int at) => LongestAt(text, at, out _);

    private sealed class Node
    {
        private readonly List<char> _letters = [];
        private readonly List<Node> _children = [];

        public T? Value { get; set; }

        public bool IsWord { get; set; }

        public Node? Child(char letter)
        {
            var place = CollectionsMarshal.AsSpan(_letters).IndexOf(letter);
            return place < 0 ? null : _children[place];
        }

        public Node GetOrAdd(char letter)
        {
            if (Child(letter) is { } known)
                return known;
            var child = new Node();
            _letters.Add(letter);
            _children.Add(child);
            return child;
        }
    }
}
