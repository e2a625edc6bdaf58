using System.Xml;
using System.Xml.Linq;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Word;

/// <summary>Turns a Word table into a grid in which merged cells repeat their text. A table inside a cell becomes a grid of its
/// own.</summary>
internal sealed class WordTable
{
    // Word itself allows 63 columns
    const int MostColumns = 128;

    // people nest a form in a form; deeper is somebody's joke
    const int DeepestTable = 4;

    readonly WordContext _context;
    readonly int _line;
    readonly int _page;
    readonly int _number;
    readonly List<GridRow> _rows = [];
    readonly List<Grid> _inner = [];
    readonly LeftOut _leftOut = new();
    RunLook _look;
    bool _hasInner;
    int _read;

    WordTable(WordContext context, int line)
    {
        (_context, _line, _page) = (context, line, context.Pages.Current);
        _number = ++context.Tables;
    }

    List<Grid> Grids => [new Grid(_rows, _line, _page), .. _inner];

    /// <summary>Reads the table on which the reader stands, to its end: the table itself, then the tables inside its cells.</summary>
    public static List<Grid> Read(XmlReader reader, WordContext context, int line)
    {
        var built = new WordTable(context, line);
        using var table = reader.ReadSubtree();
        // rows may stand inside content controls
        for (table.Read(); !table.EOF;)
            if (Wordml.Stands(table, Wordml.Row))
                built.Add((XElement)XNode.ReadFrom(table), 0);
            else if (Wordml.Stands(table, Wordml.TableProperties))
                built._look = context.Styles.OfTable((XElement)XNode.ReadFrom(table));
            else
                table.Read();
        reader.Skip();
        return built.Grids;
    }

    /// <summary>The same for a table that is in memory.</summary>
    /// <param name="table">w:tbl.</param>
    /// <param name="context">Styles and notes of the document.</param>
    /// <param name="line">The paragraph at which it stands.</param>
    /// <param name="depth">How many tables lie around it.</param>
    public static List<Grid> Read(XElement table, WordContext context, int line, int depth = 0)
    {
        var built = new WordTable(context, line) { _look = context.Styles.OfTable(table.Element(Wordml.TableProperties)) };
        foreach (var row in Wordml.Nearest(table, Wordml.Row))
            built.Add(row, depth);
        return built.Grids;
    }

    void Add(XElement row, int depth)
    {
        (_read, _hasInner) = (_read + 1, depth > 0 || _context.Pages.Pass(row));
        var properties = row.Element(Wordml.RowProperties);
        if (properties?.Element(Wordml.Deleted) is not null || properties?.Element(Wordml.Hidden) is not null)
            _context.Notes.Say(
                properties.Element(Wordml.Deleted) is null ? "hidden_row" : "deleted_row", Place.Row(_number, _read),
                ("text", FileNotes.Quote(string.Join(' ', row.Descendants(Wordml.Text).Select(text => text.Value)))));
        else
            AddVisible(row, depth);
    }

    void AddVisible(XElement row, int depth)
    {
        var cells = Cells(row);
        // a row whose words are all struck through is gone, its number and inherited cells with it
        if (!_leftOut.Has("struck") && !_leftOut.Has("hidden") && !_leftOut.Has("deleted") || cells.Exists(HoldsWords))
            _rows.Add(new GridRow(cells, _read));
        _leftOut.SayTo(_context.Notes, Place.Row(_number, _read));
        if (_hasInner && depth < DeepestTable)
            foreach (var inner in Wordml.Nearest(row, Wordml.Table))
                _inner.AddRange(Read(inner, _context, _line, depth + 1));
    }

    static bool HoldsWords(Cell cell) => cell.Merge == CellMerge.None && cell.Text.Any(char.IsLetter);

    List<Cell> Cells(XElement row)
    {
        var before = row.Element(Wordml.RowProperties)?.NumberOf(Wordml.GridBefore) ?? 0;
        var cells = Enumerable.Repeat(Cell.Blank, Math.Clamp(before, 0, MostColumns)).ToList();
        foreach (var cell in Wordml.Nearest(row, Wordml.Cell))
        {
            var properties = cell.Element(Wordml.CellProperties);
            var first = Across(properties, cells) ?? Merged(properties, cells.Count) ?? new Cell(TextOf(cell));
            cells.Add(first);
            for (var span = properties?.NumberOf(Wordml.GridSpan) ?? 1; span > 1 && cells.Count < MostColumns; span--)
                cells.Add(first.IsBlank ? first : first with { Merge = CellMerge.FromLeft });
        }

        return cells;
    }

    // the old way to merge to the right
    static Cell? Across(XElement? properties, List<Cell> cells) =>
        cells.Count > 0 && Continues(properties?.Element(Wordml.HorizontalMerge)) ? cells[^1] with { Merge = CellMerge.FromLeft } : null;

    // a continued cell shows the text above it, whatever it holds itself; in the first row there is nothing above
    Cell? Merged(XElement? properties, int column)
    {
        if (_rows.Count == 0 || !Continues(properties?.Element(Wordml.VerticalMerge) ?? properties?.Element(Wordml.VerticalMergeOf2003)))
            return null;
        return column < _rows[^1].Cells.Count ? new Cell(_rows[^1].Cells[column].Text, CellMerge.FromAbove) : Cell.Blank;
    }

    // without a value, or "continue"
    static bool Continues(XElement? merge) => merge is not null && (string?)merge.Attribute(Wordml.Value) is not ("restart" or "rest");

    string TextOf(XElement cell)
    {
        if (cell.Element(Wordml.CellProperties)?.Element(Wordml.DeletedCell) is not null)
        {
            _leftOut.Add("deleted", string.Concat(cell.Descendants(Wordml.Text).Select(text => text.Value)));
            return string.Empty;
        }

        return string.Join('\n', Wordml.Nearest(cell, Wordml.Paragraph).SelectMany(Lines).Where(text => text.Length > 0));
    }

    IEnumerable<string> Lines(XElement paragraph)
    {
        yield return (_context.Numbering.Mark(paragraph) + WordText.Of(paragraph, _context, _leftOut, _look)).Trim();
        foreach (var line in (_hasInner ? WordBlocks.Boxes(paragraph) : []).SelectMany(box => Wordml.Nearest(box, Wordml.Paragraph))
            .SelectMany(Lines))
            yield return line;
    }
}
