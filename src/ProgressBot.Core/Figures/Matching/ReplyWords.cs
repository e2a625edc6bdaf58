using System.Buffers;
using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>The word lists of replies, <c>Words/replies.yaml</c>, and what they find in a stretch of text.</summary>
internal static class ReplyWords
{
    private const int MostOnStack = 256;

    // a state stands so near behind what it is said of: 项目正在推进
    private const int StateReach = 8;

    private static readonly IReadOnlyDictionary<string, string[]> File = WordFile.Read("replies");
    private static readonly HashSet<string> Vague = [.. File["Vague"]];
    private static readonly WordTree<bool> Neutral = NeutralWords();
    private static readonly WordTree<bool> Unreported = Except("NotReported", "NotReportedNot");
    private static readonly WordTree<bool> InProgressWords = Tree("InProgress");
    private static readonly WordTree<bool> DivertedWords = Tree("Diverted");
    private static readonly WordTree<bool> PromisedWords = Tree("Promised");
    // 准备 打算 计划 争取 再 拟
    private static readonly SearchValues<char> Intended = SearchValues.Create("备打计争再拟");
    private static readonly WordTree<bool> AheadWords = Tree("Ahead");
    private static readonly WordTree<bool> RespectiveWords = Tree("Respectively");
    private static readonly WordTree<bool> UnchangedWords = Except("Unchanged", "UnchangedNot");
    private static readonly WordTree<bool> UnreportedBehind = Tree("NotReportedAfter");
    private static readonly WordTree<bool> SubsetWords = Tree("Subset");
    private static readonly WordTree<bool> AllTotals = Tree("AllCumulative");
    private static readonly WordTree<bool> NowWords = Tree("Now");
    private static readonly WordTree<bool> AllParts = Tree("AllIncremental");
    private static readonly WordTree<bool> NoneOfAllWords = Tree("NoneOfAll");
    private static readonly WordTree<bool> CorrectedWords = Tree("Corrected");
    private static readonly WordTree<bool> DoneWords = Tree("Done");
    private static readonly WordTree<bool> None = Except("Nothing", "NothingNot");
    private static readonly WordTree<bool> RestWords = Tree("Rest");
    private static readonly WordTree<bool> CorrectionWords = Tree("Correction");
    private static readonly EndingTree<bool> NegatedWords = Endings("Negated");
    private static readonly EndingTree<bool> ReplacedEndings = Endings("Replaced");
    private static readonly WordTree<bool> ReplacedWords = Tree("Replaced");
    private static readonly WordTree<bool> GrownWords = Tree("Grown");

    /// <summary>Words that many indicators share.</summary>
    public static IReadOnlySet<string> Weak { get; } = File["Weak"].ToHashSet();

    /// <summary>会议, 活动: in many names, and in much that no indicator counts.</summary>
    public static bool IsVague(string words) => Vague.Contains(words);

    public static string[] Of(string name) => File[name];

    /// <summary>A target, a plan, a remainder, another year: what follows is not what is reported.</summary>
    public static bool IsNotReported(ReadOnlySpan<char> words) => Last(Unreported, words, out _) > 0;

    /// <summary>用于, 其中: what follows is not the whole of what was named.</summary>
    public static bool IsDiverted(ReadOnlySpan<char> words) => Last(DivertedWords, words, out _) > 0;

    /// <summary>国庆后, 还要, 争取: what follows is promised. 月底前已新签 is done.</summary>
    public static bool IsPromised(ReadOnlySpan<char> words) =>
        Last(PromisedWords, words, out var place) > 0 && words[place..] is var rest && !rest.Contains('已') && rest is not [.., '了' or '过'];

    /// <summary>下个月准备, 国庆后再: a day to come and something meant to be done then.</summary>
    public static bool SaysAhead(ReadOnlySpan<char> words) =>
        Last(AheadWords, words, out var place) > 0 && words[place..] is var rest && rest.IndexOfAny(Intended) >= 0
            && !rest.ContainsAny('已', '了');

    /// <summary>Where 分别 stands; -1 when it does not.</summary>
    public static int Respectively(ReadOnlySpan<char> words) => Last(RespectiveWords, words, out var place) > 0 ? place : -1;

    /// <summary>平台均在建设中 behind a figure: they are on the way, not done.</summary>
    public static bool SaysInProgress(ReadOnlySpan<char> words) =>
        Last(InProgressWords, words[..Math.Min(words.Length, StateReach)], out _) > 0;

    /// <summary>无变化, 同上期: as it was.</summary>
    public static bool SaysUnchanged(ReadOnlySpan<char> words) => Last(UnchangedWords, words, out _) > 0;

    /// <summary>亿元以上, 重大: only some of what the name counts.</summary>
    public static bool SaysSubset(ReadOnlySpan<char> words) => Last(SubsetWords, words, out _) > 0;

    /// <summary>目标 right behind a figure: 400人次目标任务.</summary>
    public static bool StartsNotReported(ReadOnlySpan<char> words) => NotReportedAt(words) > 0;

    /// <summary>Length of the word that says so.</summary>
    public static int NotReportedAt(ReadOnlySpan<char> words) => UnreportedBehind.LongestAt(words, 0);

    /// <summary>以下均为累计: every figure of the message is a total.</summary>
    public static bool SaysAllCumulative(ReadOnlySpan<char> words) => Last(AllTotals, words, out _) > 0;

