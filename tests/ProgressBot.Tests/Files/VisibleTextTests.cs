using ProgressBot.Core.Plans.Drafts;
using static ProgressBot.Tests.Files.RawOffice;

namespace ProgressBot.Tests.Files;

/// <summary>What a reader of a Word file cannot see is not read, and is said with its place.</summary>
public sealed class VisibleTextTests
{
    const string Styles =
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"/>"
        + "<w:style w:type=\"character\" w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"SecretToo\"><w:basedOn w:val=\"Secret\"/></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Out\"><w:rPr><w:strike/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"OutLine\"><w:rPr><w:dstrike/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"SecretLine\"><w:basedOn w:val=\"Normal\"/><w:rPr><w:vanish w:val=\"1\"/></w:rPr>"
            + "</w:style>"
        + "<w:style w:type=\"table\" w:styleId=\"SecretTable\"><w:rPr><w:vanish/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>";

    public static TheoryData<string, string, string> Runs => new()
    {
        { Run("9.5亿元", "<w:vanish/>"), "到位资金8亿元", "隐藏的文字未读取：“9.5亿元”" },
        { Run("9.5亿元", "<w:vanish w:val=\"true\"/>"), "到位资金8亿元", "隐藏的文字" },
        { Run("（含续建）", "<w:vanish w:val=\"0\"/>"), "到位资金（含续建）8亿元", "" },
        { Run("9.5亿元", "<w:rStyle w:val=\"Secret\"/>"), "到位资金8亿元", "隐藏的文字" },
        { Run("9.5亿元", "<w:rStyle w:val=\"SecretToo\"/>"), "到位资金8亿元", "隐藏的文字" },
        { Run("（含续建）", "<w:rStyle w:val=\"Secret\"/><w:vanish w:val=\"off\"/>"), "到位资金（含续建）8亿元", "" },
        { Run("（含续建）", "<w:rStyle w:val=\"Loop\"/>"), "到位资金（含续建）8亿元", "" },
        { Run("10", "<w:strike/>"), "到位资金8亿元", "带删除线的文字未读取：“10”" },
        { Run("10", "<w:dstrike/>"), "到位资金8亿元", "带删除线的文字" },
        { Run("10", "<w:rStyle w:val=\"Out\"/>"), "到位资金8亿元", "带删除线的文字" },
        { $"<w:del w:id=\"1\">{Run("10")}</w:del>", "到位资金8亿元", "修订中已删除的文字未读取：“10”" },
        { "<w:del w:id=\"1\"><w:r><w:delText>10</w:delText></w:r></w:del>", "到位资金8亿元", "修订中已删除的文字未读取：“10”" },
        { $"<w:moveFrom w:id=\"1\">{Run("10")}</w:moveFrom>", "到位资金8亿元", "修订中已删除的文字" },
        { $"<w:ins w:id=\"1\">{Run("（含续建）")}</w:ins>", "到位资金（含续建）8亿元", "" },
        { $"<w:moveTo w:id=\"1\">{Run("（含续建）")}</w:moveTo>", "到位资金（含续建）8亿元", "" },
        { Run("1", "<w:vertAlign w:val=\"superscript\"/>"), "到位资金8亿元", "注释标记未读取：“1”" },
        { Run("[2]", "<w:vertAlign w:val=\"superscript\"/>"), "到位资金8亿元", "注释标记未读取：“[2]”" },
        { Run("★", "<w:vertAlign w:val=\"superscript\"/>"), "到位资金★8亿元", "" },
        { "<w:r><w:ruby><w:rt>" + Run("dào wèi") + "</w:rt><w:rubyBase>" + Run("（含续建）") + "</w:rubyBase></w:ruby></w:r>",
            "到位资金（含续建）8亿元", "注音未读取：“dào wèi”" },
        { "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + Run("REF x") + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + Run("（含续建）")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "到位资金（含续建）8亿元", "" },
        { "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + Run("单击此处输入") + "</w:sdtContent></w:sdt>", "到位资金8亿元",
            "提示语未读取：“单击此处输入”" },
        { "<w:sdt><w:sdtPr/><w:sdtContent>" + Run("（含续建）") + "</w:sdtContent></w:sdt>", "到位资金（含续建）8亿元", "" },
        { "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"不含续建\"/><w:listEntry"
            + " w:val=\"（含续建）\"/></w:ddList></w:ffData></w:fldChar>"
            + "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "到位资金（含续建）8亿元", "" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void Only_what_is_visible_of_a_line_is_read(string between, string expected, string note)
    {
        var document = Open(Docx(Line(Run("到位资金") + between + Run("8亿元")), Styles));

        Assert.Equal(expected, TextOf(document));
        if (note.Length == 0)
            Assert.Empty(document.Omissions);
        else
            Assert.Contains($"第1段 ", NotesOf(document), StringComparison.Ordinal);
        Assert.Contains(note, NotesOf(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SecretLine", "隐藏的文字")]
    [InlineData("OutLine", "带删除线的文字")]
    public void A_paragraph_may_be_hidden_or_struck_by_its_style(string style, string note)
    {
        var document = Open(Docx($"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{Run("内部目标10亿元")}</w:p>" + Line(Run("到位资金8亿元")),
            Styles));

        Assert.Equal("到位资金8亿元", TextOf(document));
        Assert.Contains(note, NotesOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_whose_style_hides_its_text_is_not_read()
    {
        var hidden = Table([Run("内部"), Run("目标")])
            .Replace("<w:tbl>", "<w:tbl><w:tblPr><w:tblStyle w:val=\"SecretTable\"/></w:tblPr>", StringComparison.Ordinal);

        var document = Open(Docx(hidden + Line(Run("到位资金8亿元")), Styles));

        Assert.Equal("到位资金8亿元", TextOf(document).Trim('\n', '|'));
        Assert.Contains("第1个表格第1行 隐藏的文字", NotesOf(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<w:del w:id=\"1\"/>", "修订中已删除的行")]
    [InlineData("<w:hidden/>", "隐藏的行")]
    public void A_row_that_is_deleted_or_hidden_is_gone(string mark, string note)
    {
        var table = Table([Run("甲")], [Run("乙")], [Run("丙")])
            .Replace($"<w:tr><w:tc><w:p>{Run("乙")}", $"<w:tr><w:trPr>{mark}</w:trPr><w:tc><w:p>{Run("乙")}", StringComparison.Ordinal);

        var document = Open(Docx(table));

        Assert.Equal("甲\n丙", TextOf(document));
        Assert.Contains($"第1个表格第2行 {note}未读取：“乙”", NotesOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_which_only_the_number_is_not_struck_is_gone()
    {
        static string Out(string text) => Run(text, "<w:strike/>");

        var document = Open(Docx(Table([Run("1"), Run("培训50人次")], [Run("2"), Out("办展会3场")], [Run("3"), Out("10") + Run("签约6个")])));

        Assert.Equal("1|培训50人次\n3|签约6个", TextOf(document));
        Assert.Equal(2, document.Omissions.Count);
    }

    [Theory]
    [InlineData("平方m", "2", "²")]
    [InlineData("km", "2", "²")]
    [InlineData("立方米", "3", "³")]
    public void A_raised_digit_behind_a_metre_is_its_power(string measure, string power, string expected)
    {
        var document = Open(Docx(Line(Run("5" + measure) + Run(power, "<w:vertAlign w:val=\"superscript\"/>"))));

        Assert.Equal("5" + measure + expected, TextOf(document));
        Assert.Empty(document.Omissions);
    }

    [Theory]
    [InlineData("Wingdings", "F0AB", "★")]
    [InlineData("Wingdings", "AB", "★")]
    [InlineData("Wingdings", "F081", "①")]
    [InlineData("Wingdings", "F0FE", "☑")]
    [InlineData("Wingdings 2", "F052", "☑")]
    [InlineData("Symbol", "F0B3", "≥")]
    [InlineData("Symbol", "F0A3", "≤")]
    [InlineData("宋体", "2605", "★")]
    public void A_symbol_is_read_as_the_sign_that_its_font_shows(string font, string code, string expected)
    {
        var document = Open(Docx(Line(Run("甲局、") + $"<w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>" + Run("乙局"))));

        Assert.Equal($"甲局、{expected}乙局", TextOf(document));
        Assert.Empty(document.Omissions);
    }

    [Fact]
    public void Letters_set_in_a_font_of_symbols_are_translated() =>
        Assert.Equal("★乙局", TextOf(Open(Docx(Line(Run("\u00AB", "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>") + Run("乙局"))))));

    [Fact]
    public void A_symbol_that_is_not_known_is_said()
    {
        var document = Open(Docx(Line(Run("甲局") + "<w:r><w:sym w:font=\"某某符号\" w:char=\"F041\"/></w:r>")));

        Assert.Equal("甲局", TextOf(document));
        Assert.Contains("符号无法识别", NotesOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void The_cell_below_a_merged_one_shows_the_text_above_whatever_it_holds()
    {
        static string Merged(string text, string mark) => $"<w:tc><w:tcPr>{mark}</w:tcPr>{Line(Run(text))}</w:tc>";
        var table = $"<w:tbl><w:tr>{Merged("产业", "<w:vMerge w:val=\"restart\"/>")}{Merged("甲", "")}</w:tr>"
            + $"<w:tr>{Merged("旧内容", "<w:vMerge w:val=\"continue\"/>")}{Merged("乙", "")}</w:tr></w:tbl>";

        var grid = Assert.IsType<Grid>(Assert.Single(Open(Docx(table)).Blocks));

        Assert.Equal(("产业", CellMerge.FromAbove), (grid.Rows[1].Cells[0].Text, grid.Rows[1].Cells[0].Merge));
    }

    [Fact]
    public void Many_notes_of_a_kind_are_counted()
    {
        var document = Open(Docx(string.Concat(Enumerable.Range(0, 30).Select(_ => Line(Run("甲") + Run("乙", "<w:vanish/>"))))));

        Assert.True(document.Omissions.Count < 12);
        Assert.Contains("另有22处", NotesOf(document), StringComparison.Ordinal);
    }
}
