using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures.Reading;

/// <summary>What the words beside a number say about it. The words are in <c>Words/surroundings.yaml</c>.</summary>
internal static class Surroundings
{
    /// <summary>A counter of flat things and, in speech, 元.</summary>
    public const string Piece = "块";

    // words of money stand so near, in characters
    private const int MoneyReach = 16;

    // two fillers may follow each other: 达到了
    private const int MostFillers = 3;

    private static readonly IReadOnlyDictionary<string, string[]> File = WordFile.Read("surroundings");
    private static readonly EndingTree<Comparator> HedgesBefore = Hedges();
    private static readonly WordTree<Comparator> HedgesAfter = HedgesBehind();
    private static readonly EndingTree<Direction?> Directions = new((File["Up"], Direction.Up), (File["Down"], Direction.Down), (File["NoDirection"], null));
    private static readonly EndingTree<bool> Fillers = Endings("Fillers");
    private static readonly EndingTree<bool> Ordinals = Endings("Ordinal", "OrdinalNot");
    private static readonly EndingTree<bool> UncountableWords = Endings("Uncountable");
    private static readonly EndingTree<bool> Quantifiers = Endings("Quantifies", "NoneBefore");
    private static readonly EndingTree<bool> OneWords = Endings("One");
    private static readonly EndingTree<bool> EachWords = Endings("Each");
    private static readonly EndingTree<bool> GrowthWords = Endings("Growth");
    private static readonly EndingTree<bool> FromWords = Endings("From");
    private static readonly EndingTree<string> Signs = new((File["Yuan"], "元"), (File["Dollar"], "美元"), (File["Euro"], "欧元"), (File["Pound"], "英镑"));
    private static readonly EndingTree<string> CountedBefore = new((File["LabelsPeople"], "人"), (File["LabelsTimes"], "次"));
    private static readonly EndingTree<string> UnitLabels = LabelUnits();
    private static readonly WordTree<string> CountedAfter = new((File["HeadsPeople"], "人"), (File["HeadsHouseholds"], "户"));
    private static readonly EndingTree<bool> PiecesBefore = Endings("Pieces");
    private static readonly WordTree<bool> PiecesAfter = Starts("Pieces");
    private static readonly WordTree<bool> MoneyWords = Starts("MoneyWords", "MoneyWordsNot");
    private static readonly WordTree<bool> ListWords = Starts("Lists");
    private static readonly WordTree<bool> PartWords = Starts("Parts", "PartsNot");

    /// <summary>约 近 超 不少于 before a place, or 以上 左右 behind another.</summary>
    public static Comparator Hedge(ReadOnlySpan<char> text, int start, int end)
    {
        if (HedgesAfter.LongestAt(text, end, out var after) > 0)
            return after;
        if (IsMore(text, end))
            return Comparator.MoreThan;
        for (var (at, fillers) = (start, 0); fillers < MostFillers; fillers++)
        {
            if (HedgesBefore.LongestBefore(text, at, out var before) > 0)
                return before;
            var filler = Fillers.LongestBefore(text, at);
            if (filler == 0)
                break;
            at -= filler;
        }
        return Comparator.None;
    }

