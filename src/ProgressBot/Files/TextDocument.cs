using System.Text.RegularExpressions;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files;

/// <summary>Reads plain text, Markdown, CSV and tab-separated text into paragraphs and grids. Every block knows its line.</summary>
internal static partial class TextDocument
{
    public static SourceDocument Read(string text, string fileName)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var blocks = Delimiter.Of(lines) is var (sign, first) ? Delimited(lines, sign, first) : Blocks(lines);
        return new SourceDocument(fileName, [.. blocks]);
    }

    static IEnumerable<Block> Delimited(string[] lines, char delimiter, int first)
    {
        var rows = new List<GridRow>();
        foreach (var record in DelimitedText.Records(lines[first..], delimiter))
            if (record.Fields.Any(field => field.Length > 0))
                rows.Add(Row(record.Fields, record.Line + first));
        if (rows.Count > 0)
            yield return new Grid(rows, rows[0].Number);
    }

    static IEnumerable<Block> Blocks(string[] lines)
    {
        var rows = new List<GridRow>();
        var bare = BarePipes(lines);
        foreach (var record in DelimitedText.Records(lines, '\t'))
        {
            var row = Piped(record, bare.Contains(record.Line)) ?? (record.Fields.Count > 1 ? Row(record.Fields, record.Line) : null);
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

    // lines without pipes at their ends are a table when the next has as many, or from a line of dashes on with its header above it
    static HashSet<int> BarePipes(string[] lines)
    {
        var found = new HashSet<int>();
        for (var at = 1; at < lines.Length; at++)
            if (Pipe().Count(lines[at]) is > 1 and var pipes && Pipe().Count(lines[at - 1]) == pipes)
                found.UnionWith([at, at + 1]);
            else if (Dashes().IsMatch(lines[at]) && Pipe().Count(lines[at]) > 0 && Pipe().IsMatch(lines[at - 1]))
                for (found.Add(at); at < lines.Length && Pipe().IsMatch(lines[at]); at++)
                    found.Add(at + 1);
        return found;
    }

    // | a | b | of Markdown, the pipes at the ends may be left out; the line of dashes under the header is a row without cells
    static GridRow? Piped(TextRecord record, bool isBare)
    {
        var line = string.Join('\t', record.Fields).Trim();
        if (!isBare && (line.Length < 3 || line[0] != '|' || line[^1] != '|'))
            return null;
        if (Dashes().IsMatch(line))
            return new GridRow([], record.Line);
        var inner = line[(line.StartsWith('|') ? 1 : 0)..(line.Length > 1 && line.EndsWith('|')
            && !line.EndsWith("\\|", StringComparison.Ordinal) ? ^1 : ^0)];
        var cells = Pipe().Split(inner).Select(cell => LineBreak().Replace(Escape().Replace(cell, "$1"), "\n").Trim());
        return Row([.. cells.Select(Unmarked)], record.Line);
    }

    static GridRow Row(IEnumerable<string> fields, int line) => new([.. fields.Select(field => new Cell(field))], line);

    static string Unmarked(string text)
    {
        var bare = Heading().Replace(Bold().Replace(text, "$1"), string.Empty).Trim();
        return Rule().IsMatch(bare) ? string.Empty : bare;
    }

    [GeneratedRegex("^\\s*[|:\\-][\\s:|\\-]*[|\\-:]\\s*$")]
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
