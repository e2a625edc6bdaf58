namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Collects the numbered points of the paragraphs between the tables.</summary>
internal static class TextPoints
{
    const string SentenceEnds = "。；！？：）)”…;.:";

    // a line this long that ends without a stop was broken by the page, not by its author
    const int LineBrokenFrom = 20;

    public static IReadOnlyList<TextPoint> Collect(IEnumerable<Paragraph> paragraphs)
    {
        var raw = new List<(ListMark Mark, string Text, Paragraph At)>();
        foreach (var paragraph in paragraphs)
            if (ListMark.At(paragraph.Text) is { } mark)
                raw.Add((mark, paragraph.Text[mark.Length..].Trim(), paragraph));
            else if (raw.Count > 0 && EndsPart(paragraph.Text))
                raw.Add((default, string.Empty, paragraph));
            else if (raw.Count > 0)
                raw[^1] = raw[^1] with { Text = Join(raw[^1].Text, paragraph.Text) };
        return [.. Points(raw).Where(point => point.Level > 0)];
    }

    // what follows the word 附件 or the signature no longer belongs to the last point
    static bool EndsPart(string text) => Spacing.Remove(text) is var bare && (bare.StartsWith("附件", StringComparison.Ordinal) || bare.StartsWith("附表", StringComparison.Ordinal));

    static IEnumerable<TextPoint> Points(List<(ListMark Mark, string Text, Paragraph At)> raw)
    {
        var above = new List<(int Level, string Text)>();
        for (var index = 0; index < raw.Count; index++)
        {
            var (mark, text, at) = raw[index];
            above.RemoveAll(heading => heading.Level >= mark.Level);
            var leaf = index + 1 >= raw.Count || raw[index + 1].Mark.Level <= mark.Level;
            var bracket = UnitBracket.Take(text);
            yield return new TextPoint(mark.Number ?? string.Empty, mark.Level, bracket.Text, bracket, at.Line, at.Page, [.. above.Select(heading => heading.Text)], leaf);
            if (mark.Level > 0)
                above.Add((mark.Level, Spacing.Tighten(bracket.Text)));
        }
    }

    static string Join(string text, string next)
    {
        var lastLine = text[(text.LastIndexOf('\n') + 1)..];
        var broken = lastLine.Length >= LineBrokenFrom && !SentenceEnds.Contains(lastLine[^1]) && !UnitBracket.BeginsWithLabel(next);
        return broken || text.Length == 0 ? text + next : text + "\n" + next;
    }
}
