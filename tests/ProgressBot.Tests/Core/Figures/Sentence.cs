using System.Globalization;
using ProgressBot.Core.Figures;

namespace ProgressBot.Tests.Core.Figures;

/// <summary>One line of <c>sentences.txt</c>: a text, the figures in it, and the stretches that hold none.</summary>
internal sealed record Sentence(string Kind, string Text, IReadOnlyList<ExpectedFigure> Figures, IReadOnlyList<string> Traps)
{
    public static IReadOnlyList<Sentence> All { get; } = [.. Load()];

    /// <summary>Figures found that are expected: same phrase, value and base unit.</summary>
    public int Hits(IEnumerable<FoundFigure> found)
    {
        var open = Figures.ToList();
        return found.Count(figure => open.Remove(ExpectedFigure.Of(figure)));
    }

    /// <summary>The traps that a figure reaches into.</summary>
    public IEnumerable<string> TrapHits(IReadOnlyList<FoundFigure> found) => Traps.Where(trap =>
    {
        var start = Text.IndexOf(trap, StringComparison.Ordinal);
        Assert.True(start >= 0, $"trap {trap} is not in: {Text}");
        return found.Any(figure => figure.Start < start + trap.Length && figure.End > start);
    });

    private static IEnumerable<Sentence> Load()
    {
        var kind = "";
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "sentences.txt")))
            if (line.StartsWith('['))
                kind = line.Trim('[', ']');
            else if (line.Length > 0 && line[0] != '#')
                yield return Parse(kind, line);
    }

    private static Sentence Parse(string kind, string line)
    {
        var sides = line.Split(" => ");
        var parts = sides[1].Split(" ! ");
        var figures = parts[0].Trim() is "-" or "" ? [] : parts[0].Split(" | ").Select(ExpectedFigure.Parse).ToList();
        return new Sentence(kind, Unescape(sides[0]), figures, parts[1..]);
    }

    private static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);
}

/// <summary>A figure as the file writes it: <c>3.2亿元=3.2e8元</c>, <c>3-5个=3..5个</c>.</summary>
internal sealed record ExpectedFigure(string Phrase, decimal Low, decimal High, string BaseUnit)
{
    public static ExpectedFigure Of(FoundFigure figure) =>
        new(figure.Phrase, figure.Normalized, figure.NormalizedMax ?? figure.Normalized, figure.BaseUnit);

    public static ExpectedFigure Parse(string text)
    {
        var equal = text.LastIndexOf('=');
        var value = text[(equal + 1)..];
        var unit = value.TrimStart("0123456789.e".ToCharArray());
        var ends = value[..^unit.Length].Split("..").Select(end => decimal.Parse(end, NumberStyles.Float, CultureInfo.InvariantCulture)).ToList();
        return new ExpectedFigure(text[..equal].Replace("\\n", "\n", StringComparison.Ordinal), ends[0], ends[^1], unit);
    }
}
