namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A document as cells and paragraphs, in reading order, whatever file it came from.</summary>
/// <param name="FileName">The name people know the document by; no directory.</param>
/// <param name="Blocks">Paragraphs and grids in reading order.</param>
public sealed record SourceDocument(string FileName, IReadOnlyList<Block> Blocks)
{
    /// <summary>What the file holds and was left out on purpose: hidden rows, hidden sheets.</summary>
    public IReadOnlyList<DraftWarning> Omissions { get; init; } = [];
}

/// <summary>One piece of a document: a paragraph or a grid.</summary>
/// <param name="Line">1-based: the line in a text file, the running paragraph in a Word file; for a grid, of its first row.</param>
/// <param name="Page">1-based page, when the file knows it.</param>
public abstract record Block(int Line, int? Page);

/// <summary>Text between the tables: a heading, an ordinary paragraph, a numbered point.</summary>
public sealed record Paragraph(string Text, int Line, int? Page = null) : Block(Line, Page);

/// <summary>A table as it stands in the file, headers and titles included.</summary>
/// <param name="Rows">Rows from top to bottom; they may differ in length.</param>
/// <param name="Line">Where the table begins.</param>
/// <param name="Page">1-based page, when the file knows it.</param>
/// <param name="Sheet">The worksheet's name, for a workbook.</param>
public sealed record Grid(IReadOnlyList<GridRow> Rows, int Line, int? Page = null, string? Sheet = null) : Block(Line, Page);

/// <summary>One row of a grid.</summary>
/// <param name="Cells">From left to right; a merged area appears in each cell that it covers.</param>
/// <param name="Number">1-based: the row in the sheet or table, the line in a text file.</param>
public sealed record GridRow(IReadOnlyList<Cell> Cells, int Number);

/// <summary>One cell. A cell under a merged area carries the area's text and says so.</summary>
/// <param name="Text">Trimmed; line breaks inside the cell are kept as \n; empty when blank.</param>
/// <param name="Merge">Whether the text belongs to this cell or is inherited from a merged area.</param>
public readonly record struct Cell(string Text, CellMerge Merge = CellMerge.None)
{
    public static readonly Cell Blank = new(string.Empty);

    public bool IsBlank => Text.Length == 0;
}

/// <summary>How a cell got its text.</summary>
public enum CellMerge
{
    /// <summary>Its own.</summary>
    None,

    /// <summary>Covered by a merged area that begins in a row above.</summary>
    FromAbove,

    /// <summary>Covered by a merged area that begins in the same row, further left.</summary>
    FromLeft,
}
