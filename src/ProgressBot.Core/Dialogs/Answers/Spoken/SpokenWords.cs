using System.Runtime.CompilerServices;
using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>The words by which sentences and states are understood, of every language, made once for a wording.</summary>
sealed class SpokenWords
{
    const string Lists = "milestone.words.";

    static readonly ConditionalWeakTable<DialogBook, SpokenWords> Known = [];

    // of a word in several lists the last one counts
    static readonly (string List, WordRole Role)[] Roles =
    [
        (Lists + "filler", WordRole.Filler), (Lists + "at", WordRole.At), (Lists + "now", WordRole.Now), (Lists + "all", WordRole.All),
        (Lists + "ending", WordRole.Ending), (Lists + "marker", WordRole.Marker), (Lists + "already", WordRole.Already),
        (Lists + "others", WordRole.Others), (Lists + "near", WordRole.Near), (Lists + "part", WordRole.Part), (Lists + "starts", WordRole.Start),
        (Lists + "done", WordRole.Done), (Lists + "in_progress", WordRole.InProgress), (Lists + "not_started", WordRole.NotStarted),
        (Lists + "not", WordRole.Not), (Lists + "after", WordRole.After), (Lists + "asking", WordRole.Asking),
        ("intention_words", WordRole.Planned), (Lists + "plain", WordRole.Plain),
    ];

    /// <summary>What a name that many goals have tells of one.</summary>
    const double Weak = 0.35;

    readonly WordTree<Meaning> _tree;
    readonly WordTree<bool> _chat;
    readonly List<string[]> _ends = [];
    readonly HashSet<string> _weak;

    SpokenWords(DialogBook book)
    {
        var meanings = new Dictionary<string, Meaning>();
        foreach (var (list, role) in Roles)
        {
            if (role == WordRole.Done) AddSteps(meanings, Words(book, Lists + "steps"));
            foreach (var word in Words(book, list)) meanings[word] = new Meaning(role, 0);
        }
        _tree = new WordTree<Meaning>(meanings);
        _weak = [.. Words(book, Lists + "weak")];
        _chat = Tree(book, "chat_words");
        Questions = Tree(book, "question_words");
        Unchanged = Tree(book, "unchanged_words");
        Assisting = Tree(book, "assisting_words");
        Problems = new WordTree<bool>((Words(book, "problem_words"), true), (Words(book, "no_problem_words"), false));
    }

    readonly record struct Meaning(WordRole Role, int Kind);

    /// <summary>True for what is in the way; false for words that say there is nothing.</summary>
    public WordTree<bool> Problems { get; }

    /// <summary>What is asked of the bot.</summary>
    public WordTree<bool> Questions { get; }

    /// <summary>That what was returned stays as it is.</summary>
    public WordTree<bool> Unchanged { get; }

    /// <summary>That another unit reports.</summary>
    public WordTree<bool> Assisting { get; }

    public static SpokenWords Of(DialogBook book) => Known.GetValue(book, static known => new SpokenWords(known));

    static WordTree<bool> Tree(DialogBook book, string list) => new((Words(book, list), true));

    static IEnumerable<string> Words(DialogBook book, string list) => book.Wordings.Values.SelectMany(wording => wording.Words(list));

    // 签订 盖章 | 协议: verbs of one kind, and behind the bar what else a goal may say that ends with them
    void AddSteps(Dictionary<string, Meaning> meanings, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var sides = line.Split('|');
            foreach (var verb in WordFile.Split(sides[0])) meanings[verb] = new Meaning(WordRole.Step, _ends.Count);
            _ends.Add([.. sides.SelectMany(WordFile.Split)]);
        }
    }

    /// <summary>Whether a goal so worded ends with a kind of step: 签订指标置换协议 with 签.</summary>
    public bool Ends(int kind, string goal) => Array.Exists(_ends[kind], word => goal.Contains(word, StringComparison.Ordinal));

    /// <summary>The words of a text in order; they do not overlap.</summary>
    public List<Token> In(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var length = Longest(text, at, out var meaning);
            if (length > 0) tokens.Add(new Token(at, at + length, meaning.Role, meaning.Kind));
            at += Math.Max(1, length);
        }
        return tokens;
    }

    int Longest(string text, int at, out Meaning meaning)
    {
        var length = _tree.LongestAt(text, at, out meaning);
        return length > 0 && IsWhole(text, at, at + length) ? length : 0;
    }

    // "done" is not found in "abandoned"
    static bool IsWhole(string text, int start, int end) =>
        !(char.IsAsciiLetter(text[start]) && start > 0 && char.IsAsciiLetter(text[start - 1]))
        && !(char.IsAsciiLetter(text[end - 1]) && end < text.Length && char.IsAsciiLetter(text[end]));

    /// <summary>How much two letters of a name tell of it: 1 ordinary, less for what stands in many names, 0 for what says nothing.</summary>
    public double Telling(string pair)
    {
        if (_weak.Contains(pair)) return Weak;
        return _tree.LongestAt(pair, 0, out var meaning) == 2 && meaning.Role != WordRole.Plain ? 0 : 1;
    }

    /// <summary>True when a stretch holds nothing but greetings and thanks.</summary>
    public bool IsChat(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = _chat.LongestAt(text, at);
            if (length == 0 && char.IsLetterOrDigit(text[at])) return false;
            at += Math.Max(1, length);
        }
        return true;
    }

    /// <summary>Whether a stretch has a word of a list whose value is true, and none whose value is false.</summary>
    public static bool Says(WordTree<bool> list, ReadOnlySpan<char> text)
    {
        var says = false;
        for (var at = 0; at < text.Length;)
        {
            var length = list.LongestAt(text, at, out var counts);
            if (length > 0 && !counts) return false;
            says |= length > 0;
            at += Math.Max(1, length);
        }
        return says;
    }
}
