using System.Globalization;
using ProgressBot.Files.Workbooks;
using static ProgressBot.Tests.Files.RawOffice;

namespace ProgressBot.Tests.Files;

/// <summary>Cells of workbooks are read as the sheet shows them.</summary>
public sealed class SheetValueTests
{
    [Theory]
    [InlineData("0!.0,\"万元\"", 56000000, "5600万元")]
    [InlineData("0\".\"0,\"万元\"", 56000000, "5600万元")]
    [InlineData("0\\.0,\"万元\"", 56123456, "5612.3万元")]
    [InlineData("0!.0,", 8888, "0.9")]
    [InlineData("0.00,,\"百万\"", 1234567, "1.23百万")]
    [InlineData("0.00,,,\"十亿\"", 8500000000, "8.5十亿")]
    [InlineData("#,##0,", 5600000, "5600")]
    [InlineData("#,##0,\"千元\"", 5600000, "5600千元")]
    [InlineData("#,##0.00", 1234.5, "1234.5")]
    [InlineData("0.00,", 1250000, "1250")]
    [InlineData("0.0%", 0.085, "8.5%")]
    [InlineData("0%", 0.085, "9%")]
    [InlineData("\"不少于\"0\"个\"", 6, "不少于6个")]
    [InlineData("0\"个\";;;", 6, "6个")]
    [InlineData("[>=100000000]0!.00,,\"亿元\";[>=10000]0!.0,\"万元\";0\"元\"", 820000000, "8.2亿元")]
    [InlineData("[>=100000000]0!.00,,\"亿元\";[>=10000]0!.0,\"万元\";0\"元\"", 56000, "5.6万元")]
    [InlineData("[>=100000000]0!.00,,\"亿元\";[>=10000]0!.0,\"万元\";0\"元\"", 560, "560元")]
    [InlineData("[Red]0.0\"亿元\"", 8, "8亿元")]
    [InlineData("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", 1200, "1200")]
    [InlineData("[$¥-804]#,##0", 300, "¥300")]
    [InlineData("General\"个\"", 6, "6个")]
    [InlineData("G/通用格式\"场\"", 3.5, "3.5场")]
    [InlineData("0;(0)", -5, "(5)")]
    [InlineData("0", -5, "-5")]
    [InlineData("0.00E+00", 120000000, "120000000")]
    [InlineData("[DBNum1]0", 12, "12")]
    [InlineData("00", 7, "07")]
    [InlineData("#", 0, "")]
    [InlineData("#.##\"亿\"", 0.5, "0.5亿")]
    [InlineData("0 \"人次\"", 400, "400 人次")]
    [InlineData("@", 6, "6")]
    public void A_number_is_read_as_its_format_shows_it(string format, double value, string expected) =>
        Assert.Equal(expected, new NumberFormat(format).Show(value, out _));

