using System.Xml.Linq;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files.Office;

/// <summary>Turns a Word table into a grid in which merged cells repeat their text. A table inside a cell becomes a grid of its own.</summary>
internal static class WordTable
{
    // Word itself allows 63 columns
    const int MostColumns = 128;

    public static IEnumerable<Grid> Grids(XElement table, int line, int? page)
    {
        var rows = new List<GridRow>();
        foreach (var row in Rows(table))
            rows.Add(new GridRow(Cells(row, rows.LastOrDefault()), rows.Count + 1));
        yield return new Grid(rows, line, page);
        foreach (var inner in Rows(table).SelectMany(row => row.Descendants(Wordml.Table)))
            yield return new Grid(Shallow(inner), line, page);
    }

    static List<GridRow> Shallow(XElement table)
    {
        var rows = new List<GridRow>();
        foreach (var row in Rows(table))
            rows.Add(new GridRow(Cells(row, rows.LastOrDefault()), rows.Count + 1));
        return rows;
    }

    // rows may stand inside content controls, so they are looked for below the table but not below a table within
    static IEnumerable<XElement> Rows(XElement table) => table.Descendants(Wordml.Row).Where(row => row.Ancestors(Wordml.Table).First() == table);

    static List<Cell> Cells(XElement row, GridRow? above)
    {
        var before = row.Element(Wordml.RowProperties)?.NumberOf(Wordml.GridBefore) ?? 0;
        var cells = Enumerable.Repeat(Cell.Blank, Math.Clamp(before, 0, MostColumns)).ToList();
        foreach (var cell in row.Descendants(Wordml.Cell).Where(cell => cell.Ancestors(Wordml.Row).First() == row))
        {
            var properties = cell.Element(Wordml.CellProperties);
            var first = Merged(properties, above, cells.Count) ?? new Cell(TextOf(cell));
            cells.Add(first);
            for (var span = properties?.NumberOf(Wordml.GridSpan) ?? 1; span > 1 && cells.Count < MostColumns; span--)
                cells.Add(first.IsBlank ? first : first with { Merge = CellMerge.FromLeft });
        }

        return cells;
    }

    // vMerge without a value, or "continue", goes on with the cell above
    static Cell? Merged(XElement? properties, GridRow? above, int column)
    {
        if (properties?.Element(Wordml.VerticalMerge) is not { } merge || (string?)merge.Attribute(Wordml.Value) == "restart")
            return null;
        return above is not null && column < above.Cells.Count ? new Cell(above.Cells[column].Text, CellMerge.FromAbove) : Cell.Blank;
    }

    static string TextOf(XElement cell) =>
        string.Join('\n', cell.Descendants(Wordml.Paragraph).Where(paragraph => paragraph.Ancestors(Wordml.Cell).First() == cell)
            .Select(paragraph => WordText.Of(paragraph).Trim()).Where(text => text.Length > 0));
}
