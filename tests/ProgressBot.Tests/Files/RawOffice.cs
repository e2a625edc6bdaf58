using System.IO.Compression;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;

namespace ProgressBot.Tests.Files;

/// <summary>Office files made of their XML as other programs write it, and what is read of them.</summary>
static class RawOffice
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Excel = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    const string Spaces = $"xmlns:w=\"{Word}\" xmlns:r=\"{Office}\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
            + " xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\"";

    public static byte[] Zip(params IEnumerable<(string Name, string Text)> parts)
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

    public static string Body(string content) => $"<w:document {Spaces}><w:body>{content}</w:body></w:document>";

    /// <summary>A document with this body, and styles as w:style elements.</summary>
    public static byte[] Docx(string content, string styles = "", params IEnumerable<(string Name, string Text)> more) => Zip(
        [("word/document.xml", Body(content)), ("word/styles.xml", $"<w:styles {Spaces}>{styles}</w:styles>"), .. more]);

    public static string Run(string text, string look = "") => $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Line(string runs) => $"<w:p>{runs}</w:p>";

    /// <summary>A table of rows, each of cells, each of runs.</summary>
    public static string Table(params IEnumerable<string[]> rows) =>
        $"<w:tbl>{string.Concat(rows.Select(cells => $"<w:tr>{string.Concat(cells.Select(Cell))}</w:tr>"))}</w:tbl>";

    static string Cell(string runs) => $"<w:tc>{Line(runs)}</w:tc>";

    /// <summary>A workbook with one sheet.</summary>
    /// <param name="sheet">What stands in its worksheet element.</param>
    /// <param name="styles">What stands in styleSheet.</param>
    /// <param name="strings">si elements.</param>
    /// <param name="properties">workbookPr.</param>
    public static byte[] Xlsx(string sheet, string styles = "", string strings = "", string properties = "") => Zip(
        ("xl/workbook.xml", $"<workbook xmlns=\"{Excel}\" xmlns:r=\"{Office}\">{properties}<sheets><sheet name=\"任务\" sheetId=\"1\""
            + $" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relationships(("r1", "worksheet", "worksheets/sheet1.xml"))),
        ("xl/styles.xml", $"<styleSheet xmlns=\"{Excel}\">{styles}</styleSheet>"),
        ("xl/sharedStrings.xml", $"<sst xmlns=\"{Excel}\">{strings}</sst>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Excel}\">{sheet}</worksheet>"));

    public static string Relationships(params IEnumerable<(string Id, string Type, string Target)> all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{Office}/{one.Type}\" Target=\"{one.Target}\"/>"))
            + "</Relationships>";

    /// <summary>A row of texts; what begins with &lt; is a cell as it stands.</summary>
    public static string Row(int number, params IEnumerable<string> cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{number}")))}</row>";

    static string Cell(string cell, string place) => cell.StartsWith('<') ? cell : Text(place, cell);

    public static string Text(string place, string text, int style = 0) =>
        $"<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static SourceDocument Open(byte[] bytes, string name = "任务书") => DocumentFile.Open(new MemoryStream(bytes), name);

    /// <summary>All text: cells parted by |, rows and paragraphs by line breaks.</summary>
    public static string TextOf(SourceDocument document) => string.Join('\n', document.Blocks.SelectMany(block => block is Grid grid
        ? grid.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text)))
        : [((Paragraph)block).Text]));

    public static string NotesOf(SourceDocument document) =>
        string.Join('\n', document.Omissions.Select(note => $"{note.Where} {note.Message}"));
}
