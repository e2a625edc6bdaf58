using System.Buffers;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>到位资金、援建资金分别累计4.1亿元、520万元: names in a row and, behind 分别, figures in the same order.</summary>
internal static class Respective
{
    private static readonly SearchValues<char> Joints = SearchValues.Create("、，,和及与;；");

    /// <summary>The indicator of each figure that is told so: place in the mentions, place in the indicators.</summary>
    public static Dictionary<int, int> Of(List<Mention> mentions, Likeness[] likeness)
    {
        var told = new Dictionary<int, int>();
        for (var index = 0; index < mentions.Count; index++)
            if (ReplyWords.Respectively(mentions[index].Lead) is > 0 and var place
                && Named(mentions[index].Lead.AsSpan(0, place), likeness) is { Count: > 1 } named
                && Follow(mentions, index, named.Count))
                for (var next = 0; next < named.Count; next++)
                    told[index + next] = named[next];
        return told;
    }

    private static List<int> Named(ReadOnlySpan<char> words, Likeness[] likeness)
    {
        var named = new List<(int Place, int Index)>();
        for (var index = 0; index < likeness.Length; index++)
            if (likeness[index].LastPlace(words) is >= 0 and var place)
                named.Add((place, index));
        named.Sort();
        return named.TrueForAll(one => named.FindAll(other => other.Place == one.Place).Count == 1) ? named.ConvertAll(one =>
            one.Index) : [];
    }

    // as many figures as names, with nothing but a mark between them, and no more
    private static bool Follow(List<Mention> mentions, int first, int count)
    {
        for (var next = first + 1; next < first + count; next++)
            if (next >= mentions.Count || !IsNext(mentions[next]))
                return false;
        return first + count >= mentions.Count || !IsNext(mentions[first + count]);
    }

    private static bool IsNext(Mention mention) => mention.ContinuesSentence && mention.Lead.AsSpan().IndexOfAnyExcept(Joints) < 0;
}
