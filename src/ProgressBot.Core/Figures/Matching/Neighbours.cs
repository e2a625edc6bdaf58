using System.Buffers;
using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>Settles what the places around a figure say about it: a table it stands in, a heading above, a figure before that it corrects or is a part of.</summary>
internal sealed class Neighbours(string text, List<Mention> mentions)
{
    private static readonly SearchValues<char> ListEnds = SearchValues.Create(")）。;；\n");

    private readonly PastedTables _tables = PastedTables.In(text);
    private readonly Dictionary<int, string>? _headings = Headings(text, mentions);
    private int _owner = -1;

    public void Settle()
    {
        for (var index = 0; index < mentions.Count; index++)
        {
            if (_tables.At(mentions[index].Figure.Start) is { } cell)
            {
                mentions[index] = InTable(mentions[index], cell);
                continue;
            }
            mentions[index] = UnderHeading(mentions[index]);
            if (index > 0)
                Compare(index);
        }
    }

    private static Mention InTable(Mention mention, PastedCell cell)
    {
        var words = ReplyText.Plain(cell.Row) + ReplyText.Plain(cell.Column);
        return mention with { Before = words, Lead = words, Sentence = words, After = "", Note = "", ContinuesSentence = false, RunsOn = false };
    }

    // 援建资金：⏎本期新增 100万元⏎本期累计 500万元
    private Mention UnderHeading(Mention mention)
    {
        if (_headings is null || !_headings.TryGetValue(mention.Figure.Start, out var heading))
            return mention;
        var own = ReplyWords.Content(mention.Lead) == 0 ? heading : "";
        return mention with { Before = own + mention.Before, Lead = own + mention.Lead, Sentence = heading + mention.Sentence };
    }

    private void Compare(int index)
    {
        var (before, mention) = (mentions[index - 1], mentions[index]);
        var gap = text.AsSpan(before.Figure.End, mention.Figure.Start - before.Figure.End);
        _owner = Owner(index, gap);
        if (before.RunsOn && before.Figure.BaseUnit == mention.Figure.BaseUnit && ReplyWords.NotReportedAt(before.After) is > 0 and var length)
            mention = mention with { Before = Without(mention.Before, length), Lead = Without(mention.Lead, length) };
        if (_owner >= 0 && mentions[_owner].Figure.BaseUnit == mention.Figure.BaseUnit && BasisWords.In(mention.Before) is null)
            mention = mention with { Owner = _owner };
        else if (before.Figure.BaseUnit == mention.Figure.BaseUnit || mention.IsBare)
            mention = Corrected(index, before, mention, ReplyText.Plain(gap));
        mentions[index] = mention;
    }

    private static string Without(string words, int length) => words.Length >= length ? words[length..] : words;

    // the figure whose bracket or colon opens a list that still goes on
    private int Owner(int index, ReadOnlySpan<char> gap)
    {
        var opens = gap.TrimStart();
        if (opens.Length > 0 && opens[0] is '(' or '（' or ':' or '：' && opens[1..].IndexOfAny(')', '）') < 0)
            return _owner < 0 ? index - 1 : _owner;
        return _owner >= 0 && !gap.ContainsAny(ListEnds) ? _owner : -1;
    }

    private Mention Corrected(int index, Mention before, Mention mention, string gap)
    {
        var behind = ReplyWords.CorrectedBehind(gap);
        var own = ReplyWords.AfterClauseEnd(gap[behind..]);
        if (behind > 0 && (ReplyWords.Content(own) == 0 || ReplyWords.EndsReplaced(gap.AsSpan(0, behind))))
            mentions[index - 1] = before with { IsReplaced = true };
        else if (!before.IsNegated || !mention.ContinuesSentence)
            return mention;
        if (ReplyWords.Content(own) > 0)
            return behind > 0 ? mention with { Before = own, Lead = own, Sentence = own } : mention;
        var words = ReplyWords.BeforeNegated(before.Before) + own;
        return mention with { Before = words, Lead = words, Sentence = words, Label = mention.Label ?? before.Label };
    }

    // by figure, the line without a figure above its line that ends in a colon or a bracket; null when there is none
    private static Dictionary<int, string>? Headings(string text, List<Mention> mentions)
    {
        Dictionary<int, string>? headings = null;
        var (heading, next) = ("", 0);
        for (var start = 0; start < text.Length && next < mentions.Count;)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var length ? start + length : text.Length;
            var line = text.AsSpan(start, end - start).Trim();
            if (mentions[next].Figure.Start >= end && line.Length > 0)
                heading = line[^1] is ':' or '：' or ')' or '）' ? ReplyText.Plain(line).TrimEnd(':', '：') : "";
            for (; next < mentions.Count && mentions[next].Figure.Start < end; next++)
                if (heading.Length > 0)
                    (headings ??= [])[mentions[next].Figure.Start] = heading;
            start = end + 1;
        }
        return headings;
    }
}
