namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Puts a table together again that was pasted out of a PDF with one cell per line.</summary>
internal static class CellPerLine
{
    public static IReadOnlyList<Block> Regroup(IReadOnlyList<Block> blocks) => blocks;
}
