using System.IO.Compression;
using System.Text;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;

namespace ProgressBot.Tests.Files;

public sealed class HostileFileTests
{
    const string DocumentXml = "word/document.xml";

    [Fact]
    public void A_damaged_zip_is_called_damaged() => Refused("已损坏", [(byte)'P', (byte)'K', 3, 4, .. new byte[500]]);

    [Fact]
    public void A_document_cut_short_is_called_damaged() =>
        Refused("已损坏", WordSample.Of(WordSample.Line("任务")).ToArray()[..^200]);

    [Fact]
    public void A_sheet_cut_in_the_middle_of_its_xml_is_called_damaged() =>
        Refused("已损坏", Zip(("xl/workbook.xml", "<workbook"), ("[Content_Types].xml", "<Types/>")));

    [Fact]
    public void A_zip_bomb_is_stopped_while_it_unpacks()
    {
        var spaces = new string(' ', 1 << 20);
        var bomb = Zip((DocumentXml, string.Concat(Enumerable.Repeat(spaces, 101))));

        Assert.True(bomb.Length < 1 << 20);
        Refused("展开后超过 100 MB", bomb);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_before_it_is_read_to_the_end()
    {
        using var endless = new EndlessStream();

        var refusal = Assert.Throws<UnreadableFileException>(() => DocumentFile.Open(endless, "大表.csv"));

        Assert.Contains("超过 32 MB", refusal.Message, StringComparison.Ordinal);
        Assert.True(endless.Given < DocumentFile.LargestFile * 2L);
    }

    [Fact]
    public void An_encrypted_file_asks_for_one_without_a_password() =>
        Refused("已加密", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]);

    [Fact]
    public void A_workbook_with_a_password_in_the_old_format_asks_for_one_without() =>
        Refused("已加密", File.ReadAllBytes(Path.GetFullPath("../Files/加密.xls", Samples.Folder)));