    [Theory]
    [InlineData("0", 8.25, true)]
    [InlineData("0.00", 8.25, false)]
    [InlineData("#,##0", 12345.4, false)]
    [InlineData("0!.0,", 8888, true)]
    public void What_a_format_rounds_away_is_said(string format, double value, bool expected)
    {
        new NumberFormat(format).Show(value, out var isRounded);

        Assert.Equal(expected, isRounded);
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", 44925, "2022年12月30日")]
    [InlineData("yyyy/m/d;@", 44925, "2022年12月30日")]
    [InlineData("m\"月\"d\"日\"", 44925, "2022年12月30日")]
    [InlineData("yyyy\"年\"m\"月\"", 44925, "2022年12月")]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 44925, "2022年12月30日")]
    [InlineData("yyyy", 44925, "2022年")]
    [InlineData("h:mm", 0.5, "12:00")]
    public void A_day_is_read_as_exactly_as_it_is_shown(string format, double serial, string expected)
    {
        var number = new NumberFormat(format);

        Assert.True(number.IsDate);
        Assert.Equal(expected, number.Show(DateTime.FromOADate(serial)));
    }

    [Fact]
    public void A_whole_number_survives_every_scale_that_loses_none_of_it()
    {
        var random = new Random(26);
        for (var round = 0; round < 500; round++)
        {
            var (number, commas) = (random.Next(1, 1_000_000), random.Next(0, 4));
            var stored = number * Math.Pow(1000, commas);

            var shown = new NumberFormat((random.Next(2) == 0 ? "#,##0" : "0") + new string(',', commas) + "\"个\"")
                .Show(stored, out var isRounded);

            Assert.Equal($"{number}个", shown);
            Assert.False(isRounded);
        }
    }

    [Fact]
    public void Any_format_is_read_without_falling_over()
    {
        var random = new Random(7);
        const string signs = "0#?.,%;\"\\!_*[]>@yMdhsE+-/元Gx ";
        for (var round = 0; round < 5000; round++)
        {
            var format = new NumberFormat(string.Concat(Enumerable.Range(0, random.Next(0, 12))
                .Select(_ => signs[random.Next(signs.Length)])));

            Assert.NotNull(format.Show((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 14)), out _));
            Assert.NotNull(format.Show("文字"));
        }
    }

    [Theory]
    [InlineData("", "2022年12月30日")]
    [InlineData("<workbookPr date1904=\"1\"/>", "2026年12月31日")]
    [InlineData("<workbookPr date1904=\"true\"/>", "2026年12月31日")]
    public void A_serial_number_in_a_column_of_deadlines_is_a_day_and_said(string properties, string expected)
    {
        var document = Open(Xlsx($"<sheetData>{Row(1, "任务", "完成时限")}{Row(2, "修路", "<c r=\"B2\"><v>44925</v></c>")}{Row(3, "44925", "年底")}"
            + $"</sheetData>", properties: properties));

        Assert.Equal($"任务|完成时限\n修路|{expected}\n44925|年底", TextOf(document));
        Assert.Contains("任务 第2行 按日期读作" + expected, NotesOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_without_its_own_font_is_struck_by_its_named_style()
    {
        const string styles = "<fonts><font/><font><strike/></font></fonts><cellStyleXfs><xf/><xf fontId=\"1\"/></cellStyleXfs><cellXfs>"
            + "<xf fontId=\"0\" xfId=\"0\"/><xf xfId=\"1\"/><xf fontId=\"1\"/></cellXfs>";

        var rows = Row(1, "任务", "目标值", "单位") + Row(2, "修路", Text("B2", "3公里", 1), "交通局")
            + Row(3, "1", Text("B3", "办展会", 2), Text("C3", "商务局", 2));

        var document = Open(Xlsx($"<sheetData>{rows}</sheetData>", styles));

        Assert.Equal("任务|目标值|单位\n修路||交通局", TextOf(document).TrimEnd('|'));
        Assert.Contains("任务 第2行 带删除线的文字未读取：“3公里”", NotesOf(document), StringComparison.Ordinal);
        Assert.Contains("任务 第3行 带删除线的文字未读取：“办展会 商务局”", NotesOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Rich_text_leaves_out_what_is_struck_raised_or_spoken()
    {
        const string strings = "<si><t>任务</t></si><si><r><t>签约</t></r><r><rPr><strike/></rPr><t>10</t></r><r><t>6个</t></r><r><rPr>"
            + "<vertAlign val=\"superscript\"/></rPr><t>1</t></r></si>"
            + "<si><t>区投促局</t><rPh sb=\"0\" eb=\"4\"><t>qūtóucùjú</t></rPh><phoneticPr fontId=\"1\"/></si>";
        static string Shared(string place, int index) => $"<c r=\"{place}\" t=\"s\"><v>{index}</v></c>";

        var document = Open(Xlsx($"<sheetData><row r=\"1\">{Shared("A1", 0)}</row><row r=\"2\">{Shared("A2", 1)}{Shared("B2", 2)}</row>"
            + $"</sheetData>", strings: strings));

        Assert.Equal("任务\n签约6个|区投促局", TextOf(document));
        Assert.Contains("“10”", NotesOf(document), StringComparison.Ordinal);
        Assert.Contains("注释标记未读取：“1”", NotesOf(document), StringComparison.Ordinal);
        Assert.Contains("注音未读取", NotesOf(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>", "")]
    [InlineData("<cols><col min=\"2\" max=\"3\" hidden=\"true\"/></cols>", "")]
    [InlineData("<cols><col min=\"2\" max=\"2\" width=\"0\" customWidth=\"1\"/></cols>", "")]
    [InlineData("", "hidden=\"1\"")]
    [InlineData("", "hidden=\"true\"")]
    [InlineData("", "ht=\"0\" customHeight=\"1\"")]
    public void Hidden_columns_and_rows_are_left_out_and_named(string columns, string row)
    {
        var rows = Row(1, "任务", "内部") + Row(2, "修路", "5公里") + Row(3, "种树", "6亩");
        if (row.Length > 0)
            rows = rows.Replace("<row r=\"2\"", $"<row r=\"2\" {row}", StringComparison.Ordinal);

        var document = Open(Xlsx($"{columns}<sheetData>{rows}</sheetData>"));

        Assert.Equal(row.Length > 0 ? "任务|内部\n种树|6亩" : "任务\n修路\n种树", TextOf(document));
        Assert.Contains(row.Length > 0 ? "隐藏的行未读取：第2行" : "隐藏的B列未读取：“内部”", NotesOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_merged_area_keeps_its_text_when_its_first_column_is_hidden()
    {
        var document = Open(Xlsx($"<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>"
            + $"<sheetData>{Row(1, "2022年任务", "", "")}{Row(2, "x", "任务", "单位")}</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/>"
            + $"</mergeCells>"));

        Assert.Equal("2022年任务|2022年任务\n任务|单位", TextOf(document));
    }

    [Fact]
    public void A_format_that_shows_nothing_hides_the_cell_and_that_is_said()
    {
        var document = Open(Xlsx($"<sheetData>{Row(1, "任务", "内部")}{Row(2, "修路", "<c r=\"B2\" s=\"1\"><v>9</v></c>")}</sheetData>",
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\";;;\"/></numFmts><cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs>"));

        Assert.Equal("任务|内部\n修路", TextOf(document));
        Assert.Contains("任务!B2 单元格的格式不显示内容", NotesOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_read_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(string.Empty) { NumberFormat = { NumberDecimalSeparator = "," } };

            Assert.Equal("8.5亿元", new NumberFormat("0.0\"亿元\"").Show(8.5, out _));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
