using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Finds tables whose columns are set apart by nothing but spaces, and makes grids of them.</summary>
internal static partial class SpacedColumns
{
    const int FewestColumns = 3;

    public static IReadOnlyList<Block> Regroup(IReadOnlyList<Block> blocks)
    {
        var result = new List<Block>();
        for (var index = 0; index < blocks.Count; index++)
            if (blocks[index] is Paragraph header && Columns(header.Text) is { } columns)
                result.Add(Table(blocks, ref index, columns));
            else
                result.Add(blocks[index]);
        return result;
    }

    // wide gaps first, so that 任 务 名 称 stays one header
    static string[]? Columns(string line) => line.Length > 120 ? null : AsHeader(Wide().Split(line.Trim())) ?? AsHeader(Any().Split(line.Trim()));

    static string[]? AsHeader(string[] words)
    {
        var roles = words.Select(HeaderWords.Classify).ToList();
        return words.Length >= FewestColumns && !roles.Contains(ColumnRole.Unknown) && roles.Distinct().Count() >= FewestColumns ? words : null;
    }

    static Grid Table(IReadOnlyList<Block> blocks, ref int index, string[] columns)
    {
        var first = blocks[index];
        var rows = new List<GridRow> { Row(columns, first.Line) };
        while (index + 1 < blocks.Count && blocks[index + 1] is Paragraph next && Cells(next.Text, columns.Length) is { } cells)
        {
            rows.Add(Row(cells, next.Line));
            index++;
        }

        return new Grid(rows, first.Line, first.Page);
    }

    static string[]? Cells(string line, int count) =>
        Wide().Split(line.Trim()) is var wide && wide.Length == count ? wide : Any().Split(line.Trim()) is var any && any.Length == count ? any : null;

    static GridRow Row(string[] cells, int line) => new([.. cells.Select(cell => new Cell(cell))], line);

    [GeneratedRegex("[ \\u3000]{2,}|\\u3000")]
    private static partial Regex Wide();

    [GeneratedRegex("[ \\u3000]+")]
    private static partial Regex Any();
}
