using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Pdf;

/// <summary>Makes cells of the areas between the lines of a table: where a line is missing, neighbours are one merged area.</summary>
sealed class RuledTable
{
    // what word processors leave between a cell's side and its text, at the most
    const double WidestPadding = 6;

    readonly TableLines _lines;
    readonly List<PageGlyph>[,] _glyphs;
    readonly PdfCell?[,] _cells;
    readonly LeftOut _leftOut;

    RuledTable(TableLines lines, IEnumerable<PageGlyph> glyphs, LeftOut leftOut)
    {
        (_lines, _leftOut) = (lines, leftOut);
        _glyphs = new List<PageGlyph>[RowCount, ColumnCount];
        _cells = new PdfCell?[RowCount, ColumnCount];
        foreach (var glyph in glyphs)
            (_glyphs[Row(glyph.Middle), Column(glyph.Center)] ??= []).Add(glyph);
    }

    int RowCount => _lines.Rows.Count - 1;

    int ColumnCount => _lines.Columns.Count - 1;

    public static PdfTable Read(TableLines lines, IEnumerable<PageGlyph> glyphs, LeftOut leftOut)
    {
        var table = new RuledTable(lines, glyphs, leftOut);
        for (var row = 0; row < table.RowCount; row++)
            for (var column = 0; column < table.ColumnCount; column++)
                if (table._cells[row, column] is null)
                    table.Fill(row, column);
        var rows = Enumerable.Range(0, table.RowCount)
            .Select(row => Enumerable.Range(0, table.ColumnCount).Select(column => table._cells[row, column]!.Value).ToArray());
        return new PdfTable(lines.Columns, lines.Rows[0], lines.Rows[^1], [.. rows.Where(row => row.Any(cell => !cell.IsBlank))]);
    }

    // the area that begins here: as far right and down as no line parts it
    void Fill(int top, int left)
    {
        var (bottom, right) = (top, left);
        while (right + 1 < ColumnCount && !_lines.PartsColumns(top, right) && _cells[top, right + 1] is null)
            right++;
        while (bottom + 1 < RowCount && !_lines.PartsRows(bottom, left) && _cells[bottom + 1, left] is null)
            bottom++;
        var glyphs = new List<PageGlyph>();
        for (var row = top; row <= bottom; row++)
            for (var column = left; column <= right; column++)
                glyphs.AddRange(_glyphs[row, column] ?? []);
        var (text, endsFull) = Text(PageLine.Of(glyphs), left, right);
        for (var row = top; row <= bottom; row++)
            for (var column = left; column <= right; column++)
                _cells[row, column] ??= new PdfCell(
                    text, (row, column) == (top, left) ? CellMerge.None : column > left ? CellMerge.FromLeft
                        : CellMerge.FromAbove, endsFull, bottom > top);
    }

    (string Text, bool EndsFull) Text(List<PageLine> lines, int left, int right)
    {
        if (lines.Count == 0)
            return (string.Empty, false);
        var room = _lines.Columns[right + 1] - _lines.Columns[left];
        var padding = Math.Clamp(lines.Min(line => line.Left) - _lines.Columns[left], 0, WidestPadding);
        return PageText.Of(lines, room - (2 * padding), _leftOut);
    }

    int Row(double y)
    {
        var row = 0;
        while (row + 1 < RowCount && y < _lines.Rows[row + 1])
            row++;
        return row;
    }

    int Column(double x)
    {
        var column = 0;
        while (column + 1 < ColumnCount && x > _lines.Columns[column + 1])
            column++;
        return column;
    }
}