    /// <summary>以上均为本月: every figure of the message is this period's.</summary>
    public static bool SaysAllIncremental(ReadOnlySpan<char> words) => Last(AllParts, words, out _) > 0;

    /// <summary>目前, 现已: what follows is as of today.</summary>
    public static bool SaysNow(ReadOnlySpan<char> words) => Last(NowWords, words, out _) > 0;

    /// <summary>均无: what was counted has none.</summary>
    public static bool StartsNoneOfAll(ReadOnlySpan<char> words) => NoneOfAllWords.LongestAt(words, 0) > 0;

    /// <summary>Place behind the last word that announces the right reading; 0 when none does.</summary>
    public static int CorrectedBehind(ReadOnlySpan<char> words) => Last(CorrectedWords, words, out var place) is > 0 and var length ? place + length : 0;

    /// <summary>True when the letters are nothing but words for what was done: 到位, 拨付.</summary>
    public static bool IsDone(ReadOnlySpan<char> meaning)
    {
        for (var at = 0; at < meaning.Length;)
        {
            if (DoneWords.LongestAt(meaning, at) is not (> 0 and var length))
                return false;
            at += length;
        }
        return true;
    }

    /// <summary>None yet is said in these words.</summary>
    public static bool SaysNothing(ReadOnlySpan<char> words) => Last(None, words, out _) > 0;

    /// <summary>其余, 其他: the indicators not named.</summary>
    public static bool SaysRest(ReadOnlySpan<char> words) => Last(RestWords, words, out _) > 0;

    /// <summary>更正, 应为, 写错.</summary>
    public static bool SaysCorrection(ReadOnlySpan<char> words) => Last(CorrectionWords, words, out _) > 0;

    /// <summary>The words end in 不是 or 误报为, with nothing of meaning behind (不是累计): what follows is the wrong one.</summary>
    public static bool EndsNegated(ReadOnlySpan<char> words)
    {
        for (var end = words.Length; end > 0; end--)
            if (NegatedWords.LongestBefore(words, end) > 0)
                return Content(words[end..]) == 0;
        return false;
    }

    /// <summary>The words before 不是; all of them when they say nothing of the kind.</summary>
    public static string BeforeNegated(string words)
    {
        for (var end = words.Length; end > 0; end--)
            if (NegatedWords.LongestBefore(words, end) is > 0 and var length)
                return words[..(end - length)];
        return words;
    }

    /// <summary>What stands behind the last mark: 3亿，是 of 写错了，是.</summary>
    public static string AfterClauseEnd(string words) => words[(words.LastIndexOfAny(['，', ',', '。', '；', ';', '！', '？', '?', '!', '：', ':']) + 1)..];

    /// <summary>The words end in 更正为 or 应为: what stood before them is the wrong one, whatever is said between.</summary>
    public static bool EndsReplaced(ReadOnlySpan<char> words) => ReplacedEndings.LongestBefore(words, words.Length) > 0;

    /// <summary>The words begin with 改为 or 应为: what stood before them is the wrong one.</summary>
    public static bool StartsReplaced(ReadOnlySpan<char> words) => ReplacedWords.LongestAt(words, 0) > 0;

    /// <summary>The words begin with 增加到: what stood before them is the former value.</summary>
    public static bool StartsGrown(ReadOnlySpan<char> words) => GrownWords.LongestAt(words, 0) > 0;

    /// <summary>How many characters carry meaning: letters left when neutral words, digits and signs are gone.</summary>
    public static int Content(ReadOnlySpan<char> words)
    {
        var content = 0;
        for (var at = 0; at < words.Length;)
        {
            if (Means(words, at, out var length))
                content += length;
            at += length;
        }
        return content;
    }

    /// <summary>The letters that carry meaning.</summary>
    public static string Meaning(ReadOnlySpan<char> words)
    {
        Span<char> room = words.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[words.Length];
        var written = 0;
        for (var at = 0; at < words.Length;)
        {
            if (Means(words, at, out var length))
            {
                words.Slice(at, length).CopyTo(room[written..]);
                written += length;
            }
            at += length;
        }
        return room[..written].ToString();
    }

    // whether the word at a place carries meaning, and how long it is
    private static bool Means(ReadOnlySpan<char> words, int at, out int length)
    {
        length = Math.Max(1, Neutral.LongestAt(words, at, out var neutral));
        return !neutral && (length > 1 || (char.IsLetter(words[at]) && Numeral.Digit(words[at]) < 0));
    }

    /// <summary>Length of the last word of a tree in a stretch whose value is true; 0 when there is none.</summary>
    public static int Last(WordTree<bool> tree, ReadOnlySpan<char> words, out int place)
    {
        (var found, place) = (0, -1);
        for (var at = 0; at < words.Length;)
        {
            var length = tree.LongestAt(words, at, out var counts);
            if (length > 0 && counts)
                (found, place) = (length, at);
            at += Math.Max(1, length);
        }
        return found;
    }

    private static WordTree<bool> Tree(string name) => new((File[name], true));

    // words that count, and longer ones around them that do not
    private static WordTree<bool> Except(string name, string exceptions) => new((File[name], true), (File[exceptions], false));

    private static WordTree<bool> NeutralWords() => new(
        (File["Done"], false), (File["Neutral"], true), (File["Cumulative"], true), (File["Incremental"], true), (File["Nothing"], true),
        (File["Unchanged"], true), (File["Own"], true), (File["NeutralNot"], false));

    private static EndingTree<bool> Endings(string name) => new((File[name], true));
}
