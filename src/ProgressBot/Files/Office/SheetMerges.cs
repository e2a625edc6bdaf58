using ExcelDataReader;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files.Office;

/// <summary>Gives every cell of a merged range the range's text.</summary>
internal static class SheetMerges
{
    const int MostColumns = 64;

    public static IReadOnlyList<GridRow> Spread(List<GridRow> rows, CellRange[]? ranges)
    {
        foreach (var range in (ranges ?? []).Where(range => range.FromRow < rows.Count && range.FromColumn < MostColumns))
            if (CellAt(rows[range.FromRow], range.FromColumn) is { IsBlank: false } owner)
                Spread(rows, range, owner.Text);
        return rows;
    }

    static void Spread(List<GridRow> rows, CellRange range, string text)
    {
        for (var row = range.FromRow; row <= Math.Min(range.ToRow, rows.Count - 1); row++)
        {
            var cells = rows[row].Cells.ToList();
            var last = Math.Min(range.ToColumn, MostColumns);
            while (cells.Count <= last)
                cells.Add(Cell.Blank);
            for (var column = range.FromColumn; column <= last; column++)
                if ((row, column) != (range.FromRow, range.FromColumn))
                    cells[column] = new Cell(text, column > range.FromColumn ? CellMerge.FromLeft : CellMerge.FromAbove);
            rows[row] = rows[row] with { Cells = cells };
        }
    }

    static Cell CellAt(GridRow row, int column) => column < row.Cells.Count ? row.Cells[column] : Cell.Blank;
}
