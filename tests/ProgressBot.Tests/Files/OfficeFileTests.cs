using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using ProgressBot.Commands;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;
using static ProgressBot.Tests.Files.SheetSample;

namespace ProgressBot.Tests.Files;

public sealed class OfficeFileTests
{
    const string WholePlan = "00-任务书全文.md";

    [Fact]
    public void The_plan_as_docx_with_merged_cells_gives_the_same_draft_as_text() =>
        Assert.Equal(DraftText.Of(Samples.Read(WholePlan)), DraftText.Of(Read(WordSample.Of(Samples.Open(WholePlan)))));

    [Fact]
    public void The_plan_as_xlsx_with_merged_cells_gives_the_same_draft_as_text()
    {
        var text = Samples.Read(WholePlan);

        var sheet = Read(SheetSample.Of(Samples.Open(WholePlan)));

        Assert.Equal(DraftText.Of(text with { Warnings = [] }), DraftText.Of(sheet with { Warnings = [] }));
    }

    [Theory]
    [InlineData("03-转置.md")]
    [InlineData("06-无表头续表.txt")]
    [InlineData("09-措施子行.txt")]
    public void Other_layouts_read_the_same_from_docx(string name) =>
        Assert.Equal(Samples.Read(name).Rows.SelectMany(row => row.Units),
            Read(WordSample.Of(Samples.Open(name))).Rows.SelectMany(row => row.Units));

    [Fact]
    public void A_cell_that_spans_columns_belongs_to_each_of_them()
    {
        var table = new DocumentFormat.OpenXml.Wordprocessing.Table(
            new TableRow(WordSample.Cell("序号", mergeStart: true), WordSample.Cell("重点任务", mergeStart: true),
                WordSample.Cell("责任单位", span: 2), WordSample.Cell("时限", mergeStart: true)),
            new TableRow(WordSample.Cell("", mergeStart: false), WordSample.Cell("", mergeStart: false), WordSample.Cell("牵头"),
                WordSample.Cell("配合"), WordSample.Cell("", mergeStart: false)),
            new TableRow(WordSample.Cell("一、民生", span: 5)),
            new TableRow(WordSample.Cell("1"), WordSample.Cell("新建公厕4座"), WordSample.Cell("城管局"), WordSample.Cell("财政局\n住建局"),
                WordSample.Cell("8月底前")));

        var row = Assert.Single(Read(WordSample.Of(WordSample.Line("2024年任务清单"), table)).Rows);

        Assert.Equal(("民生", "新建公厕4座", "城管局|财政局|住建局"), (row.Section, row.Goal, string.Join('|', row.Units.Select(unit => unit.Name))));
        Assert.Equal(new DateOnly(2024, 8, 31), Assert.Single(row.Indicators).Deadline);
    }

    [Fact]
    public void Sheets_show_numbers_as_formatted_and_leave_out_what_is_hidden()
    {
        var hidden = RowOf(["作废任务", 9, "某局", ""], 5);
        hidden.Hidden = true;
        hidden.Height = 0;
        List<Row> rows =
        [
            RowOf(["2024年经济指标", "", "", ""], 1),
            RowOf(["指标名称", "目标值", "责任单位", "完成时限"], 2),
            RowOf(["技改投资", new Styled(5600, 2), "经信局", new Styled(45565, 3)], 3),
            RowOf(["技改投资增速", new Styled(0.085, 1), "经信局", "年内"], 4),
            hidden,
        ];

        var draft = Read(Write(("任务", rows, [], SheetStateValues.Visible),
            ("旧表", [RowOf(["指标名称", "目标值", "责任单位"], 1), RowOf(["旧任务", "3个", "某局"], 2)], [], SheetStateValues.Hidden)));

        Assert.Equal(["技改投资5600万元", "技改投资增速9%"], draft.Rows.Select(row => row.Goal));
        Assert.Equal(new DateOnly(2024, 9, 30), draft.Rows[0].Deadline!.Date);
        Assert.Contains(draft.Warnings, warning => warning.Message.Contains("第5行", StringComparison.Ordinal));
        Assert.Contains(draft.Warnings, warning => warning.Where == "旧表");
    }

    [Fact]
    public void A_sheet_about_something_else_gives_no_rows_and_one_warning()
    {
        var draft = Read(Write(
            ("任务", [RowOf(["任务", "目标", "责任单位"], 1), RowOf(["修路", "3公里", "交通局"], 2)], [], SheetStateValues.Visible),
            ("填报须知", [RowOf(["第一步", "登录", "系统"], 1), RowOf(["第二步", "上传", "附件"], 2)], [], SheetStateValues.Visible)));

        Assert.Equal("修路3公里", Assert.Single(draft.Rows).Goal);
        Assert.Single(draft.Warnings, warning => warning.Message.Contains("2行未读取", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_of_automatic_lists_belong_to_the_text()
    {
        var first = Numbered("新建步道3公里。（责任单位：甲局）");
        var second = Numbered("新建公园2个。（责任单位：乙局）");

        var draft = Read(WordSample.WithNumbering(first, second));

        Assert.Equal(["新建步道3公里。", "新建公园2个。"], draft.Rows.Select(row => row.Goal));
    }

    static DocumentFormat.OpenXml.Wordprocessing.Paragraph Numbered(string text) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })),
        new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)));

    static PlanDraft Read(Stream stream) => PlanReader.Read(DocumentFile.Open(stream, WholePlan));
}
