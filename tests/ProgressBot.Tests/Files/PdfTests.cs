using ProgressBot.Commands;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;
using ProgressBot.Files.Notes;
using ProgressBot.Files.Pdf;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using static ProgressBot.Tests.Files.RawOffice;

namespace ProgressBot.Tests.Files;

public sealed class PdfTests
{
    static readonly double[] Edges = [50, 90, 260, 360, 550];
    static readonly string?[] Header = ["序号", "工作目标", "责任单位", "佐证依据"];

    [Fact]
    public void The_printed_plan_gives_the_draft_of_its_text()
    {
        var printed = DraftText.Of(Samples.Read("29-打印件.pdf"));

        Assert.Equal(DraftText.Of(Samples.Read("00-任务书全文.md")).Replace(" ", "", StringComparison.Ordinal),
            printed.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Wrapped_lines_are_joined_and_those_that_end_early_stay_lines()
    {
        var page = new DrawnPage(1);
        page.Table(700, Edges, Header, ["1", "开展项目对接洽谈活动三次以上并力争新签产业合作项目六个", "投促局\n商务局", "会议通知"]);

        Assert.Equal("序号|工作目标|责任单位|佐证依据\n1|开展项目对接洽谈活动三次以上并力争新签产业合作项目六个|投促局\n商务局|会议通知", Read(page).Text);
    }

    [Fact]
    public void Where_no_line_parts_rows_they_are_one_merged_area()
    {
        var page = new DrawnPage(1);
        page.Table(700, Edges, Header, ["1", "修路三公里", "交通局", "验收材料"], ["2", "种树五百棵", "林业局", null]);

        var grid = Assert.IsType<Grid>(Assert.Single(Blocks(page)));

        Assert.Equal(("验收材料", CellMerge.FromAbove), (grid.Rows[2].Cells[3].Text, grid.Rows[2].Cells[3].Merge));
    }

    [Fact]
    public void A_row_that_a_page_parts_is_one_row_and_its_header_is_no_task()
    {
        var (first, second) = (new DrawnPage(1), new DrawnPage(2));
        first.Text(250, 40, "— 1 —")
            .Table(300, Edges, Header, ["1", "修路三公里", "交通局", "验收材料"], ["2", "开展项目对接洽谈活动三次以上并力争新签产业合作项目六个以上到位资", "林业局", "会议通知"]);
        second.Text(250, 40, "— 2 —").Table(760, Edges, Header, ["", "金八亿元", "", "和签到表"], ["3", "种树五百棵", "水利局", "照片"]);

        var (text, notes) = Read(first, second);

        Assert.Contains("2|开展项目对接洽谈活动三次以上并力争新签产业合作项目六个以上到位资金八亿元|林业局|会议通知\n和签到表", text, StringComparison.Ordinal);
        Assert.Contains("3|种树五百棵|水利局|照片", text, StringComparison.Ordinal);
        Assert.DoesNotContain("—", text, StringComparison.Ordinal);
        Assert.Contains("第2页 这一行接上一页", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_whole_is_not_joined_to_the_page_before()
    {
        var (first, second) = (new DrawnPage(1), new DrawnPage(2));
        first.Table(300, Edges, Header, ["1", "修路三公里", "交通局", "验收材料"], ["2", "种树五百棵。", "林业局", ""]);
        second.Table(760, Edges, ["3", "植草四百亩", "水利局", ""], ["4", "清淤三公里", "城管局", "照片"]);

        var (text, notes) = Read(first, second);

        Assert.Contains("2|种树五百棵。|林业局|\n3|植草四百亩|水利局|", text, StringComparison.Ordinal);
        Assert.Empty(notes);
    }

    [Fact]
    public void A_merged_area_goes_on_over_the_page()
    {
        var (first, second) = (new DrawnPage(1), new DrawnPage(2));
        first.Table(300, Edges, ["内容", "工作目标", "责任单位", "佐证"], ["产业", "修路三公里。", "交通局", "甲"], [null, "种树五百棵。", "林业局", "乙"]);
        second.Table(760, Edges, ["", "植草四百亩。", "水利局", "丙"], [null, "清淤三公里。", "城管局", "丁"]);

        Assert.Contains("产业|植草四百亩。|水利局|丙\n产业|清淤三公里。|城管局|丁", Read(first, second).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_without_lines_are_found_by_where_text_stands()
    {
        var page = new DrawnPage(1).Text(50, 700, "序号").Text(110, 700, "工作目标").Text(300, 700, "责任单位").Text(450, 700, "完成时限")
            .Text(50, 680, "1").Text(110, 680, "修路三公里并开展日常的").Text(300, 680, "交通局").Text(450, 680, "六月底前").Text(110, 666, "养护工作")
            .Text(50, 640, "2").Text(110, 640, "种树五百棵").Text(300, 640, "林业局").Text(450, 640, "年底前");

        Assert.Equal("序号|工作目标|责任单位|完成时限\n1|修路三公里并开展日常的养护工作|交通局|六月底前\n2|种树五百棵|林业局|年底前", Read(page).Text);
    }

    [Fact]
    public void A_paragraph_goes_on_at_the_margin_and_a_moved_in_line_begins_one()
    {
        var page = new DrawnPage(1).Text(70, 700, "为做好今年的山海协作工作进一步压实各单位的责任现将任务").Text(50, 686, "分解如下请认真落实到位。").Text(70, 672, "一、总体目标");

        Assert.Equal("为做好今年的山海协作工作进一步压实各单位的责任现将任务分解如下请认真落实到位。\n一、总体目标", Read(page).Text);
    }

    [Fact]
    public void A_running_header_stays_once_and_page_numbers_go()
    {
        var pages = Enumerable.Range(1, 4)
            .Select(number => new DrawnPage(number).Text(50, 770, "某区任务分解表").Text(70, 500, "第" + "一二三四"[number - 1] + "项任务。")
            .Text(290, 30, $"{number}/4"));

        Assert.Equal("某区任务分解表\n第一项任务。\n第二项任务。\n第三项任务。\n第四项任务。", Read([.. pages]).Text);
    }

    [Theory]
    [InlineData("- 12 -")]
    [InlineData("第 3 页")]
    [InlineData("第3页 共10页")]
    [InlineData("7")]
    [InlineData("Page 2 of 9")]
    public void Every_form_of_a_page_number_is_left_out(string number) =>
        Assert.Equal("任务。", Read(new DrawnPage(1).Text(70, 500, "任务。").Text(280, 30, number)).Text);

    [Fact]
    public void A_raised_digit_is_the_mark_of_a_note()
    {
        var (text, notes) = Read(new DrawnPage(1).Text(70, 500, "到位资金").Text(110, 504, "1", 5).Text(113, 500, "8亿元"));

        Assert.Equal("到位资金8亿元", text);
        Assert.Contains("第1页 注释标记未读取：“1”", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_around_a_text_is_no_table()
    {
        var page = new DrawnPage(1);
        page.Table(700, [50, 300], ["注意事项"]);

        Assert.Equal("注意事项", Assert.IsType<Paragraph>(Assert.Single(Blocks(page))).Text);
    }

    [Fact]
    public void A_scan_is_refused_with_advice()
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => Open(Printed(1, _ => { })));

        Assert.Equal("scanned_pdf", refusal.Code);
        Assert.Contains(".docx", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_with_too_many_pages_is_refused() =>
        Assert.Equal("pdf_too_long", Assert.Throws<UnreadableFileException>(() => Open(Printed(401, _ => { }))).Code);

    [Fact]
    public void A_damaged_pdf_is_called_damaged()
    {
        foreach (var bytes in new[] { "%PDF-1.7"u8.ToArray(), [.. "%PDF-1.4\n"u8, .. new byte[4000]], Printed(1, _ => { })[..300] })
            Assert.True(Assert.Throws<UnreadableFileException>(() => Open(bytes)).Code is "damaged_pdf" or "scanned_pdf");
    }

    [Fact]
    public void A_stroke_through_text_takes_it_out()
    {
        var bytes = Printed(1, page =>
        {
            var font = page.Font;
            page.Page.AddText("sign 10", 12, new PdfPoint(50, 700), font);
            page.Page.AddText("6 items", 12, new PdfPoint(120, 700), font);
            page.Page.DrawLine(new PdfPoint(49, 704), new PdfPoint(95, 704));
        });

        var document = Open(bytes);

        Assert.Equal("6 items", TextOf(document));
        Assert.Contains("第1页 带删除线的文字未读取：“sign10”", NotesOf(document), StringComparison.Ordinal);
    }

    static (string Text, string Notes) Read(params IReadOnlyList<DrawnPage> pages)
    {
        var notes = new FileNotes();
        var read = new PdfPages(notes);
        foreach (var page in pages)
            read.Add(page.Content);
        var document = new SourceDocument("a.pdf", read.Blocks) { Omissions = notes.Warnings };
        return (TextOf(document), NotesOf(document));
    }

    static IReadOnlyList<Block> Blocks(DrawnPage page)
    {
        var read = new PdfPages(new FileNotes());
        read.Add(page.Content);
        return read.Blocks;
    }

    static byte[] Printed(int pages, Action<(PdfPageBuilder Page, PdfDocumentBuilder.AddedFont Font)> draw)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var page = 0; page < pages; page++)
            draw((builder.AddPage(600, 800), font));
        return builder.Build();
    }
}
