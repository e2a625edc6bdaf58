using System.Runtime.InteropServices;

namespace ProgressBot.Core.Figures.Reading;

/// <summary>Words with a value each, to be walked letter by letter. What comes after a letter is kept once, however many words go on that way.</summary>
/// <remarks>A table by first letter in pages of 256, then short lists in one array.</remarks>
internal sealed class WordGraph<T>
{
    /// <summary>The place where no word goes on.</summary>
    public const int Nowhere = 0;

    private readonly int[]?[] _pages = new int[]?[256];
    private readonly Node[] _nodes;
    private readonly char[] _letters;
    private readonly int[] _next;

    public WordGraph(IEnumerable<KeyValuePair<string, T>> words)
    {
        var builder = new Builder();
        foreach (var (letter, node) in builder.Add(words))
            (_pages[letter >> 8] ??= new int[256])[letter & 0xFF] = node;
        (_nodes, _letters, _next) = ([.. builder.Nodes], [.. builder.Letters], [.. builder.Next]);
    }

    /// <summary>The place behind a first letter.</summary>
    public int First(char letter) => _pages[letter >> 8] is { } page ? page[letter & 0xFF] : Nowhere;

    /// <summary>The place behind one more letter.</summary>
    public int Next(int place, char letter)
    {
        ref readonly var node = ref _nodes[place];
        var index = _letters.AsSpan(node.First, node.Count).IndexOf(letter);
        return index < 0 ? Nowhere : _next[node.First + index];
    }

    /// <summary>True when a word ends at a place.</summary>
    public bool IsWord(int place, ref T? value)
    {
        ref readonly var node = ref _nodes[place];
        if (node.IsWord)
            value = node.Value;
        return node.IsWord;
    }

    private readonly record struct Node(int First, int Count, bool IsWord, T? Value);

    /// <summary>Builds from the ends: a place whose value and next letters are those of another one is that one.</summary>
    private sealed class Builder : IEqualityComparer<int>
    {
        private readonly HashSet<int> _known;
        private readonly List<(char Letter, int Node)> _open = [];

        public Builder() => _known = new HashSet<int>(this);

        public List<Node> Nodes { get; } = [default];

        public List<char> Letters { get; } = [];

        public List<int> Next { get; } = [];

        /// <summary>The first letters and the places behind them.</summary>
        public List<(char Letter, int Node)> Add(IEnumerable<KeyValuePair<string, T>> words)
        {
            KeyValuePair<string, T>[] sorted = [.. words.OrderBy(word => word.Key, StringComparer.Ordinal)];
            Branch(sorted, 0);
            return _open;
        }

        public bool Equals(int one, int other)
        {
            var (first, second) = (Nodes[one], Nodes[other]);
            return first.IsWord == second.IsWord && EqualityComparer<T>.Default.Equals(first.Value, second.Value)
                && LettersOf(first).SequenceEqual(LettersOf(second)) && NextOf(first).SequenceEqual(NextOf(second));
        }

        public int GetHashCode(int place)
        {
            var hash = new HashCode();
            hash.Add(Nodes[place].Value);
            hash.AddBytes(MemoryMarshal.AsBytes(LettersOf(Nodes[place])));
            hash.AddBytes(MemoryMarshal.AsBytes(NextOf(Nodes[place])));
            return hash.ToHashCode();
        }

        private ReadOnlySpan<char> LettersOf(Node node) => CollectionsMarshal.AsSpan(Letters).Slice(node.First, node.Count);

        private ReadOnlySpan<int> NextOf(Node node) => CollectionsMarshal.AsSpan(Next).Slice(node.First, node.Count);

        // sorted words that have their first letters in common
        private int Place(ReadOnlySpan<KeyValuePair<string, T>> words, int depth)
        {
            var (isWord, open) = (words[0].Key.Length == depth, _open.Count);
            Branch(isWord ? words[1..] : words, depth);
            var place = Nodes.Count;
            Nodes.Add(new Node(Letters.Count, _open.Count - open, isWord, isWord ? words[0].Value : default));
            foreach (var (letter, node) in CollectionsMarshal.AsSpan(_open)[open..])
            {
                Letters.Add(letter);
                Next.Add(node);
            }
            CollectionsMarshal.SetCount(_open, open);
            return _known.TryGetValue(place, out var same) ? Forget(place, same) : Keep(place);
        }

        private void Branch(ReadOnlySpan<KeyValuePair<string, T>> words, int depth)
        {
            for (var (start, end) = (0, 0); start < words.Length; start = end)
            {
                while (end < words.Length && words[end].Key[depth] == words[start].Key[depth])
                    end++;
                _open.Add((words[start].Key[depth], Place(words[start..end], depth + 1)));
            }
        }

        private int Keep(int place)
        {
            _known.Add(place);
            return place;
        }

        private int Forget(int place, int same)
        {
            var first = Nodes[place].First;
            Letters.RemoveRange(first, Letters.Count - first);
            Next.RemoveRange(first, Next.Count - first);
            Nodes.RemoveAt(place);
            return same;
        }
    }
}
