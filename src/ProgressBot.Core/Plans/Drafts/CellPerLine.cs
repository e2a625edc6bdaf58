namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Puts a table together again that was pasted out of a PDF with one cell per line.</summary>
internal static class CellPerLine
{
    const int FewestColumns = 3;

    /// <summary>The same blocks, with each run of header words and the lines under it replaced by a grid.</summary>
    public static IReadOnlyList<Block> Regroup(IReadOnlyList<Block> blocks)
    {
        if (blocks.Any(block => block is Grid))
            return blocks;
        var lines = blocks.Cast<Paragraph>().ToList();
        if (Headers(lines, 0) is not { } first)
            return blocks;
        var end = lines.FindIndex(first.End, line => EndsTable(line.Text));
        return [.. lines[..first.Start], Table(lines[first.Start..(end < 0 ? lines.Count : end)]), .. end < 0 ? [] : lines[end..]];
    }

    // the longest run of lines that are header words with different meanings
    static (int Start, int End)? Headers(List<Paragraph> lines, int from)
    {
        for (var start = from; start + FewestColumns <= lines.Count; start++)
        {
            var roles = lines.Skip(start).Select(line => HeaderWords.Classify(line.Text)).TakeWhile(role => role != ColumnRole.Unknown).ToList();
            if (roles.Count >= FewestColumns && roles.Distinct().Count() >= FewestColumns)
                return (start, start + roles.Count);
        }

        return null;
    }

    static Grid Table(List<Paragraph> lines)
    {
        var (_, width) = Headers(lines, 0)!.Value;
        var headers = lines[..width];
        var roles = headers.ConvertAll(line => HeaderWords.Classify(line.Text));
        var cells = WithoutRepeatedHeaders(lines[width..], [.. headers.Select(line => line.Text)]).ToList();
        var rows = new List<GridRow> { new([.. headers.Select(line => new Cell(line.Text))], lines[0].Line) };
        rows.AddRange(LineAlignment.Rows(cells, roles));
        return new Grid(rows, lines[0].Line, lines[0].Page);
    }

    static IEnumerable<Paragraph> WithoutRepeatedHeaders(List<Paragraph> lines, List<string> headers)
    {
        for (var index = 0; index < lines.Count; index++)
            if (lines.Skip(index).Take(headers.Count).Select(line => line.Text).SequenceEqual(headers))
                index += headers.Count - 1;
            else if (!PageNumber.IsOne(lines[index].Text))
                yield return lines[index];
    }

    static bool EndsTable(string text) => text.StartsWith("注：", StringComparison.Ordinal) || text.StartsWith("备注：", StringComparison.Ordinal);
}
