using System.Globalization;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Figures;

/// <summary>One line of <c>replies.txt</c>.</summary>
internal sealed record Reply(string Kind, string Unit, char? Asked, string Text, string Expected)
{
    public static IEnumerable<Reply> Load(string file)
    {
        var kind = "";
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)))
            if (line.StartsWith('['))
                kind = line.Trim('[', ']');
            else if (line.Length > 0 && line[0] != '#')
                yield return Parse(kind, line);
    }

    public ReplyReading Read() =>
        ReplyReader.Read(Text, SamplePlan.Of(Unit), SamplePlan.September with { Expected = Asked, OwnNames = SamplePlan.NamesOf(Unit) });

    /// <summary>The reading in the notation of the file, values in plain decimals.</summary>
    public string Understood()
    {
        var reading = Read();
        var narrative = string.Join(" | ", reading.Unmatched.OrderBy(figure => figure.Start).Select(figure => figure.Phrase));
        return Notation(reading.Matched.Select(match =>
            $"{(char)match.IndicatorId}={(match.Comparator == Comparator.None ? "" : "≈")}{Plain(match.Value)}{(match.Basis == Basis.Cumulative ? "累计" : "本期")}{(match.IsCorrection ? "!" : "")}")
            .Concat(reading.Doubts.Select(doubt => $"?{doubt.Kind}:{(char)(doubt.Choices[0].IndicatorId ?? ' ')}"))
            .Concat(reading.Nothing.Select(id => $"-{(char)id}"))
            .Concat(reading.Unchanged.Select(id => $"={(char)id}")), narrative);
    }

    private static Reply Parse(string kind, string line)
    {
        var bar = line.IndexOf(" | ", StringComparison.Ordinal);
        var arrow = line.IndexOf(" =>", StringComparison.Ordinal);
        var who = line[..bar].Split('@');
        var expected = line[(arrow + 3)..].Split('~');
        var words = expected[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Value);
        return new Reply(kind, who[0], who.Length > 1 ? who[1][0] : null, line[(bar + 3)..arrow].Replace("\\n", "\n", StringComparison.Ordinal),
            Notation(words, expected.Length > 1 ? expected[1].Trim() : ""));
    }

    private static string Notation(IEnumerable<string> words, string narrative) =>
        string.Join(' ', words.Order(StringComparer.Ordinal)) + (narrative.Length > 0 ? " ~ " + narrative : "");

    // A=5.1e8累计 -> A=510000000累计
    private static string Value(string word)
    {
        if (word.Length < 3 || word[1] != '=')
            return word;
        var end = word.IndexOfAny(['累', '本']);
        var start = word[2] == '≈' ? 3 : 2;
        return $"{word[..start]}{Plain(decimal.Parse(word.AsSpan(start, end - start), NumberStyles.Float, CultureInfo.InvariantCulture))}{word[end..]}";
    }

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
