using System.Buffers;
using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>Cuts a reply into mentions of figures and the clauses that have none.</summary>
internal static class ReplyText
{
    // words further away than this say nothing about a figure
    private const int Reach = 60;
    private const int MostOnStack = 256;
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，,。；;！!？?\n\r");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；;！!？?\n\r");

    /// <summary>The figures of a reply with the words around them.</summary>
    /// <param name="written">As written.</param>
    /// <param name="text">The same in simplified characters, quoted stretches blank; offsets are the same.</param>
    /// <param name="measures">The units of measure.</param>
    public static List<Mention> Mentions(string written, string text, MeasureWords measures)
    {
        var figures = new FigureScan(new Glyphs(written), measures, isReply: true).Run();
        var mentions = new List<Mention>(figures.Count);
        var (label, previous) = ((int?)null, 0);
        for (var index = 0; index < figures.Count; index++)
        {
            var next = index + 1 < figures.Count ? figures[index + 1].Start : text.Length;
            var gap = text.AsSpan(previous, figures[index].Start - previous);
            label = ItemLabels.Last(gap, previous == 0) ?? (gap.ContainsAny('\n', '\r') ? null : label);
            if (IsLabel(text, figures[index], next))
            {
                (label, previous) = ((int)figures[index].Value, figures[index].End);
                continue;
            }
            mentions.Add(Mention(written, text, figures[index], previous, next, label));
            previous = figures[index].End;
        }
        new Neighbours(text, mentions).Settle();
        return mentions;
    }

    /// <summary>Clauses with the places they take up; those without a figure are the ones that can say "none".</summary>
    public static IEnumerable<(int Start, int End)> Clauses(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !ClauseEnds.Contains(text[at]))
                continue;
            if (at > start)
                yield return (start, at);
            start = at + 1;
        }
    }

    /// <summary>Letters, digits and marks without white space and without what stands in brackets.</summary>
    public static string Plain(ReadOnlySpan<char> words)
    {
        Span<char> room = words.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[words.Length];
        return Plain(words, room).ToString();
    }

    /// <summary>The same, written to <paramref name="room"/>, which is as long as the words.</summary>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> words, Span<char> room)
    {
        var (depth, length) = (0, 0);
        for (var at = 0; at < words.Length; at++)
            if (words[at..].StartsWith("http"))
                at += LinkLength(words[at..]) - 1;
            else if (words[at] is var letter && letter is '(' or '（')
                depth++;
            else if (letter is ')' or '）')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && !char.IsWhiteSpace(letter) && !Script.IsUnseen(letter))
                room[length++] = letter;
        return room[..length];
    }

    private static int LinkLength(ReadOnlySpan<char> words) =>
        words.IndexOfAnyExceptInRange('!', '~') is >= 0 and var end ? end : words.Length;

    // "2 4个": a number that opens a line or a clause, then nothing but blanks, then a figure
    private static bool IsLabel(string text, FoundFigure figure, int next) =>
        figure.Unit.Length == 0 && figure.Value < 100 && next < text.Length && text.AsSpan(figure.End, next - figure.End).IsWhiteSpace()
        && (figure.Start == 0 || ClauseEnds.Contains(text[figure.Start - 1]));

    private static Mention Mention(string written, string text, FoundFigure figure, int previous, int next, int? label)
    {
        var start = Math.Max(previous, figure.Start - Reach);
        start += OpenBracket(text.AsSpan(start, figure.Start - start)) + 1;
        var gap = text.AsSpan(start, figure.Start - start);
        var lead = gap[(gap.LastIndexOfAny(SentenceEnds) + 1)..];
        var behind = text.AsSpan(figure.End, Math.Min(next - figure.End, Reach));
        var stop = behind.IndexOfAny(ClauseEnds);
        if (stop < 0 && next < text.Length && behind.Length > 0 && char.IsWhiteSpace(behind[0]))
            stop = 0;
        var near = Math.Max(0, figure.Start - 3 * Reach);
        var before = text.AsSpan(near, figure.Start - near);
        return new Mention(figure, Plain(gap[(gap.LastIndexOfAny(ClauseEnds) + 1)..]), Plain(lead), Plain(stop < 0 ? behind : behind[..stop]),
            Plain(before[(before.LastIndexOfAny(SentenceEnds) + 1)..]))
        {
            IsQuoted = text[figure.Start] != written[figure.Start] && char.IsWhiteSpace(text[figure.Start]),
            Note = Bracket(behind),
            Label = label,
            ContinuesSentence = previous > 0 && text.AsSpan(previous, figure.Start - previous).IndexOfAny(SentenceEnds) < 0,
            RunsOn = stop < 0 && next < text.Length,
        };
    }

    // place of a bracket that is open where the figure stands; -1 without one
    private static int OpenBracket(ReadOnlySpan<char> words)
    {
        var open = words.LastIndexOfAny('(', '（');
        return open >= 0 && words[open..].IndexOfAny(')', '）') < 0 ? open : -1;
    }

    private static string Bracket(ReadOnlySpan<char> behind)
    {
        if (behind.IsEmpty || behind[0] is not ('(' or '（'))
            return "";
        var close = behind.IndexOfAny(')', '）');
        return close < 0 ? "" : behind[1..close].ToString();
    }
}
