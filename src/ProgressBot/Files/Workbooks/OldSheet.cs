using System.Globalization;
using ExcelDataReader;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Workbooks;

/// <summary>Reads the sheet on which a reader of binary workbooks stands.</summary>
/// <param name="reader">Stands before the sheet's first row.</param>
/// <param name="markAt">What the file says of the cell in a 1-based row and a 0-based column.</param>
/// <param name="notes">Takes what is left out.</param>
sealed class OldSheet(IExcelDataReader reader, Func<int, int, XlsMarks.Mark> markAt, FileNotes notes)
{
    const int MostColumns = 256;

    // sheets are often formatted far below their last row
    const int BlankRowsAtEnd = 500;

    readonly SheetGrid _grid = new(reader.Name, notes);
    readonly Dictionary<string, NumberFormat> _formats = [];
    readonly LeftOut _leftOut = new();

    /// <summary>The visible cells; null when there are none.</summary>
    public Grid? Read()
    {
        if (reader.FieldCount > MostColumns && reader.RowCount > 100)
            throw new UnreadableFileException("sheet_too_large");
        for (var column = 0; column < Columns; column++)
            if (reader.GetColumnWidth(column) < 0.1)
                _grid.HideColumns(column, column);
        for (var (number, blank) = (1, 0); blank < BlankRowsAtEnd && reader.Read(); number++)
        {
            if (reader.RowHeight <= 0)
                _grid.HideRow(number);
            blank = Row(number) ? 0 : blank + 1;
        }

        foreach (var merge in reader.MergeCells ?? [])
            _grid.Merge(merge.FromRow + 1, merge.FromColumn, merge.ToRow + 1, merge.ToColumn);
        return _grid.Build();
    }

    int Columns => Math.Min(reader.FieldCount, MostColumns);

    bool Row(int number)
    {
        var filled = false;
        for (var column = 0; column < Columns; column++)
        {
            var text = Cell(number, column);
            filled |= text.Length > 0;
            _grid.Put(number, column, text);
        }

        _leftOut.SayTo(notes, Place.SheetRow(reader.Name, number));
        return filled;
    }

    string Cell(int row, int column)
    {
        var (mark, text) = (markAt(row, column), Text(reader.GetValue(column), Format(reader.GetNumberFormatString(column) ?? "General")));
        if (_grid.IsHidden(row, column) || (mark.Error is null && (!mark.IsStruck || text.Length == 0)))
            return text;
        if (mark.Error is { } error)
            notes.Say("error_cell", Place.Cell(reader.Name, row, column), ("text", error));
        else
        {
            _leftOut.Add("struck", text + " ");
            _grid.Strike(row);
        }

        return string.Empty;
    }

    NumberFormat Format(string code) => _formats.TryGetValue(code, out var known) ? known : _formats[code] = new NumberFormat(code);

    static string Text(object? value, NumberFormat format) => value switch
    {
        null => string.Empty,
        string text => format.Show(text.ReplaceLineEndings("\n")).Trim(),
        DateTime day => format.Show(day),
        double number => format.Show(number, out _),
        int number => format.Show(number, out _),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
