using ProgressBot.Files;
using static ProgressBot.Tests.Files.RawOffice;

namespace ProgressBot.Tests.Files;

/// <summary>What a file holds and cannot be read as text is said with its place.</summary>
public sealed class NothingLostTests
{
    const string Picture = "<w:r><w:drawing><wp:inline><wp:extent cx=\"5000000\" cy=\"3000000\"/><a:graphic><a:graphicData><a:blip"
        + " r:embed=\"x\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    [Theory]
    [InlineData(Picture, "图片中的内容未读取")]
    [InlineData("<w:r><w:pict><v:shape><v:imagedata r:id=\"x\"/></v:shape></w:pict></w:r>", "图片中的内容未读取")]
    [InlineData("<w:r><w:object><v:shape/><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r>", "嵌入的对象未读取（Excel.Sheet.12）")]
    [InlineData("<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id=\"x\"/></a:graphicData></a:graphic></wp:inline>"
        + "</w:drawing></w:r>", "图表未读取")]
    [InlineData("<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds/></a:graphicData></a:graphic></wp:inline></w:drawing>"
        + "</w:r>", "SmartArt")]
    [InlineData("<w:r><w:pict><v:shape><v:textpath string=\"内部资料\"/></v:shape></w:pict></w:r>", "艺术字未读取：“内部资料”")]
    public void What_is_no_text_is_named_where_it_stands(string run, string note)
    {
        var document = Open(Docx(Line(Run("一段")) + Line(Run("到位资金8亿元") + run)));

        Assert.Equal("一段\n到位资金8亿元", TextOf(document));
        Assert.Contains("第2段 ", NotesOf(document), StringComparison.Ordinal);
        Assert.Contains(note, NotesOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_in_a_cell_is_named_with_its_row() =>
        Assert.Contains("第1个表格第2行 图片", NotesOf(Open(Docx(Table([Run("任务")], [Picture])))), StringComparison.Ordinal);

    [Fact]
    public void A_plain_equation_is_read_and_a_fraction_is_read_and_said()
    {
        var plain = Open(Docx(Line(Run("到位资金") + "<m:oMath><m:r><m:t>3.2</m:t></m:r></m:oMath>" + Run("亿元"))));
        var fraction = Open(Docx(Line(
            "<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>"
            + "</m:oMathPara>" + Run("以上"))));

        Assert.Equal(("到位资金3.2亿元", "3/4以上"), (TextOf(plain), TextOf(fraction)));
        Assert.Empty(plain.Omissions);
        Assert.Contains("公式读作“3/4”", NotesOf(fraction), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_box_is_read_once_though_it_is_written_twice()
    {
        const string inner = "<w:txbxContent><w:p><w:r><w:t>牵头单位：区投促局</w:t></w:r></w:p></w:txbxContent>";
        const string box = $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{inner}</w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>";

        Assert.Equal("任务\n牵头单位：区投促局", TextOf(Open(Docx(Line(Run("任务") + box)))));
        Assert.Equal("牵头单位：区投促局", TextOf(Open(Docx(Line($"<w:r><w:pict>{inner}</w:pict></w:r>")))));
        Assert.Equal("任务\n牵头单位：区投促局", TextOf(Open(Docx(Table([Run("任务") + box])))));
    }

    [Fact]
    public void A_table_in_a_text_box_is_a_table()
    {
        var box = $"<w:r><w:pict><w:txbxContent>{Table([Run("任务"), Run("单位")], [Run("修路"), Run("交通局")])}</w:txbxContent></w:pict></w:r>";

        Assert.Equal("任务|单位\n修路|交通局", TextOf(Open(Docx(Line(box)))));
    }

    [Fact]
    public void Another_file_inside_is_said_or_refused_when_it_is_all_there_is()
    {
        var document = Open(Docx("<w:altChunk r:id=\"x\"/>" + Line(Run("任务"))));

        Assert.Contains("第1段 嵌入的另一份文件未读取", NotesOf(document), StringComparison.Ordinal);
        var refusal = Assert.Throws<UnreadableFileException>(() => Open(Docx("<w:altChunk r:id=\"x\"/>")));
        Assert.Equal("only_foreign_part", refusal.Code);
    }

    [Fact]
    public void The_text_of_a_footnote_is_said()
    {
        var document = Open(Docx(
            Line(Run("到位资金") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + Run("8亿元")), "",
            ("word/footnotes.xml", Body("").Replace("w:document", "w:footnotes", StringComparison.Ordinal)
                .Replace("<w:body></w:body>", "<w:footnote w:id=\"2\">" + Line(Run("不含续建")) + "</w:footnote>", StringComparison.Ordinal))));

        Assert.Equal("到位资金8亿元", TextOf(document));
        Assert.Contains("“不含续建”", NotesOf(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<c r=\"B2\"><f>SUM(C1:C9)</f></c>", "", "任务!B2 公式没有保存计算结果")]
    [InlineData("<c r=\"B2\"><f t=\"shared\" si=\"0\"/><v></v></c>", "", "任务!B2 公式没有保存计算结果")]
    [InlineData("<c r=\"B2\" t=\"str\"><f>T(C1)</f><v></v></c>", "", "")]
    [InlineData("<c r=\"B2\"><f>1+7</f><v>8</v></c>", "8", "")]
    [InlineData("<c r=\"B2\" t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c>", "", "任务!B2 单元格是错误值 #DIV/0!")]
    [InlineData("<c r=\"B2\" t=\"e\"><v>#N/A</v></c>", "", "任务!B2 单元格是错误值 #N/A")]
    [InlineData("<c r=\"B2\" t=\"e\"><v>#REF!</v></c>", "", "任务!B2 单元格是错误值 #REF!")]
    [InlineData("<c r=\"B2\" t=\"b\"><v>1</v></c>", "TRUE", "")]
    [InlineData("<c r=\"B2\" t=\"d\"><v>2022-12-30T00:00:00</v></c>", "2022年12月30日", "")]
    [InlineData("<c r=\"B2\" t=\"s\"><v>99</v></c>", "", "")]
    [InlineData("<c t=\"inlineStr\"><is><t>甲</t></is></c>", "甲", "")]
    public void A_cell_is_read_or_said(string cell, string expected, string note)
    {
        var document = Open(Xlsx($"<sheetData>{Row(1, "任务", "目标值")}{Row(2, "修路", cell)}</sheetData>"));

        Assert.Equal($"任务|目标值\n修路{(expected.Length > 0 ? "|" + expected : string.Empty)}", TextOf(document));
        Assert.Equal(note.Length > 0, document.Omissions.Count > 0);
        Assert.Contains(note, NotesOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_a_hidden_column_is_nobodys_concern()
    {
        var document = Open(Xlsx($"<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
            + $"<sheetData>{Row(1, "任务", "辅助", "单位")}{Row(2, "修路", "<c r=\"B2\" t=\"e\"><v>#N/A</v></c>", "交通局")}</sheetData>"));

        Assert.Equal("任务|单位\n修路|交通局", TextOf(document));
        Assert.Equal("任务 隐藏的B列未读取：“辅助”。", NotesOf(document));
    }

    [Fact]
    public void Text_boxes_and_pictures_over_a_sheet_are_named_with_their_cell()
    {
        const string drawing = "<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"y\"><xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>4"
            + "</xdr:row></xdr:from>"
            + "<xdr:sp><a:t>牵头：区投促局</a:t></xdr:sp></xdr:twoCellAnchor><xdr:oneCellAnchor><xdr:pic><a:blip/></xdr:pic></xdr:oneCellAnchor>"
                + "</xdr:wsDr>";
        var bytes = Zip(
            ("xl/workbook.xml", $"<workbook xmlns=\"{Excel}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"任务\" r:id=\"r1\"/></sheets>"
                + $"</workbook>"),
            ("xl/_rels/workbook.xml.rels", Relationships(("r1", "worksheet", "/xl/worksheets/sheet1.xml"))),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Excel}\"><sheetData>{Row(1, "任务")}</sheetData></worksheet>"),
            ("xl/worksheets/_rels/sheet1.xml.rels", Relationships(("d1", "drawing", "../drawings/drawing1.xml"))),
                ("xl/drawings/drawing1.xml", drawing));

        Assert.Contains("任务!C5 文本框未读取：“牵头：区投促局”", NotesOf(Open(bytes)), StringComparison.Ordinal);
        Assert.Contains("任务 图片中的内容未读取", NotesOf(Open(bytes)), StringComparison.Ordinal);
    }
}
