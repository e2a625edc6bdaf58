using System.Text;
using ProgressBot.Files;
using static ProgressBot.Tests.Files.RawOffice;

namespace ProgressBot.Tests.Files;

/// <summary>The same small table in the forms in which Word, Excel, WPS, LibreOffice and web systems write it.</summary>
public sealed class DialectTests
{
    const string Expected = "任务|责任单位\n修路3公里|交通局\n种树500棵|林业局";

    static readonly string Rows = Table([Run("任务"), Run("责任单位")], [Run("修路3公里"), Run("交通局")], [Run("种树500棵"), Run("林业局")]);
    static readonly string Cells = $"<sheetData>{Row(1, "任务", "责任单位")}{Row(2, "修路3公里", "交通局")}{Row(3, "种树500棵", "林业局")}</sheetData>";
    static readonly string Html =
        "<table><tr><td>任务</td><td>责任单位</td></tr><tr><td>修路3公里</td><td>交通局</td></tr><tr><td>种树500棵</td><td>林业局</td></tr></table>";

    public static TheoryData<string> Names => [.. Files.Keys];

    static Dictionary<string, byte[]> Files => new()
    {
        ["word with document2"] =
            Zip(("_rels/.rels", Relationships(("r1", "officeDocument", "word/document2.xml"))), ("word/document2.xml", Body(Rows))),
        ["word with an absolute target"] =
            Zip(("_rels/.rels", Relationships(("r1", "officeDocument", "/word/doc.xml"))), ("word/doc.xml", Body(Rows))),
        ["word found by content type"] = Zip(("[Content_Types].xml",
            "<Types><Override PartName=\"/x/main.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
                ("x/main.xml", Body(Rows))),
        ["word with backslashes"] =
            Zip(("_rels\\.rels", Relationships(("r1", "officeDocument", "word\\document.xml"))), ("word\\document.xml", Body(Rows))),
        ["word in other case"] = Zip(("_rels/.rels", Relationships(("r1", "officeDocument", "Word/Document.xml"))),
            ("word/document.xml", Body(Rows))),
        ["word without any relationship"] = Zip(("word/document.xml", Body(Rows))),
        ["word strict"] = Zip(("word/document.xml", Body(Rows)
            .Replace(Word, "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)),
            ("_rels/.rels", Relationships(("r1", "officeDocument", "word/document.xml"))
                .Replace(Office, "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal))),
        ["word with another prefix"] =
            Zip(("word/document.xml",
            $"<document xmlns=\"{Word}\" xmlns:x=\"{Word}\"><body>{Rows.Replace("w:", "x:", StringComparison.Ordinal)}</body></document>")),
        ["word with a table in a content control"] = Docx($"<w:sdt><w:sdtContent>{Rows}</w:sdtContent></w:sdt>"),
        ["word with a table written twice"] =
            Docx($"<mc:AlternateContent><mc:Choice Requires=\"x\">{Rows}</mc:Choice><mc:Fallback>{Rows}</mc:Fallback>"
            + $"</mc:AlternateContent>"),
        ["flat word"] = Encoding.UTF8.GetBytes(Flat()),
        ["flat word with a mark"] = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Flat())],
        ["word of 2003"] = Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:body>{Rows}"
            + $"<w:sectPr><w:hdr><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></w:body></w:wordDocument>"),
        ["excel"] = Xlsx(Cells),
        ["excel strict"] = Zip(
            ("xl/workbook.xml", $"<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\""
                + $" xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><sheets><sheet name=\"任务\" r:id=\"r1\"/>"
                + $"</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Relationships(("r1", "worksheet", "worksheets/a.xml"))),
            ("xl/worksheets/a.xml", $"<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\">{Cells}</worksheet>")),
        ["excel elsewhere"] = Zip(
            ("_rels/.rels", Relationships(("r1", "officeDocument", "/book/main.xml"))),
                ("book/main.xml", $"<x:workbook xmlns:x=\"{Excel}\" xmlns:r=\"{Office}\"><x:sheets><x:sheet name=\"任务\" r:id=\"r1\"/>"
                + $"</x:sheets></x:workbook>"),
            ("book/_rels/main.xml.rels", Relationships(("r1", "worksheet", "/book/one.xml"))),
                ("book/one.xml", $"<worksheet xmlns=\"{Excel}\">{Cells}</worksheet>")),
        ["excel without places"] = Xlsx(System.Text.RegularExpressions.Regex.Replace(Cells, " r=\"[A-Z0-9]+\"", string.Empty)),
        ["excel with prefixes"] = Zip(
            ("xl/workbook.xml", $"<workbook xmlns=\"{Excel}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"任务\" r:id=\"r1\"/></sheets>"
                + $"</workbook>"),
            ("xl/_rels/workbook.xml.rels", Relationships(("r1", "worksheet", "worksheets/a.xml"))),
            ("xl/worksheets/a.xml", $"<x:worksheet xmlns:x=\"{Excel}\">{Prefixed(Cells)}</x:worksheet>")),
        ["excel of 2003"] = Encoding.UTF8.GetBytes(Excel2003()),
        ["html"] = Encoding.UTF8.GetBytes("<html><body>" + Html + "</body></html>"),
        ["html in gb2312"] = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("<meta charset=gb2312>" + Html),
        ["html in utf-16"] = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html>" + Html)],
        ["html begun by xml"] = Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\" \"x.dtd\"><html"
            + " xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + Html + "</body></html>"),
        ["html with open tags"] = Encoding.UTF8.GetBytes("<table><tr><td>任务<td>责任单位<tr><td>修路3公里<td>交通局<tr><td>种树500棵<td>林业局</table>"),
        ["mhtml quoted"] = Encoding.ASCII.GetBytes(Archive("quoted-printable",
            string.Concat(Encoding.UTF8.GetBytes(Html).Select(one => one is > 126 or (byte)'=' ? $"={one:X2}" : ((char)one).ToString())))),
        ["mhtml base64"] = Encoding.ASCII.GetBytes(Archive("base64",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Html), Base64FormattingOptions.InsertLineBreaks))),
        ["semicolons"] = Encoding.UTF8.GetBytes("序号;任务;责任单位\n1;修路3公里;交通局\n2;种树500棵;林业局\n"),
        ["said delimiter"] = Encoding.UTF8.GetBytes("\"sep=|\"\n任务|责任单位\n修路3公里|交通局\n种树500棵|林业局\n"),
        ["tabs"] = Encoding.UTF8.GetBytes("任务\t责任单位\n修路3公里\t交通局\n种树500棵\t林业局\n"),
        ["pipes inside"] = Encoding.UTF8.GetBytes("任务 | 责任单位\n--- | ---\n修路3公里 | 交通局\n种树500棵 | 林业局\n"),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_read_alike(string name) =>
        Assert.Equal(Expected, TextOf(Open(Files[name])).Replace("序号|", "", StringComparison.Ordinal)
            .Replace("\n1|", "\n", StringComparison.Ordinal).Replace("\n2|", "\n", StringComparison.Ordinal));

    [Fact]
    public void A_comma_inside_fields_does_not_make_a_table_of_commas() =>
        Assert.Equal("序号|目标|责任单位\n1|到位资金8亿元,含续建|甲局,乙局\n2|签约6个,培训50人次|丙局",
            TextOf(Open(Encoding.UTF8.GetBytes("序号;目标;责任单位\n1;到位资金8亿元,含续建;甲局,乙局\n2;\"签约6个,培训50人次\";丙局\n"))));

    [Fact]
    public void A_text_may_begin_like_markup() =>
        Assert.Equal("<2022年任务>\n任务|责任单位\n修路|交通局", TextOf(Open(Encoding.UTF8.GetBytes("<2022年任务>\n任务\t责任单位\n修路\t交通局\n"))));

    [Fact]
    public void A_page_leaves_out_what_it_hides_and_strikes()
    {
        const string page = "<html><head><style>.x1 {mso-hide:all} .x2, .x3 { text-decoration:line-through; }</style></head><body>"
            + "<p>2022年<sup>1</sup>任务</p><table>"
            + "<tr><td>任务</td><td>目标</td><td style='display:none'>内部</td></tr><tr><td>签约</td><td><s>10</s>6个</td></tr><tr"
                + " style=\"display: none\"><td>作废</td><td>1</td></tr>"
            + "<tr><td>培训</td><td><span class=x1>80人</span><span class='x3'>70人</span>50人</td></tr><tr><td class=x2>办展会</td><td"
                + " class=x2>3场</td></tr></table></body></html>";

        var document = Open(Encoding.UTF8.GetBytes(page), "任务.xls");

        Assert.Equal("2022年任务\n任务|目标\n签约|6个\n培训|50人", TextOf(document));
        Assert.All(["“内部”", "“10”", "隐藏的行未读取：“作废1”", "“80人”", "“70人”", "“办展会3场”", "注释标记未读取：“1”"], note =>
            Assert.Contains(note, NotesOf(document), StringComparison.Ordinal));
    }

    [Fact]
    public void Cells_of_a_page_span_rows_and_columns()
    {
        const string page = "<table><tr><td rowspan=2>内容</td><td colspan=2>单位</td></tr><tr><td>牵头</td><td>配合</td></tr><tr><td>修路</td>"
            + "<td>交通局<br>住建局</td><td>财政局</td></tr></table>";

        Assert.Equal("内容|单位|单位\n内容|牵头|配合\n修路|交通局\n住建局|财政局", TextOf(Open(Encoding.UTF8.GetBytes(page))));
    }

    [Fact]
    public void A_workbook_of_2003_keeps_formats_merges_and_what_is_hidden()
    {
        var text = Excel2003(
            "<Style ss:ID=\"s1\"><NumberFormat ss:Format=\"0!.0,&quot;万元&quot;\"/></Style><Style ss:ID=\"s2\"><Font"
                + " ss:StrikeThrough=\"1\"/></Style>",
            "<Column/><Column ss:Hidden=\"1\"/><Row><Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">产业</Data></Cell><Cell><Data"
                + " ss:Type=\"String\">内部</Data></Cell>"
            + "<Cell ss:StyleID=\"s1\"><Data ss:Type=\"Number\">56000000</Data></Cell></Row><Row><Cell ss:Index=\"3\" ss:StyleID=\"s2\">"
                + "<Data ss:Type=\"String\">旧</Data></Cell><Cell><Data ss:Type=\"Error\">#REF!</Data></Cell>"
            + "<Cell><Data ss:Type=\"DateTime\">2022-12-30T00:00:00.000</Data></Cell></Row>");

        var document = Open(Encoding.UTF8.GetBytes(text), "任务.xls");

        Assert.Equal("产业|5600万元\n产业|||2022年12月30日", TextOf(document));
        Assert.All(["隐藏的B列", "“旧”", "#REF!"], note => Assert.Contains(note, NotesOf(document), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><plan><row/></plan>", "other_xml")]
    [InlineData("<html><frameset><frame src=\"sheet1.htm\"></frameset></html>", "page_of_frames")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", "bad_xml")]
    [InlineData("<html><body><img src=x></body></html>", "no_text")]
    public void Other_markup_is_refused_with_its_reason(string text, string code) =>
        Assert.Equal(code, Assert.Throws<UnreadableFileException>(() => Open(Encoding.UTF8.GetBytes(text))).Code);

    static string Prefixed(string xml) => xml.Replace("<", "<x:", StringComparison.Ordinal)
        .Replace("<x:/", "</x:", StringComparison.Ordinal);

    static string Flat() => "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package"
        + " xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
        + $"<pkg:part pkg:name=\"/_rels/.rels\"><pkg:xmlData>{Relationships(("r1", "officeDocument", "word/document.xml"))}</pkg:xmlData>"
            + $"</pkg:part>"
        + "<pkg:part pkg:name=\"/word/media/a.png\"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>"
        + $"<pkg:part pkg:name=\"/word/document.xml\"><pkg:xmlData>{Body(Rows)}</pkg:xmlData></pkg:part></pkg:package>";

    static string Excel2003(string styles = "", string? rows = null)
    {
        rows ??= "<Row><Cell><Data ss:Type=\"String\">任务</Data></Cell><Cell><Data ss:Type=\"String\">责任单位</Data></Cell></Row>"
            + "<Row><Cell><Data ss:Type=\"String\">修路3公里</Data></Cell><Cell><Data ss:Type=\"String\">交通局</Data></Cell></Row>"
            + "<Row><Cell><Data ss:Type=\"String\">种树500棵</Data></Cell><Cell><Data ss:Type=\"String\">林业局</Data></Cell></Row>";
        return $"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
            + $" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles>{styles}</Styles>"
            + $"<Worksheet ss:Name=\"任务\"><Table>{rows}</Table></Worksheet><Worksheet ss:Name=\"旧\"><Table><Row><Cell><Data"
                + $" ss:Type=\"String\">旧任务</Data></Cell></Row></Table>"
            + "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible></WorksheetOptions>"
                + "</Worksheet></Workbook>";
    }

    static string Archive(string encoding, string body) =>
        "From: <Saved by somebody>\r\nMIME-Version: 1.0\r\nContent-Type:"
            + " multipart/related;\r\n\tboundary=\"----=_Part\"\r\n\r\nintro\r\n------=_Part\r\nContent-Location: file:///C:/a.htm\r\n"
        + $"Content-Transfer-Encoding: {encoding}\r\nContent-Type: text/html;"
            + $" charset=\"utf-8\"\r\n\r\n{body}\r\n------=_Part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding:"
            + $" base64\r\n\r\nAAAA\r\n------=_Part--\r\n";
}
