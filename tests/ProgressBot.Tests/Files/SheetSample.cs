using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Tests.Files;

/// <summary>Writes grids as an xlsx. A blank cell under a filled one becomes a real merged range.</summary>
internal static class SheetSample
{
    public static MemoryStream Of(SourceDocument document)
    {
        var rows = new List<Row>();
        var merges = new List<string>();
        foreach (var block in document.Blocks)
            if (block is Grid grid)
                Append(rows, merges, grid);
            else
                rows.Add(RowOf([((ProgressBot.Core.Plans.Drafts.Paragraph)block).Text], rows.Count + 1));
        return Write([("Sheet1", rows, merges, SheetStateValues.Visible)]);
    }

    public static MemoryStream Write(params IReadOnlyList<(string Name, List<Row> Rows, List<string> Merges, SheetStateValues State)> sheets)
    {
        var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            book.Workbook = new Workbook(new Sheets(sheets.Select((sheet, index) => Add(book, sheet.Name, sheet.Rows, sheet.Merges, sheet.State, (uint)index + 1))));
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>A row of texts; a number is written as a number, with the style of its index in <see cref="Styles"/>.</summary>
    public static Row RowOf(IReadOnlyList<object> values, int number) =>
        new(values.Select((value, column) => CellOf(value, Name(number, column)))) { RowIndex = (uint)number };

    /// <summary>A number shown through one of the formats: 1 percent, 2 with the unit 万元, 3 date.</summary>
    public readonly record struct Styled(double Value, uint Style);

    public static string Name(int row, int column) => $"{(char)('A' + column)}{row}";

    static Cell CellOf(object value, string name) => value switch
    {
        Styled styled => new Cell(new CellValue(styled.Value)) { CellReference = name, StyleIndex = styled.Style },
        int or double => new Cell(new CellValue(Convert.ToDouble(value))) { CellReference = name },
        _ => new Cell(new InlineString(new Text((string)value))) { CellReference = name, DataType = CellValues.InlineString },
    };

    static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "#,##0\"万元\"" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy\"年\"m\"月\"d\"日\"" }),
        new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
        new CellFormats(Format(0), Format(9), Format(164), Format(165)));

    static CellFormat Format(uint number) => new() { NumberFormatId = number, ApplyNumberFormat = true };

    static Sheet Add(WorkbookPart book, string name, List<Row> rows, List<string> merges, SheetStateValues state, uint id)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows));
        if (merges.Count > 0)
            part.Worksheet.Append(new MergeCells(merges.Select(merge => new MergeCell { Reference = merge })));
        return new Sheet { Id = book.GetIdOfPart(part), SheetId = id, Name = name, State = state };
    }

    static void Append(List<Row> rows, List<string> merges, Grid grid)
    {
        var first = rows.Count + 1;
        rows.AddRange(grid.Rows.Select((row, index) => RowOf([.. row.Cells.Select(cell => cell.Text)], first + index)));
        for (var column = 0; column < grid.Rows[0].Cells.Count; column++)
            for (var row = 1; row < grid.Rows.Count; row++)
            {
                var end = row;
                while (end + 1 < grid.Rows.Count && column < grid.Rows[end + 1].Cells.Count && grid.Rows[end + 1].Cells[column].IsBlank)
                    end++;
                if (end > row)
                    merges.Add($"{Name(first + row, column)}:{Name(first + end, column)}");
                row = end;
            }
    }
}
