using System.Text.RegularExpressions;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files;

/// <summary>Reads plain text, Markdown, CSV and tab-separated text into paragraphs and grids. Every block knows its line.</summary>
internal static partial class TextDocument
{
    public static SourceDocument Read(string text, string fileName)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var blocks = IsCommaSeparated(lines) ? Delimited(lines, ',') : Blocks(lines);
        return new SourceDocument(fileName, [.. blocks]);
    }

    // prose has no runs of half-width commas; a sheet saved as CSV has the same number on nearly every line
    static bool IsCommaSeparated(string[] lines)
    {
        var records = DelimitedText.Records([.. lines.Take(400)], ',').Where(record => record.Fields.Any(field => field.Length > 0)).Take(100).ToList();
        return records.Count > 1 && records.Count(record => record.Fields.Count >= 3) * 10 > records.Count * 6
            && !records.Exists(record => record.Fields[0].Contains('\t', StringComparison.Ordinal));
    }

    static IEnumerable<Block> Delimited(string[] lines, char delimiter)
    {
        var rows = new List<GridRow>();
        foreach (var record in DelimitedText.Records(lines, delimiter))
            if (record.Fields.Any(field => field.Length > 0))
                rows.Add(Row(record.Fields, record.Line));
        if (rows.Count > 0)
            yield return new Grid(rows, rows[0].Number);
    }

    static IEnumerable<Block> Blocks(string[] lines)
    {
        var rows = new List<GridRow>();
        foreach (var record in DelimitedText.Records(lines, '\t'))
        {
            var row = Piped(record) ?? (record.Fields.Count > 1 ? Row(record.Fields, record.Line) : null);
            if (row is not null)
                rows.Add(row);
            else if (rows.Count > 0 && ContinuesCell(record, rows))
                rows[^1] = Continued(rows[^1], record.Fields[0]);
            else
                foreach (var block in Finish(rows, record))
                    yield return block;
        }

        foreach (var block in Finish(rows, null))
            yield return block;
    }

    static IEnumerable<Block> Finish(List<GridRow> rows, TextRecord? next)
    {
        var cells = rows.Where(row => row.Cells.Count > 0).ToList();
        if (cells.Count > 0)
            yield return new Grid(cells, cells[0].Number);
        rows.Clear();
        if (next is not null && Unmarked(string.Join(' ', next.Fields)) is { Length: > 0 } text)
            yield return new Paragraph(text, next.Line);
    }

    // a cell with a line break in it, pasted without quotes: the row so far has too few cells
    static bool ContinuesCell(TextRecord record, List<GridRow> rows) =>
        record.Fields[0].Length > 0 && rows.Count > 1 && rows[^1].Cells.Count < rows[0].Cells.Count && !rows[^1].Cells[^1].IsBlank;

    static GridRow Continued(GridRow row, string text) =>
        row with { Cells = [.. row.Cells.SkipLast(1), new Cell(row.Cells[^1].Text + "\n" + text)] };

    // | a | b | of Markdown; the line of dashes under the header is a row without cells
    static GridRow? Piped(TextRecord record)
    {
        var line = string.Join('\t', record.Fields).Trim();
        if (line.Length < 3 || line[0] != '|' || line[^1] != '|')
            return null;
        if (Dashes().IsMatch(line))
            return new GridRow([], record.Line);
        var cells = Pipe().Split(line[1..^1]).Select(cell => LineBreak().Replace(Escape().Replace(cell, "$1"), "\n").Trim());
        return Row([.. cells.Select(Unmarked)], record.Line);
    }

    static GridRow Row(IEnumerable<string> fields, int line) => new([.. fields.Select(field => new Cell(field))], line);

    static string Unmarked(string text)
    {
        var bare = Heading().Replace(Bold().Replace(text, "$1"), string.Empty).Trim();
        return Rule().IsMatch(bare) ? string.Empty : bare;
    }

    [GeneratedRegex("^\\|[\\s:|\\-]+\\|$")]
    private static partial Regex Dashes();

    [GeneratedRegex("(?<!\\\\)\\|")]
    private static partial Regex Pipe();

    [GeneratedRegex("\\\\([|*_\\\\`#\\[\\]])")]
    private static partial Regex Escape();

    [GeneratedRegex("<br\\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex("^\\s*#{1,6}\\s+")]
    private static partial Regex Heading();

    [GeneratedRegex("\\*\\*(.+?)\\*\\*")]
    private static partial Regex Bold();

    [GeneratedRegex("^([-*_=]\\s?){3,}$")]
    private static partial Regex Rule();
}
