using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files.Pdf;

/// <summary>A table on one page.</summary>
/// <param name="Edges">The x of its columns' sides, from left to right.</param>
/// <param name="Top">Its upper side.</param>
/// <param name="Bottom">Its lower side.</param>
/// <param name="Rows">From top to bottom; as many cells in each as there are columns.</param>
sealed record PdfTable(IReadOnlyList<double> Edges, double Top, double Bottom, List<PdfCell[]> Rows);

/// <summary>A cell of a table on a page.</summary>
/// <param name="Text">Its text; in a merged area the whole area's.</param>
/// <param name="Merge">Whether it inherits the text.</param>
/// <param name="EndsFull">The last line is as long as the cell is wide: the text may go on on the next page.</param>
/// <param name="IsTall">It belongs to an area of several rows.</param>
readonly record struct PdfCell(string Text, CellMerge Merge, bool EndsFull, bool IsTall)
{
    public static readonly PdfCell Blank = new(string.Empty, CellMerge.None, false, false);

    public bool IsBlank => Text.Length == 0;

    public Cell AsCell() => new(Text, IsBlank ? CellMerge.None : Merge);
}