    [Fact]
    public void The_old_Word_format_asks_for_the_new_one() =>
        Refused("另存为 .docx", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("WordDocument"), .. new byte[600]]);

    [Fact]
    public void A_DTD_is_refused() =>
        Refused("实体声明", Zip((DocumentXml, "<!DOCTYPE d [<!ENTITY a \"任务\">]>" + Body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"))));

    [Theory]
    [InlineData("<w:p>*</w:p>", "w:sdt")]
    [InlineData("<w:p><w:r><w:t>*</w:t></w:r></w:p>", "w:t")]
    [InlineData("<w:tbl><w:tr><w:tc>*</w:tc></w:tr></w:tbl>", "w:sdt")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r>*</w:r></w:p></w:tc></w:tr></w:tbl>", "w:ins")]
    [InlineData("*", "w:tbl")]
    public void Elements_nested_without_end_do_no_harm(string around, string element)
    {
        var nested = string.Concat(Enumerable.Repeat($"<{element}>", 200_000)) + string.Concat(Enumerable.Repeat($"</{element}>", 200_000));

        Assert.Throws<UnreadableFileException>(() => Open(Zip((DocumentXml, Body(around.Replace("*", nested, StringComparison.Ordinal))))));
    }

    [Fact]
    public void A_DTD_among_the_references_is_refused() =>
        Refused("实体声明", Zip((DocumentXml, Body("<w:p/>")), ("word/_rels/document.xml.rels", "<!DOCTYPE d []><Relationships/>")));

    [Fact]
    public void A_form_inside_a_form_is_read_and_deeper_ones_are_left()
    {
        static string Table(string inner) => $"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p>{inner}</w:tc></w:tr></w:tbl>";

        var document = Open(Zip((DocumentXml, Body(Enumerable.Range(0, 50).Aggregate(string.Empty, (inner, _) => Table(inner))))));

        Assert.InRange(document.Blocks.OfType<Grid>().Count(), 2, 10);
    }

    [Theory]
    [InlineData("image", "http://example.invalid/a.png")]
    [InlineData("attachedTemplate", "\\\\server\\share\\a.dotm")]
    [InlineData("oleObject", "file:///c:/a.xls")]
    public void References_to_files_elsewhere_are_refused(string type, string target) => Refused("外部内容", WithReference(type, target));

    [Theory]
    [InlineData("hyperlink", "https://example.invalid/")]
    [InlineData("attachedTemplate", "file:///C:/Templates/a.dotm")]
    public void A_hyperlink_and_the_local_template_do_no_harm(string type, string target) =>
        Assert.Single(Open(WithReference(type, target)).Blocks);

    [Fact]
    public void A_document_that_is_only_a_picture_has_no_text() =>
        Refused("只有图片", Zip((DocumentXml, Body("<w:p/>")), ("word/media/image1.png", "x")));

    [Theory]
    [InlineData("89504E470D0A1A0A", "图片")]
    [InlineData("FFD8FFE000104A46", "图片")]
    [InlineData("255044462D312E37", "PDF 文件已损坏")]
    [InlineData("526172211A0700CF", "压缩包")]
    [InlineData("4D5A900003000000", "不是文字文件")]
    [InlineData("", "空的")]
    public void Other_formats_are_named(string start, string reason) => Refused(reason, Convert.FromHexString(start));

    [Fact]
    public void An_archive_of_something_else_is_no_document() => Refused("压缩包", Zip(("a.txt", "任务")));

    [Fact]
    public void A_sheet_whose_only_cell_lies_at_the_far_end_does_not_grow()
    {
        var cell = new Cell(new CellValue("9")) { CellReference = "XFD1048576" };

        Refused("过大", SheetSample.Write(("远", [new Row(cell) { RowIndex = 1048576 }], [], SheetStateValues.Visible)).ToArray());
    }

    [Fact]
    public void A_merge_over_the_whole_sheet_stays_within_its_rows()
    {
        var document = Open(SheetSample.Write(("表", [SheetSample.RowOf(["任务"], 1), SheetSample.RowOf(["甲"], 2)], ["A1:XFD1048576"],
            SheetStateValues.Visible)).ToArray());

        Assert.True(Assert.IsType<Grid>(Assert.Single(document.Blocks)).Rows.Sum(row => row.Cells.Count) < 200);
    }

    [Theory]
    [InlineData('（')]
    [InlineData('“')]
    [InlineData('、')]
    [InlineData('9')]
    [InlineData('月')]
    [InlineData('各')]
    public void A_cell_of_one_repeated_character_is_read_without_getting_lost(char character)
    {
        var cell = new string(character, 30_000);
        var text = $"工作内容\t工作目标\t责任单位\t佐证依据\t完成时限\n{cell}\t{cell}\t{cell}\t{cell}\t{cell}\n";

        Assert.NotNull(PlanReader.Read(Open(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("<html><body>", "<div>")]
    [InlineData("<html><body>", "<b>")]
    [InlineData("<html><body>", "<table><tr><td>")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "<Row>")]
    [InlineData("<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"><pkg:part"
        + " pkg:name=\"/a\"><pkg:xmlData>", "<a>")]
    public void Markup_nested_without_end_does_no_harm(string head, string element)
    {
        var failure = Record.Exception(() => Open(Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat(element, 20_000)) + "任务")));

        Assert.True(failure is null or UnreadableFileException);
    }

    [Fact]
    public void A_cell_that_spans_everything_does_not_grow()
    {
        var document = Open(Encoding.UTF8.GetBytes("<table><tr><td colspan=100000 rowspan=100000>任务</td></tr><tr><td>甲</td></tr></table>"));

        Assert.True(Assert.IsType<Grid>(Assert.Single(document.Blocks)).Rows.Sum(row => row.Cells.Count) < 1000);
    }

    [Fact]
    public void Merges_over_each_other_end()
    {
        var merges = string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:BL2000\"/>", 5000));
        var rows = string.Concat(Enumerable.Range(1, 2000).Select(number => RawOffice.Row(number, "任务")));

        Assert.NotEmpty(Open(RawOffice.Xlsx($"<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>")).Blocks);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_file_with_bytes_changed_at_random_is_read_or_refused(int seed)
    {
        var random = new Random(seed);
        byte[][] files =
        [
            File.ReadAllBytes(Path.Combine(Samples.Folder, "26-旧版表格.xls")),
                File.ReadAllBytes(Path.Combine(Samples.Folder, "28-合并单元格.docx")),
            File.ReadAllBytes(Path.Combine(Samples.Folder, "27-隐藏行.xlsx")), File.ReadAllBytes(Path.Combine(Samples.Folder, "29-打印件.pdf")),
        ];
        foreach (var file in files)
        {
            for (var change = 0; change < 40; change++)
                file[random.Next(8, file.Length)] = (byte)random.Next(256);

            Assert.True(Record.Exception(() => Open(file)) is null or UnreadableFileException);
        }
    }

    static void Refused(string reason, byte[] bytes)
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => Open(bytes));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
    }

    static SourceDocument Open(byte[] bytes) => DocumentFile.Open(new MemoryStream(bytes), "任务书.dat");

    static string Body(string content) =>
        $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{content}</w:body></w:document>";

    static byte[] WithReference(string type, string target) => Zip(
        (DocumentXml, Body("<w:p><w:r><w:t>任务</w:t></w:r></w:p>")),
        ($"word/_rels/{(type == "attachedTemplate" ? "settings" : "document")}.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                + " TargetMode=\"External\" "
            + $"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"/>"
                + $"</Relationships>"));

    static byte[] Zip(params IEnumerable<(string Name, string Text)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }

        return stream.ToArray();
    }

    sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'1');
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
