using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Pdf;

/// <summary>A table without upright lines: its columns are where pieces of text stand above each other.</summary>
sealed class AlignedTable
{
    const int FewestColumns = 3;
    const int FewestRows = 2;

    readonly List<(double Left, double Right)> _columns;
    readonly List<string[]> _rows = [];
    readonly LeftOut _leftOut = new();
    double _pitch;

    AlignedTable(List<(double Left, double Right)> columns) => _columns = columns;

    /// <summary>The table that begins at this line, and how many lines it takes; null when none begins here.</summary>
    /// <param name="lines">The lines of a page that lie outside other tables, from top to bottom.</param>
    /// <param name="at">Index of the first line.</param>
    /// <param name="leftOut">Takes marks of notes.</param>
    public static (PdfTable Table, int Lines)? At(IReadOnlyList<PageLine> lines, int at, LeftOut leftOut)
    {
        var header = lines[at].Pieces(new LeftOut()).ToList();
        if (header.Count < FewestColumns || header.Exists(piece => piece.Text.Length > 16))
            return null;
        var table = new AlignedTable(header.ConvertAll(piece => (piece.Left, piece.Right)));
        var next = at;
        while (next < lines.Count && table.Take(lines[next], next > at ? lines[next - 1] : null))
            next++;
        if (table._rows.Count < FewestRows)
            return null;
        leftOut.Add(table._leftOut);
        var rows = table._rows.ConvertAll(row => row.Select(text => PdfCell.Blank with { Text = text }).ToArray());
        return (new PdfTable([.. table._columns.Select(column => column.Left), table._columns[^1].Right], lines[at].Top,
            lines[next - 1].Baseline, rows), next - at);
    }

    // false when the line does not fit into the columns
    bool Take(PageLine line, PageLine? above)
    {
        var pieces = line.Pieces(_leftOut).ToList();
        var places = pieces.ConvertAll(piece => _columns.FindAll(column => column.Left < piece.Right && piece.Left < column.Right));
        if (places.Exists(columns => columns.Count > 1) || (places.Exists(columns => columns.Count == 0) && pieces.Count == 1))
            return false;
        var cells = new string[_columns.Count];
        foreach (var (piece, columns) in pieces.Zip(places))
        {
            var column = columns.Count == 1 ? _columns.IndexOf(columns[0]) : Nearest(piece.Left, piece.Right);
            cells[column] = (cells[column] ?? string.Empty) + piece.Text;
            _columns[column] = (Math.Min(_columns[column].Left, piece.Left), Math.Max(_columns[column].Right, piece.Right));
        }

        return Add(cells, above is null ? 0 : above.Baseline - line.Baseline, line.Size);
    }

    // a line that is nearer than the rows are and has nothing in the first column goes on with the row above
    bool Add(string[] cells, double distance, double size)
    {
        if (_rows.Count > 1 && string.IsNullOrEmpty(cells[0]) && distance < Math.Max(_pitch, size * 1.8) + 1)
            for (var column = 0; column < cells.Length; column++)
                _rows[^1][column] += cells[column] ?? string.Empty;
        else if (distance > Math.Max(_pitch * 4, size * 6))
            return false;
        else
            _rows.Add([.. cells.Select(cell => cell ?? string.Empty)]);
        _pitch = _rows.Count == 2 ? distance : _pitch;
        return true;
    }

    int Nearest(double left, double right)
    {
        var center = (left + right) / 2;
        return _columns.IndexOf(_columns.MinBy(column => Math.Abs(((column.Left + column.Right) / 2) - center)));
    }
}
