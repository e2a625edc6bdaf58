using System.Globalization;
using System.Text.RegularExpressions;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Workbooks;

/// <summary>Days that a sheet shows as their number, because nobody formatted the cell: 44925 in a column of deadlines.</summary>
static partial class SerialDates
{
    const int LastHeaderRow = 12;

    // 2000 to 2099; a plan's year lies in between
    const int First = 36526;
    const int Last = 73050;

    /// <param name="document">Grids as they were read.</param>
    /// <param name="dayOf">How the workbook counts days.</param>
    /// <param name="notes">Everything that was said so far; the document gets it with what is said here.</param>
    public static SourceDocument Resolve(SourceDocument document, Func<double, DateTime?> dayOf, FileNotes notes)
    {
        List<Block> blocks = [.. document.Blocks.Select(block => block is Grid grid ? Resolve(grid, dayOf, notes) : block)];
        return document with { Blocks = blocks, Omissions = notes.Warnings };
    }

    static Grid Resolve(Grid grid, Func<double, DateTime?> dayOf, FileNotes notes)
    {
        var columns = grid.Rows.Take(LastHeaderRow).SelectMany(row => row.Cells.Index()).Where(cell => Heading().IsMatch(cell.Item.Text))
            .Select(cell => cell.Index).ToHashSet();
        return columns.Count == 0 ? grid
            : grid with { Rows = [.. grid.Rows.Select(row => Resolve(row, columns, (grid.Sheet ?? string.Empty, dayOf, notes)))] };
    }

    static GridRow Resolve(GridRow row, HashSet<int> columns, (string Sheet, Func<double, DateTime?> DayOf, FileNotes Notes) book)
    {
        if (!columns.Any(column => column < row.Cells.Count && IsSerial(row.Cells[column].Text)))
            return row;
        var cells = row.Cells.ToArray();
        foreach (var column in columns.Where(column => column < cells.Length && IsSerial(cells[column].Text)))
        {
            var (shown, day) = (cells[column].Text, book.DayOf(int.Parse(cells[column].Text, CultureInfo.InvariantCulture)));
            cells[column] = cells[column] with { Text = NumberFormat.General.Show(day!.Value) };
            book.Notes.Say("serial_date", Place.SheetRow(book.Sheet, row.Number), ("shown", shown), ("day", cells[column].Text));
        }

        return row with { Cells = cells };
    }

    static bool IsSerial(string text) => text.Length == 5
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= First and <= Last;

    [GeneratedRegex("^[^。；]{0,8}(时限|期限|日期|时间|截止|办结|完成时)[^。；]{0,6}$")]
    private static partial Regex Heading();
}
