using System.Buffers;

namespace ProgressBot.Core.Figures.Reading;

/// <summary>Tables that were pasted into a message: a line of headings, then lines with as many cells, parted by bars, tabs or blanks.</summary>
/// <remarks>Without bars and tabs, a line heads a table only when one of its cells is a heading by its words: a unit in brackets, 单位, 累计, 本月.</remarks>
internal sealed class PastedTables
{
    private const string UnitHeading = "单位";
    private const char Bar = '|';

    // |---|---| under the headings
    private static readonly SearchValues<char> Rule = SearchValues.Create("|-: \t");
    private static readonly PastedTables None = new([]);
    private static readonly WordTree<bool> Headings = new((WordFile.Read("surroundings")["Headings"], true));

    private readonly List<PastedCell> _cells;

    private PastedTables(List<PastedCell> cells) => _cells = cells;

    /// <summary>The cells below the headings, in the order of the text.</summary>
    public IReadOnlyList<PastedCell> Cells => _cells;

    public static PastedTables In(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return None;
        var cells = new List<PastedCell>();
        var lines = Lines(text);
        for (var line = 0; line < lines.Count; line++)
            line = Table(text, lines, line, cells);
        return cells.Count == 0 ? None : new PastedTables(cells);
    }

    /// <summary>The cell an offset lies in; null outside of tables.</summary>
    public PastedCell? At(int offset)
    {
        var (low, high) = (0, _cells.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_cells[middle].End <= offset)
                low = middle + 1;
            else if (_cells[middle].Start > offset)
                high = middle - 1;
            else
                return _cells[middle];
        }
        return null;
    }

    // the last line of the table that begins at a line; the same line when none does
    private static int Table(string text, List<List<(int Start, int End)>> lines, int top, List<PastedCell> cells)
    {
        var heads = lines[top].ConvertAll(cell => text[cell.Start..cell.End]);
        if (heads.Count < 2 || !heads.TrueForAll(IsWord) || !IsHeading(text, lines[top], heads))
            return top;
        var units = heads.FindIndex(head => head.EndsWith(UnitHeading, StringComparison.Ordinal));
        if (units >= 0 && top + 1 < lines.Count && units < lines[top + 1].Count
            && !IsMeasure(text[lines[top + 1][units].Start..lines[top + 1][units].End]))
            units = -1; // offices, not units of measure
        var line = top + 1;
        for (; line < lines.Count && lines[line].Count == heads.Count; line++)
        {
            var row = lines[line];
            var label = string.Concat(row.Where((_, column) => column != units).Select(cell => text[cell.Start..cell.End]).TakeWhile(IsWord));
            for (var column = 0; column < row.Count; column++)
                cells.Add(new PastedCell(row[column].Start, row[column].End, label, heads[column], units < 0 ? "" : text[row[units].Start..row[units].End]));
        }
        return line - 1;
    }

    private static bool IsMeasure(string cell) =>
        cell.Length > 0 && MeasureWords.Default.Find(Numeral.Scale(cell[0]) > 0 ? cell[1..] : cell) is not null;

    private static bool IsWord(string cell) => cell.Length > 0 && !cell.Any(Numeral.IsArabic);

    private static bool IsHeading(string text, List<(int Start, int End)> cells, List<string> heads) =>
        text.AsSpan(cells[0].Start, cells[^1].End - cells[0].Start).ContainsAny('\t', Bar) || (heads.Count > 2 && heads.Exists(IsHeading));

    private static bool IsHeading(string head) => Headings.LongestAt(head, 0) == head.Length || head.EndsWith(')') || head.EndsWith('）');

    private static List<List<(int Start, int End)>> Lines(string text)
    {
        var lines = new List<List<(int, int)>>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var length ? start + length : text.Length;
            if (end > start && text.AsSpan(start, end - start).ContainsAnyExcept(Rule))
                lines.Add(CellsOf(text, start, end));
            start = end + 1;
        }
        return lines;
    }

    // bars part the cells of a line that has any, else tabs, else blanks
    private static List<(int Start, int End)> CellsOf(string text, int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        var mark = line.Contains(Bar) ? Bar : line.Contains('\t') ? '\t' : ' ';
        var cells = new List<(int, int)>();
        for (var at = start; at < end;)
        {
            var stop = at;
            while (stop < end && text[stop] != mark && (mark != ' ' || !char.IsWhiteSpace(text[stop])))
                stop++;
            var cell = text.AsSpan(at, stop - at);
            if (!cell.IsWhiteSpace())
                cells.Add((at + cell.Length - cell.TrimStart().Length, at + cell.TrimEnd().Length));
            at = stop + 1;
        }
        return cells;
    }
}

/// <summary>One cell of a pasted table.</summary>
/// <param name="Start">Offset of its text.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Row">What its line is about: the words before the first number.</param>
/// <param name="Column">The heading above it.</param>
/// <param name="Unit">What the column 单位 says in its line; empty without one.</param>
internal sealed record PastedCell(int Start, int End, string Row, string Column, string Unit);
