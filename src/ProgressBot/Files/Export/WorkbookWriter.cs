using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ProgressBot.Files.Export;

/// <summary>Writes sheets as an xlsx ready for print: A4 landscape, one page wide, wrapped text, the header on every page.</summary>
internal static class WorkbookWriter
{
    const int TitleRow = 1;
    const int HeaderRow = 2;

    // its letters are half as large again
    const int TitleLines = 2;

    /// <summary>What one cell may hold in Excel, in UTF-16 units.</summary>
    public const int LongestText = 32_767;

    /// <summary>Writes the sheets in order; the stream stays open.</summary>
    /// <exception cref="ArgumentException">No sheet, or a sheet without columns.</exception>
    public static void Write(IReadOnlyList<Sheet> sheets, Stream stream)
    {
        if (sheets.Count == 0 || sheets.Any(sheet => sheet.Columns.Count == 0))
            throw new ArgumentException("A workbook has at least one sheet, a sheet at least one column.", nameof(sheets));
        using var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Create();
        var names = SheetNames.Of(sheets);
        var entries = sheets.Select((sheet, index) => Add(book, sheet, names[index], (uint)index + 1)).ToList();
        book.Workbook = new Workbook(new BookViews(new WorkbookView()), new Sheets(entries), new DefinedNames(names.Select(RepeatedHeader)));
    }

    static DocumentFormat.OpenXml.Spreadsheet.Sheet Add(WorkbookPart book, Sheet sheet, string name, uint id)
    {
        var part = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
            Write(writer, sheet);
        return new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = id, Name = name };
    }

    // the order of these elements is fixed by the schema (ECMA-376, 18.3.1.99)
    static void Write(OpenXmlWriter writer, Sheet sheet)
    {
        var last = ColumnName(sheet.Columns.Count - 1);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(FrozenHeader());
        writer.WriteElement(new Columns(sheet.Columns.Select((column, index) => Width(column, (uint)index + 1))));
        writer.WriteStartElement(new SheetData());
        foreach (var row in Rows(sheet))
            writer.WriteElement(row);
        writer.WriteEndElement();
        writer.WriteElement(new MergeCells(new MergeCell { Reference = $"A{TitleRow}:{last}{TitleRow}" }));
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("第 &P 页 共 &N 页")));
        writer.WriteEndElement();
    }

    static SheetViews FrozenHeader() => new(new SheetView(
        new Pane { VerticalSplit = HeaderRow, TopLeftCell = $"A{HeaderRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 });

    static DocumentFormat.OpenXml.Spreadsheet.Column Width(SheetColumn column, uint number) =>
        new() { Min = number, Max = number, Width = Math.Clamp(column.Width, 1, 255), CustomWidth = true };

    static IEnumerable<Row> Rows(Sheet sheet)
    {
        yield return High(Row(TitleRow, [.. sheet.Columns.Select((_, column) => Text(column == 0 ? sheet.Title : string.Empty, WorkbookStyles.Title))]), TitleLines);
        yield return High(Row(HeaderRow, [.. sheet.Columns.Select(column => Text(column.Header, WorkbookStyles.Header))]), sheet.Columns.Max(column => RowHeight.Lines(column.Header, column.Width)));
        foreach (var (index, row) in sheet.Rows.Index())
            yield return High(
                Row(HeaderRow + 1 + index, [.. sheet.Columns.Select((_, column) => Of(column < row.Values.Count ? row.Values[column] : SheetValue.Blank))]),
                RowHeight.Lines(row, sheet.Columns));
    }

    // not every program finds out itself how high wrapped text is
    static Row High(Row row, int lines)
    {
        (row.Height, row.CustomHeight) = (RowHeight.Points(lines), true);
        return row;
    }

    static Row Row(int number, List<Cell> cells)
    {
        foreach (var (column, cell) in cells.Index())
            cell.CellReference = ColumnName(column) + number.ToString(CultureInfo.InvariantCulture);
        return new Row(cells) { RowIndex = (uint)number };
    }

    static Cell Of(SheetValue value) => value switch
    {
        SheetValue.NumberValue { Number: var number } => Number(number, decimal.IsInteger(number) ? WorkbookStyles.Whole : WorkbookStyles.Number),
        SheetValue.ShareValue { Share: var share } => Number(share, WorkbookStyles.Share),
        SheetValue.DayValue { Day: var day } => Number((decimal)day.ToDateTime(TimeOnly.MinValue).ToOADate(), WorkbookStyles.Day),
        SheetValue.TextValue { Text: var text } => Text(text, WorkbookStyles.Body),
        _ => Text(string.Empty, WorkbookStyles.Body),
    };

    static Cell Number(decimal number, uint style) => new(new CellValue(number)) { StyleIndex = style };

    // an inline string is text by its type, so that =1+1 from a report stays what was typed
    static Cell Text(string text, uint style) =>
        new(new InlineString(new Text(XmlText.Clean(text, LongestText)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    static DefinedName RepeatedHeader(string name, int index) =>
        new($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!${TitleRow}:${HeaderRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index };

    static string ColumnName(int index) => index < 26 ? ((char)('A' + index)).ToString() : ColumnName((index / 26) - 1) + (char)('A' + (index % 26));
}
