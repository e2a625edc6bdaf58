using System.Runtime.InteropServices;

namespace ProgressBot.Core.Figures.Reading;

/// <summary>Words with a value each, found from a place in a text in time that depends on the longest word only.</summary>
/// <remarks>
/// In memory it is a prefix tree: a table by first character, then small sorted arrays. Forward by default; a tree of
/// reversed words answers what ends before a place.
/// </remarks>
internal sealed class WordTree<T>
    where T : notnull
{
    private readonly Node[] _first = new Node[char.MaxValue + 1];

    public void Add(string word, T value)
    {
        ref var node = ref _first[word[0]];
        node ??= new Node();
        var current = node;
        foreach (var letter in word.AsSpan(1))
            current = current.GetOrAdd(letter);
        current.Value = value;
        current.IsWord = true;
    }

    /// <summary>The longest word that starts at <paramref name="at"/>; 0 when there is none.</summary>
    public int LongestAt(ReadOnlySpan<char> text, int at, out T? value)
    {
        value = default;
        if ((uint)at >= (uint)text.Length)
            return 0;
        var found = 0;
        var node = _first[text[at]];
        for (var next = at + 1; node is not null; next++)
        {
            if (node.IsWord)
                (found, value) = (next - at, node.Value);
            node = next < text.Length ? node.Child(text[next]) : null;
        }
        return found;
    }

    /// <summary>The longest word, kept reversed in this tree, that ends before <paramref name="end"/>; 0 when there is none.</summary>
    public int LongestBefore(ReadOnlySpan<char> text, int end, out T? value)
    {
        value = default;
        if (end <= 0)
            return 0;
        var found = 0;
        var node = _first[text[end - 1]];
        for (var next = end - 2; node is not null; next--)
        {
            if (node.IsWord)
                (found, value) = (end - 1 - next, node.Value);
            node = next >= 0 ? node.Child(text[next]) : null;
        }
        return found;
    }

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
