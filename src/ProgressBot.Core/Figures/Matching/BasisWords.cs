using ProgressBot.Core.Figures.Reading;
using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>Whether words say total or increment.</summary>
internal static class BasisWords
{
    private static readonly WordTree<Basis?> Said = Load("Cumulative", "Incremental", "NoBasis");
    private static readonly WordTree<Basis?> CarriedOn = Load("CarriedCumulative", "CarriedIncremental", "NoBasis");
    private static readonly HashSet<string> Sums = [.. ReplyWords.Of("Sums")];

    /// <summary>What the words of basis before a figure say, and the word that decides; null when there is none.</summary>
    /// <remarks>累计新增 is a total, 本月共 a part; behind a total only 又 and 再 begin anew.</remarks>
    public static (Basis Basis, string Word)? In(string words)
    {
        if (words is [.., '+' or '＋'])
            return (Basis.Incremental, "+");
        (Basis Basis, string Word)? period = null, total = null, other = null;
        for (var at = 0; Next(Said, words, ref at) is { } said;)
            if (IsHeading(said.Word))
                (period, total) = (said, null);
            else if (said.Basis == Basis.Cumulative && !IsSum(said.Word))
                total = said;
            else
                (other, total) = (said, IsNew(said.Word) ? total : null);
        return total ?? (other is { Basis: Basis.Incremental } ? other : period) ?? other;
    }

    /// <summary>English says it behind the figure: 5.1亿元 so far.</summary>
    public static (Basis Basis, string Word)? Behind(string words) => words.Length > 0 && char.IsAsciiLetter(words[0]) ? In(words) : null;

    /// <summary>共, 合计: weaker than a word that names the period.</summary>
    public static bool IsSum(string word) => Sums.Contains(word);

    /// <summary>The same for words that hold for the rest of a sentence: 截至9月底, 本月.</summary>
    public static Basis? Carried(string sentence) => Last(CarriedOn, sentence)?.Basis;

    /// <summary>新签 in 新签项目 says "increment" only by the way.</summary>
    public static bool IsPartOfName(string words, SoughtIndicator indicator) =>
        IsPartOfName(words, indicator.Name) || (indicator.Aliases.Count > 0 && indicator.Aliases.Any(name => IsPartOfName(words, name)));

    /// <summary>本月: it may only head the report of a month that gives totals.</summary>
    public static bool IsHeading(string word) => CarriedOn.LongestAt(word, 0, out var basis) == word.Length && basis == Basis.Incremental;

    // 共 and 新增 add to what 累计 says; 又 does not
    private static bool IsNew(string word) => IsSum(word) || word[0] is '新' or '净' or '增';

    private static bool IsPartOfName(string words, string name) =>
        name.StartsWith('新') && words.AsSpan().Contains(name.AsSpan(0, Math.Min(2, name.Length)), StringComparison.Ordinal);

    private static (Basis Basis, string Word)? Last(WordTree<Basis?> tree, string words)
    {
        (Basis Basis, string Word)? last = null;
        for (var at = 0; Next(tree, words, ref at) is { } said;)
            last = said;
        return last;
    }

    // the next word of basis from a place on, which moves behind it
    private static (Basis Basis, string Word)? Next(WordTree<Basis?> tree, string words, ref int at)
    {
        while (at < words.Length)
        {
            var (start, length) = (at, tree.LongestAt(words, at, out var basis));
            at += Math.Max(1, length);
            if (length > 0 && basis is { } said)
                return (said, words.Substring(start, length));
        }
        return null;
    }

    private static WordTree<Basis?> Load(string cumulative, string incremental, string neither) =>
        new((ReplyWords.Of(cumulative), Basis.Cumulative), (ReplyWords.Of(incremental), Basis.Incremental), (ReplyWords.Of(neither), null));
}
