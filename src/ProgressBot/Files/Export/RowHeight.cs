namespace ProgressBot.Files.Export;

/// <summary>How high a row must be for its wrapped text, estimated from the widths of its columns.</summary>
static class RowHeight
{
    const double LinePoints = 15;
    const double Margin = 4;

    /// <summary>What Excel takes at most.</summary>
    const double Highest = 409;

    /// <summary>Lines of the cell that needs most; 1 for an empty row.</summary>
    public static int Lines(SheetRow row, IReadOnlyList<SheetColumn> columns) =>
        row.Values.Zip(columns, (value, column) => value is SheetValue.TextValue { Text: var text } ? Lines(text, column.Width) : 1).DefaultIfEmpty(1).Max();

    /// <summary>Lines of a text in a column of this width, in characters of the standard font; a Chinese character takes two.</summary>
    public static int Lines(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(letter => letter < 0x2E80 ? 1.0 : 2.0) / Math.Max(2, width - 1))));

    public static double Points(int lines) => Math.Min(Highest, (lines * LinePoints) + Margin);
}
