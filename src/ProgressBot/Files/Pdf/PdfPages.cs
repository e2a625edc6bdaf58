using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Pdf;

/// <summary>Puts the pages together again: paragraphs and tables in reading order, what was parted by a page's end joined.</summary>
sealed class PdfPages(FileNotes notes)
{
    // marks at the end of a line may hang out by nearly a sign
    const double Ragged = 1;

    readonly PageFurniture _furniture = new();
    readonly List<(string Text, PdfTable? Table, int Page)> _blocks = [];
    readonly List<(double Top, PdfTable? Table, IReadOnlyList<PageLine> Lines)> _pieces = [];
    readonly TableSeams _seams = new(notes);
    PageLine? _last;
    double _width;

    /// <summary>The blocks; ask when all pages have been added.</summary>
    public IReadOnlyList<Block> Blocks => [.. _blocks.Select(Block).Where(block => block is not Grid { Rows.Count: 0 })];

    public void Add(PageContent page)
    {
        var leftOut = new LeftOut();
        var tables = RuledTables.Of(page);
        var outside = page.Glyphs.Where(glyph => !tables.Exists(table => table.Holds(glyph))).ToList();
        var lines = _furniture.Without(PageLine.Of(outside), page.Height);
        _pieces.Clear();
        foreach (var table in tables)
            if (RuledTable.Read(table, page.Glyphs.Where(table.Holds), leftOut) is { Rows.Count: > 0 } read)
                _pieces.Add((read.Top, read, []));
        Unruled(lines, leftOut);
        Emit(page, leftOut);
        leftOut.SayTo(notes, Place.Page(page.Number));
    }

    void Unruled(List<PageLine> lines, LeftOut leftOut)
    {
        for (var at = 0; at < lines.Count;)
            if (AlignedTable.At(lines, at, leftOut) is var (table, count))
                (at, _) = (at + count, Keep((table.Top, table, [])));
            else
                Keep((lines[at].Top, null, [lines[at++]]));
    }

    bool Keep((double Top, PdfTable? Table, IReadOnlyList<PageLine> Lines) piece)
    {
        _pieces.Add(piece);
        return true;
    }

    void Emit(PageContent page, LeftOut leftOut)
    {
        var lines = _pieces.SelectMany(piece => piece.Lines).ToList();
        var (left, right) = lines.Count == 0 ? (0, 0) : (lines.Min(line => line.Left), lines.Max(line => line.Right));
        var isFirst = true;
        foreach (var (_, table, own) in _pieces.OrderByDescending(piece => piece.Top))
        {
            if (table is not null)
                Table(table, page.Number, isFirst);
            foreach (var line in own)
                Line(line, left, right, page.Number, leftOut);
            isFirst = false;
        }
    }

    void Table(PdfTable table, int page, bool isFirst)
    {
        // the table above goes on when nothing stands between the two
        if (isFirst && _blocks.Count > 0 && _blocks[^1] is { Table: { } above } last && last.Page == page - 1)
            _seams.Join(above, table, page);
        _blocks.Add((string.Empty, table, page));
        _last = null;
    }

    void Line(PageLine line, double left, double right, int page, LeftOut leftOut)
    {
        var text = line.Text(leftOut);
        // a first line is moved in; what begins at the margin below a full line goes on
        if (_last is { } above && !_blocks[^1].Text.EndsWith('。') && line.Left < left + (line.Size * 0.8)
            && Math.Abs(above.Size - line.Size) < 1
            && PageText.IsFull(above, line.FirstWord, _width - (above.Left - left), Ragged))
            _blocks[^1] = _blocks[^1] with { Text = _blocks[^1].Text + PageText.Seam(above, line) + text };
        else
            _blocks.Add((text, null, page));
        (_last, _width) = (line, right - left);
    }

    static Block Block((string Text, PdfTable? Table, int Page) block, int index) => block.Table is null
        ? new Paragraph(block.Text, index + 1, block.Page)
        : new Grid([.. block.Table.Rows.Select((row, number) => new GridRow([.. row.Select(cell => cell.AsCell())], number + 1))],
            index + 1, block.Page);
}
