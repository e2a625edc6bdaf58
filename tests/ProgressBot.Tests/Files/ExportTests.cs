using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;
using ProgressBot.Files.Export;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Sheet = ProgressBot.Files.Export.Sheet;

namespace ProgressBot.Tests.Files;

public sealed class ExportTests
{
    static readonly Sheet Progress = new(
        "任务[2024]", "2024年任务进度表",
        [new("工作目标", 40), new("累计", 12), new("完成率", 10), new("最近报送", 14), new("说明", 30)],
        [
            new("到位资金8亿元", 5.13m, new SheetValue.ShareValue(0.64125m), new DateOnly(2024, 9, 30),
                "=HYPERLINK(\"http://example.invalid\",\"点我\")"),
            new("新签项目6个", 4m, new SheetValue.ShareValue(0.6667m), SheetValue.Blank, "两行\n说明\u0001"),
        ]);

    [Fact]
    public void A_workbook_obeys_the_schema()
    {
        using var file = SpreadsheetDocument.Open(Xlsx(Progress, Progress), false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013)
            .Validate(file, TestContext.Current.CancellationToken).Select(error => error.Description));
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var grid = Assert.IsType<Grid>(Assert.Single(DocumentFile.Open(Xlsx(Progress), "表.xlsx").Blocks));

        Assert.Equal("任务_2024_", grid.Sheet);
        Assert.Equal(["工作目标", "累计", "完成率", "最近报送", "说明"], grid.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal(["到位资金8亿元", "5.13", "64.1%", "2024年9月30日"], grid.Rows[2].Cells.Take(4).Select(cell => cell.Text));
        Assert.Equal("两行\n说明", grid.Rows[3].Cells[4].Text);
    }

    [Fact]
    public void Text_never_becomes_a_formula()
    {
        using var file = SpreadsheetDocument.Open(Xlsx(Progress), false);
        var cells = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToList();

        Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
        Assert.StartsWith("=HYPERLINK", cells.Single(cell => cell.CellReference == "E3").InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void It_prints_on_A4_landscape_with_the_header_on_every_page()
    {
        using var file = SpreadsheetDocument.Open(Xlsx(Progress), false);
        var page = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<PageSetup>().Single();

        Assert.Equal((9u, OrientationValues.Landscape, 1u), (page.PaperSize!.Value, page.Orientation!.Value, page.FitToWidth!.Value));
        Assert.Equal("'任务_2024_'!$1:$2", file.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>().Single().Text);
    }

    [Theory]
    [InlineData("短", 1)]
    [InlineData("一行\n两行\n三行", 3)]
    [InlineData("每个汉字占两格，四十格宽的一列放不下这么长的一句话，所以要折成三行才看得全，不然就会被截掉一截的", 3)]
    public void A_row_is_as_tall_as_its_longest_text_wrapped(string goal, int lines)
    {
        using var file = SpreadsheetDocument.Open(Xlsx(new Sheet("表", "表", [new("工作目标", 40), new("累计", 12)], [new(goal, 3m)])), false);
        var row = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Last();

        Assert.Equal((lines * 15d) + 4, row.Height!.Value);
        Assert.True(row.CustomHeight!.Value);
    }

    [Fact]
    public void A_whole_number_is_shown_without_a_point()
    {
        using var file = SpreadsheetDocument.Open(Xlsx(Progress), false);
        var formats = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var whole = file.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<Cell>().Single(cell => cell.CellReference == "B4");
        var id = ((CellFormat)formats.CellFormats!.ElementAt((int)whole.StyleIndex!.Value)).NumberFormatId!.Value;

        Assert.Equal("#,##0", formats.NumberingFormats!.Elements<NumberingFormat>().Single(format => format.NumberFormatId!.Value == id)
            .FormatCode!.Value);
    }

    [Fact]
    public void A_row_is_as_high_as_the_cell_that_needs_most_lines()
    {
        var sheet = new Sheet("表", "表", [new("目标", 21), new("数", 8)],
            [new("十个字十个字十个字十个字十个字", 1m), new("短\n两行", 1m), new(SheetValue.Blank, 1m)]);
        using var file = SpreadsheetDocument.Open(Xlsx(sheet), false);

        Assert.Equal([34.0, 34.0, 19.0], file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Skip(2)
            .Select(row => row.Height!.Value));
    }

    [Fact]
    public void Two_sheets_of_one_name_are_told_apart()
    {
        using var file = SpreadsheetDocument.Open(Xlsx(Progress, Progress), false);

        Assert.Equal(["任务_2024_", "任务_2024_(2)"],
            file.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_without_tearing_a_character()
    {
        var text = new string('字', WorkbookWriter.LongestText - 1) + "🟢🟢";

        Assert.Equal(WorkbookWriter.LongestText - 1, XmlText.Clean(text, WorkbookWriter.LongestText).TrimEnd('\uD83D').Length);
        Assert.DoesNotContain(XmlText.Clean(text, WorkbookWriter.LongestText), char.IsSurrogate);
    }

    [Fact]
    public void A_workbook_without_columns_is_refused() =>
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write([new Sheet("空", "空", [], [])], Stream.Null));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86 571", "'+86 571")]
    [InlineData("@某人", "'@某人")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("甲，乙", "甲，乙")]
    [InlineData("甲,\"乙\"", "\"甲,\"\"乙\"\"\"")]
    public void A_CSV_field_is_text_whatever_it_begins_with(string text, string expected)
    {
        var lines = Csv(new Sheet("表", "表", [new("说明", 10)], [new(text)])).Split("\r\n");

        Assert.Equal(["\uFEFF说明", expected, ""], lines);
    }

    [Fact]
    public void A_CSV_shows_numbers_shares_and_days_as_the_sheet_does() =>
        Assert.Contains("到位资金8亿元,5.13,64.1%,2024-09-30,", Csv(Progress), StringComparison.Ordinal);

    static MemoryStream Xlsx(params IReadOnlyList<Sheet> sheets)
    {
        var stream = new MemoryStream();
        WorkbookWriter.Write(sheets, stream);
        stream.Position = 0;
        return stream;
    }

    static string Csv(Sheet sheet)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(sheet, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
