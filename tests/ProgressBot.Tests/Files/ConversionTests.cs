using System.Text;
using ProgressBot.Files;
using ProgressBot.Files.Conversion;
using static ProgressBot.Tests.Files.RawOffice;

namespace ProgressBot.Tests.Files;

/// <summary>Formats that LibreOffice turns into ours, where it is installed.</summary>
public sealed class ConversionTests
{
    const string Missing = "LibreOffice is not installed";

    const string RichText = "{\\rtf1\\ansi\\ansicpg936 {\\b plan}\\par\\trowd\\cellx3000\\cellx6000 task\\cell"
        + " unit\\cell\\row\\trowd\\cellx3000\\cellx6000 road\\cell {\\v secret}bureau\\cell\\row\\pard end\\par}";

    [Fact]
    public void Rich_text_is_read_with_its_table_and_without_what_it_hides()
    {
        Assert.SkipWhen(LibreOffice.Program is null, Missing);

        var document = Open(Encoding.ASCII.GetBytes(RichText), "任务书.rtf");

        Assert.Contains("task|unit\nroad|bureau", TextOf(document), StringComparison.Ordinal);
        Assert.Contains("“secret”", NotesOf(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "<office:text><text:p>2022年任务</text:p><table:table><table:table-column table:number-columns-repeated=\"2\"/>"
        + "<table:table-row><table:table-cell><text:p>修路</text:p></table:table-cell><table:table-cell><text:p>交通局</text:p>"
        + "</table:table-cell></table:table-row></table:table></office:text>")]
    [InlineData("spreadsheet",
        "<office:spreadsheet><table:table table:name=\"任务\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>修路"
        + "</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>交通局</text:p></table:table-cell>"
        + "</table:table-row></table:table></office:spreadsheet>")]
    public void An_open_document_is_read(string kind, string body)
    {
        Assert.SkipWhen(LibreOffice.Program is null, Missing);

        Assert.Contains("修路|交通局", TextOf(Open(OpenDocument(kind, body), "任务书")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", ".docx")]
    [InlineData("spreadsheet", ".xlsx")]
    public void What_cannot_be_converted_is_refused_with_how_to_save_it(string kind, string target)
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => Open(Zip(("mimetype", "application/vnd.oasis.opendocument." + kind))));

        Assert.Contains("另存为 " + target, refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.Code is "save_as" or "not_converted");
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        Assert.SkipWhen(LibreOffice.Program is null, Missing);
        var before = Directory.GetDirectories(Path.GetTempPath(), "progressbot-office-*");

        Open(Encoding.ASCII.GetBytes(RichText), "任务书.rtf");

        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "progressbot-office-*").Except(before));
    }

    static byte[] OpenDocument(string kind, string body) => Zip(
        ("mimetype", "application/vnd.oasis.opendocument." + kind),
        ("content.xml", "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
            + $"xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" office:version=\"1.2\"><office:body>{body}</office:body>"
                + $"</office:document-content>"),
        ("META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry"
            + " manifest:full-path=\"/\" "
            + $"manifest:media-type=\"application/vnd.oasis.opendocument.{kind}\"/><manifest:file-entry"
                + $" manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"));
}
