using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Markup;

/// <summary>Makes a grid of a table; cells that span rows or columns repeat their text.</summary>
sealed class HtmlTable(HtmlLook look, FileNotes notes)
{
    const int MostColumns = 128;
    const int MostCells = 1_500_000;

    readonly List<List<Cell>> _rows = [];

    // by column: how many rows a cell above still covers, and its text
    readonly Dictionary<int, (int Left, Cell Cell)> _above = [];
    readonly HashSet<int> _hiddenColumns = [];
    int _cells;

    /// <param name="table">The table; tables inside its cells are not part of it.</param>
    /// <param name="number">1-based number of the table in the document.</param>
    /// <param name="line">1-based paragraph at which it stands.</param>
    public Grid Read(IHtmlTableElement table, int number, int line)
    {
        HideColumns(table);
        foreach (var (index, row) in table.Rows.Index())
            Add(row, Place.Row(number, index + 1));
        return new Grid([.. _rows.Select((cells, index) => new GridRow(cells, index + 1))
            .Where(row => row.Cells.Any(cell => !cell.IsBlank))], line);
    }

    void HideColumns(IHtmlTableElement table)
    {
        var at = 0;
        foreach (var column in table.QuerySelectorAll("col").Where(column => column.Closest("table") == table))
            for (var span = Span(column, "span"); span > 0; span--, at++)
                if (look.IsHidden(column))
                    _hiddenColumns.Add(at);
    }

    void Add(IHtmlTableRowElement row, string where)
    {
        var (leftOut, cells) = (new LeftOut(), new List<Cell>());
        _rows.Add(cells);
        if (look.IsHidden(row) || (row.ParentElement is { } group && look.IsHidden(group)))
            leftOut.Add("hidden_row", row.TextContent);
        else
            foreach (var cell in row.Cells)
                Add(cell, cells, leftOut);
        Cover(cells, int.MaxValue);
        if (leftOut.Has("hidden_row")
            || (leftOut.Has("struck") && !cells.Exists(cell => cell.Merge == CellMerge.None && cell.Text.Any(char.IsLetter))))
            cells.Clear();
        leftOut.SayTo(notes, where);
    }

    void Add(IHtmlTableCellElement element, List<Cell> cells, LeftOut leftOut)
    {
        if (look.IsHidden(element))
        {
            leftOut.Add("hidden", element.TextContent);
            return;
        }

        Cover(cells, cells.Count);
        var text = _hiddenColumns.Contains(cells.Count) ? Hidden(element, leftOut) : look.IsStruck(element) ? Struck(element, leftOut)
            : HtmlText.Of(element, look, leftOut);
        var (down, own) = (Span(element, "rowspan"), new Cell(text));
        for (var span = Span(element, "colspan"); span > 0 && cells.Count < MostColumns; span--)
        {
            if (down > 1)
                _above[cells.Count] = (down - 1, own.IsBlank ? own
                    : own with { Merge = own.Merge == CellMerge.FromLeft ? CellMerge.FromLeft : CellMerge.FromAbove });
            Put(cells, own);
            own = own.IsBlank ? own : own with { Merge = CellMerge.FromLeft };
        }
    }

    static string Hidden(IElement element, LeftOut leftOut)
    {
        leftOut.Add("hidden", element.TextContent);
        return string.Empty;
    }

    static string Struck(IElement element, LeftOut leftOut)
    {
        leftOut.Add("struck", element.TextContent);
        return string.Empty;
    }

    // cells that reach down from above stand before the next own cell
    void Cover(List<Cell> cells, int until)
    {
        var last = until == int.MaxValue ? _above.Keys.DefaultIfEmpty(-1).Max() : until;
        while (cells.Count <= last)
            if (_above.TryGetValue(cells.Count, out var above))
            {
                _ = above.Left > 1 ? _above[cells.Count] = (above.Left - 1, above.Cell) : Forget(cells.Count);
                Put(cells, above.Cell);
                last = until == int.MaxValue ? last : cells.Count;
            }
            else if (until == int.MaxValue)
                Put(cells, Cell.Blank);
            else
                return;
    }

    (int, Cell) Forget(int column)
    {
        _above.Remove(column, out var covered);
        return covered;
    }

    void Put(List<Cell> cells, Cell cell)
    {
        if (++_cells > MostCells)
            throw new UnreadableFileException("sheet_too_large");
        cells.Add(cell);
    }

    static int Span(IElement element, string name) =>
        Math.Clamp(int.TryParse(element.GetAttribute(name), out var span) ? span : 1, 1, 5000);
}
