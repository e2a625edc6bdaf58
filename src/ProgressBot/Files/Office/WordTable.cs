using System.Xml;
using System.Xml.Linq;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files.Office;

/// <summary>Turns a Word table into a grid in which merged cells repeat their text. A table inside a cell becomes a grid of its own.</summary>
internal static class WordTable
{
    // Word itself allows 63 columns
    const int MostColumns = 128;

    // people nest a form in a form; deeper is somebody's joke
    const int DeepestTable = 4;

    /// <summary>Reads the table on which the reader stands, to its end: the table itself, then the tables inside its cells.</summary>
    public static List<Grid> Read(XmlReader reader, WordPages pages, int line)
    {
        var rows = new List<GridRow>();
        var grids = new List<Grid> { new(rows, line, pages.Current) };
        using var table = reader.ReadSubtree();
        // rows may stand inside content controls
        for (table.Read(); !table.EOF;)
            if (Wordml.Stands(table, Wordml.Row))
                Add(rows, grids, (XElement)XNode.ReadFrom(table), pages);
            else
                table.Read();
        reader.Skip();
        return grids;
    }

    static void Add(List<GridRow> rows, List<Grid> grids, XElement row, WordPages pages)
    {
        AddRow(rows, row);
        foreach (var inner in Inner(row, DeepestTable))
        {
            var own = new List<GridRow>();
            foreach (var innerRow in Wordml.Nearest(inner, Wordml.Row))
                AddRow(own, innerRow);
            grids.Add(grids[0] with { Rows = own });
        }

        pages.Pass(row);
    }

    static IEnumerable<XElement> Inner(XElement row, int deepest) => deepest == 0 ? [] :
        Wordml.Nearest(row, Wordml.Table).SelectMany(table => Wordml.Nearest(table, Wordml.Row).SelectMany(inner => Inner(inner, deepest - 1)).Prepend(table));

    static void AddRow(List<GridRow> rows, XElement row) => rows.Add(new GridRow(Cells(row, rows.LastOrDefault()), rows.Count + 1));

    static List<Cell> Cells(XElement row, GridRow? above)
    {
        var before = row.Element(Wordml.RowProperties)?.NumberOf(Wordml.GridBefore) ?? 0;
        var cells = Enumerable.Repeat(Cell.Blank, Math.Clamp(before, 0, MostColumns)).ToList();
        foreach (var cell in Wordml.Nearest(row, Wordml.Cell))
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
        string.Join('\n', Wordml.Nearest(cell, Wordml.Paragraph).Select(paragraph => WordText.Of(paragraph).Trim()).Where(text => text.Length > 0));
}
