using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Makes grids of Markdown tables whose rows have no pipes at their ends: a | b over --- | ---.</summary>
internal static partial class PipedColumns
{
    public static IReadOnlyList<Block> Regroup(IReadOnlyList<Block> blocks)
    {
        var result = new List<Block>();
        for (var index = 0; index < blocks.Count; index++)
            if (Table(blocks, index) is { } table)
            {
                result.Add(new Grid([.. table.Where(line => !Dashes().IsMatch(line.Text)).Select(Row)], table[0].Line, table[0].Page));
                index += table.Count - 1;
            }
            else
                result.Add(blocks[index]);
        return result;
    }

    // the line of dashes tells it from prose that holds a stroke; without it every line has as many strokes and the first is a header
    static List<Paragraph>? Table(IReadOnlyList<Block> blocks, int at)
    {
        if (blocks[at] is not Paragraph first || Count(first.Text) == 0)
            return null;
        var lines = blocks.Skip(at).TakeWhile(block => block is Paragraph line && Count(line.Text) > 0).Cast<Paragraph>().ToList();
        var isMarked = lines.Count > 1 && Dashes().IsMatch(lines[1].Text);
        var isEven = lines.Count > 1 && Count(first.Text) > 1 && lines.TrueForAll(line => Count(line.Text) == Count(first.Text));
        return isMarked || (isEven && Cells(first.Text).Count(cell => HeaderWords.Classify(cell) != ColumnRole.Unknown) > 1) ? lines : null;
    }

    static int Count(string line) => line.AsSpan().Count('|') + line.AsSpan().Count('｜');

    static GridRow Row(Paragraph line) => new([.. Cells(line.Text).Select(cell => new Cell(cell))], line.Line);

    static IEnumerable<string> Cells(string line) => Pipe().Split(line).Select(cell => cell.Trim());

    [GeneratedRegex("^\\|?\\s*:?-{2,}:?\\s*(\\|\\s*:?-{2,}:?\\s*)+\\|?$")]
    private static partial Regex Dashes();

    [GeneratedRegex("(?<!\\\\)[|｜]")]
    private static partial Regex Pipe();
}
