using ProgressBot.Core.Figures.Reading;
using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>Whether words say total or increment.</summary>
internal static class BasisWords
{
    private static readonly WordTree<Basis?> Said = Load("Cumulative", "Incremental", "NoBasis");
    private static readonly WordTree<Basis?> CarriedOn = Load("CarriedCumulative", "CarriedIncremental", "NoBasis");

    /// <summary>What the last word of basis before a figure says, and the word; null when none does.</summary>
    public static (Basis Basis, string Word)? In(string words) => Last(Said, words);

    /// <summary>The same for words that hold for the rest of a sentence: 截至9月底, 本月.</summary>
    public static Basis? Carried(string sentence) => Last(CarriedOn, sentence)?.Basis;

    /// <summary>新签 in 新签项目 says "increment" only by the way.</summary>
    public static bool IsPartOfName(string words, SoughtIndicator indicator) =>
        indicator.Aliases.Append(indicator.Name).Any(name => name.StartsWith('新') && words.Contains(name[..Math.Min(2, name.Length)], StringComparison.Ordinal));

    /// <summary>本月: it may only head the report of a month that gives totals.</summary>
    public static bool IsHeading(string word) => CarriedOn.LongestAt(word, 0, out var basis) == word.Length && basis == Basis.Incremental;

    private static (Basis Basis, string Word)? Last(WordTree<Basis?> tree, string words)
    {
        (Basis, string)? last = null;
        for (var at = 0; at < words.Length;)
        {
            var length = tree.LongestAt(words, at, out var basis);
            if (length > 0 && basis is { } said)
                last = (said, words.Substring(at, length));
            at += Math.Max(1, length);
        }
        return last;
    }

    private static WordTree<Basis?> Load(string cumulative, string incremental, string neither)
    {
        var tree = new WordTree<Basis?>();
        tree.AddAll(ReplyWords.Of(cumulative), Basis.Cumulative);
        tree.AddAll(ReplyWords.Of(incremental), Basis.Incremental);
        tree.AddAll(ReplyWords.Of(neither), null);
        return tree;
    }
}