    // 三百元多, 350人次多一点; 3家多次 is no hedge
    private static bool IsMore(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] is '多' or '余'
            && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]) || text[end + 1] is '一' or '点' or '了');

    /// <summary>下降 增长 before a place; a hedge and fillers may lie between (下降了约).</summary>
    public static Direction? Turn(ReadOnlySpan<char> text, int start)
    {
        for (var (at, fillers) = (start, 0); fillers <= MostFillers; fillers++)
        {
            if (Directions.LongestBefore(text, at, out var turn) > 0)
                return turn;
            var filler = Math.Max(Fillers.LongestBefore(text, at), HedgesBefore.LongestBefore(text, at));
            if (filler == 0)
                break;
            at -= filler;
        }
        return null;
    }

    /// <summary>增长率为 before a place: a minus sign there says the direction.</summary>
    public static bool IsGrowth(ReadOnlySpan<char> text, int end)
    {
        for (var fillers = 0; fillers <= MostFillers; fillers++)
        {
            if (Directions.LongestBefore(text, end, out var turn) > 0 && turn is not null || GrowthWords.LongestBefore(text, end) > 0)
                return true;
            var filler = Fillers.LongestBefore(text, end);
            if (filler == 0)
                return false;
            end -= filler;
        }
        return false;
    }

    public static bool IsOrdinal(ReadOnlySpan<char> text, int start) => Ordinals.LongestBefore(text, start, out var ordinal) > 0 && ordinal;

    /// <summary>数百, 几十: no value to read.</summary>
    public static bool IsUncountable(ReadOnlySpan<char> text, int start) => UncountableWords.LongestBefore(text, start) > 0;

    /// <summary>超百家, 上千人: a bare power is a quantity here.</summary>
    public static bool IsQuantified(ReadOnlySpan<char> text, int start) => Quantifiers.LongestBefore(text, start, out var quantifies) > 0 && quantifies;

    /// <summary>超 directly before a place: 超50亿元项目 is a size.</summary>
    public static bool IsExceeding(ReadOnlySpan<char> text, int start) =>
        HedgesBefore.LongestBefore(text, start, out var hedge) > 0 && hedge == Comparator.MoreThan;

    /// <summary>同一, 每一, 另一.</summary>
    public static bool IsNoCount(ReadOnlySpan<char> text, int start) => OneWords.LongestBefore(text, start) > 0;

    /// <summary>分别 at a place: the lists of the sentence share their units.</summary>
    public static bool OpensList(ReadOnlySpan<char> text, int at) => ListWords.LongestAt(text, at) > 0;

    /// <summary>分别 before a list.</summary>
    public static bool IsShared(ReadOnlySpan<char> text, int start) => EachWords.LongestBefore(text, start) > 0;

    /// <summary>从, 由: the next 至 or 到 is a change.</summary>
    public static bool IsChange(ReadOnlySpan<char> text, int start) => FromWords.LongestBefore(text, start) > 0;

    /// <summary>The currency of ¥, RMB or $ before a number; null without one.</summary>
    public static string? Currency(ReadOnlySpan<char> text, int start) => Signs.LongestBefore(text, start, out var unit) > 0 ? unit : null;

    /// <summary>The unit that a label such as 培训人数 says; null when it says none.</summary>
    public static string? LabelUnit(ReadOnlySpan<char> text, int start) => UnitLabels.LongestBefore(text, start, out var unit) > 0 ? unit : null;

    /// <summary>What 万 or 亿 without a unit counts, by the noun behind or before; 元 when none says otherwise.</summary>
    public static string Counted(ReadOnlySpan<char> text, int start, int end)
    {
        if (CountedAfter.LongestAt(text, end, out var after) > 0)
            return after!;
        for (var (at, fillers) = (start, 0); fillers <= MostFillers; fillers++)
        {
            if (CountedBefore.LongestBefore(text, at, out var before) > 0)
                return before!;
            var filler = Math.Max(Fillers.LongestBefore(text, at), HedgesBefore.LongestBefore(text, at));
            if (filler == 0)
                break;
            at -= filler;
        }
        return "元";
    }

    /// <summary>广告牌120块, 两块地: a thing that 块 counts stands right beside.</summary>
    public static bool IsPieces(ReadOnlySpan<char> text, int start, int end)
    {
        for (var (at, fillers) = (start, 0); fillers <= MostFillers; fillers++)
        {
            if (PiecesBefore.LongestBefore(text, at) > 0)
                return true;
            var filler = Math.Max(Fillers.LongestBefore(text, at), HedgesBefore.LongestBefore(text, at));
            if (filler == 0)
                break;
            at -= filler;
        }
        return PiecesAfter.LongestAt(text, end) > 0;
    }

    /// <summary>花了, 补助, 收入 in the clause before a place, or right behind another.</summary>
    public static bool SpeaksOfMoney(ReadOnlySpan<char> text, int start, int end)
    {
        for (var at = start - 1; at >= Math.Max(0, start - MoneyReach) && text[at] is not (',' or '。' or ';' or '!' or '?'); at--)
            if (MoneyWords.LongestAt(text, at, out var money) > 0)
                return money;
        return MoneyWords.LongestAt(text, end, out var behind) > 0 && behind
            || (end < text.Length && text[end] == '的' && MoneyWords.LongestAt(text, end + 1, out behind) > 0 && behind);
    }

    /// <summary>Length of 其中, 包括 or 含 at a place; 0 when none opens parts there.</summary>
    public static int PartsOpening(ReadOnlySpan<char> text, int at) => PartWords.LongestAt(text, at, out var opens) is var length && opens ? length : 0;

    private static EndingTree<Comparator> Hedges() =>
        new([.. Enum.GetValues<Comparator>().Select(comparator => ((IEnumerable<string>)File[comparator + "Before"], comparator))]);

    private static WordTree<Comparator> HedgesBehind() =>
        new([.. Enum.GetValues<Comparator>().Where(comparator => comparator != Comparator.None).Select(comparator => ((IEnumerable<string>)File[comparator + "After"], comparator))]);

    private static EndingTree<bool> Endings(string words, string? exceptions = null) => new((File[words], true), (exceptions is null ? [] : File[exceptions], false));

    private static WordTree<bool> Starts(string words, string? exceptions = null) => new((File[words], true), (exceptions is null ? [] : File[exceptions], false));

    private static EndingTree<string> LabelUnits() =>
        new([.. File["LabelUnits"].Select(pair => ((IEnumerable<string>)[pair.Split('=')[0]], pair.Split('=')[1]))]);
}
