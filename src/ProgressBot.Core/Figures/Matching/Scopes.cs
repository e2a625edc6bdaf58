using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>Finds out whose figures a message gives: the sender's own, the whole district's, several units', or another unit's.</summary>
/// <remarks>
/// A word that widens the scope (全区, 我们几家) or the name of another unit at the head of a clause holds to the end of the sentence, or until
/// the
/// writer comes back to the own unit (我局). 替教育局报 and 以下是商务局的数 hold to the end of the message, 以上是…的数 from its beginning,
/// 转发 for all of it.
/// </remarks>
internal sealed class Scopes
{
    private const int LongestName = 10;

    // before a name it is somebody to work with, a place or a source: 与商务局一起, 在全区推广
    private const string Companions = "与和同跟向对给据经由在到赴从请为于";
    private const string ClauseEnds = "，,。；;！!？?、:：\n\r";

    private static readonly WordTree<bool> Wider = new((ReplyWords.Of("Wider"), true), (ReplyWords.Of("WiderNot"), false));
    private static readonly WordTree<bool> OwnWords = new((ReplyWords.Of("Own"), true));
    private static readonly WordTree<bool> Suffixes = new((ReplyWords.Of("UnitEndings"), true));
    private static readonly WordTree<bool> OnBehalf = new((ReplyWords.Of("OnBehalf"), true));
    private static readonly WordTree<bool> Behind = new((ReplyWords.Of("TheFiguresOf"), true));
    private static readonly WordTree<bool> Reports = new((ReplyWords.Of("Reporting"), true));
    private static readonly WordTree<bool> Forwards = new((ReplyWords.Of("Forwarded"), true));

    private readonly ReplyContext _context;
    private readonly bool _isPlain;
    private readonly bool _isForwarded;
    private readonly int _from = int.MaxValue;
    private readonly int _until = -1;

    public Scopes(string text, ReplyContext context)
    {
        _context = context;
        _isPlain = !HasMarks(text);
        if (_isPlain)
            return;
        var head = text.AsSpan().TrimStart("【[（( \n\t");
        _isForwarded = Forwards.LongestAt(head, 0) > 0;
        for (var at = 0; at < text.Length; at++)
            if (Frame(text, at) is (> 0 and var length, var isBefore))
            {
                (_from, _until) = isBefore ? (_from, at) : (Math.Min(_from, at), _until);
                at += length - 1;
            }
    }

    /// <summary>True when the figure is not, or not only, the sender's own.</summary>
    public bool IsForeign(Mention mention)
    {
        if (_isPlain)
            return false;
        if (_isForwarded || mention.Figure.Start >= _from || mention.Figure.Start < _until)
            return true;
        var (foreign, own) = (-1, -1);
        var words = mention.Sentence.AsSpan();
        for (var at = 0; at < words.Length; at++)
            if (OwnWords.LongestAt(words, at) > 0 || StartsWithAny(words[at..], _context.OwnNames))
                own = at;
            else if (IsWider(words, at) || (IsHead(words, at) && Other(words[at..]) > 0))
                foreign = at;
        return foreign > own;
    }

    private bool HasMarks(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (Wider.LongestAt(text, at) > 0 || Suffixes.LongestAt(text, at) > 0 || OnBehalf.LongestAt(text, at) > 0
                || Forwards.LongestAt(text, at) > 0
                || StartsWithAny(text.AsSpan(at), _context.OtherNames))
                return true;
        return false;
    }

    private static bool IsWider(ReadOnlySpan<char> words, int at) =>
        Wider.LongestAt(words, at, out var widens) > 0 && widens
            && (at == 0 || !Companions.Contains(words[at - 1], StringComparison.Ordinal));

    private static bool IsHead(ReadOnlySpan<char> words, int at) => at == 0 || ClauseEnds.Contains(words[at - 1], StringComparison.Ordinal);

    // length of another unit's name; without the own names only names of the plan are known to be others'
    private int Other(ReadOnlySpan<char> words)
    {
        foreach (var name in _context.OtherNames)
            if (words.StartsWith(name, StringComparison.Ordinal))
                return name.Length;
        return _context.OwnNames.Count > 0 ? Named(words) : 0;
    }

    // 区商务局 and what else ends as units do, if it is not the own one
    private int Named(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty || Companions.Contains(words[0], StringComparison.Ordinal))
            return 0;
        for (var end = 2; end <= Math.Min(LongestName, words.Length); end++)
        {
            if (!char.IsLetter(words[end - 1]))
                return 0;
            if (Suffixes.LongestAt(words, end) is > 0 and var suffix)
                return IsOwn(words[..(end + suffix)]) ? 0 : end + suffix;
        }
        return 0;
    }

    private bool IsOwn(ReadOnlySpan<char> name)
    {
        for (var at = 0; at < name.Length; at++)
            if (OwnWords.LongestAt(name, at) > 0)
                return true;
        foreach (var own in _context.OwnNames)
            if (name.Contains(own, StringComparison.Ordinal) || own.AsSpan().Contains(name, StringComparison.Ordinal))
                return true;
        return false;
    }

    // 替教育局报一下; 以下是商务局的数; 以上为…的数
    private (int Length, bool IsBefore) Frame(string text, int at)
    {
        if (OnBehalf.LongestAt(text, at) is not (> 0 and var start) || Unit(text.AsSpan(at + start)) is not (> 0 and var name))
            return (0, false);
        var end = at + start + name;
        var isFigures = text[at] is '以' or '下' or '上' or '这';
        var closes = isFigures ? Behind.LongestAt(text, end) : Reports.LongestAt(text, end);
        return closes == 0 || IsOwn(text.AsSpan(at + start, name)) ? (0, false)
            : (start + name + closes, text.AsSpan(at).StartsWith("以上") || text[at] == '上');
    }

    private int Unit(ReadOnlySpan<char> words)
    {
        foreach (var name in _context.OtherNames)
            if (words.StartsWith(name, StringComparison.Ordinal))
                return name.Length;
        return Named(words);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> words, IReadOnlyList<string> names)
    {
        for (var index = 0; index < names.Count; index++)
            if (names[index].Length > 0 && words.StartsWith(names[index], StringComparison.Ordinal))
                return true;
        return false;
    }
}
