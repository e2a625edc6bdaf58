using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using DocumentFormat.OpenXml;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Tests.Files;

/// <summary>Writes a document as docx. A blank cell under a filled one becomes a real vertical merge.</summary>
internal static class WordSample
{
    public static MemoryStream Of(SourceDocument document) => Of([.. document.Blocks.Select(Element)]);

    public static MemoryStream Of(params OpenXmlElement[] elements) => Write(elements, _ => { });

    /// <summary>Paragraphs of list 1 are numbered 1. 2. 3. by Word itself.</summary>
    public static MemoryStream WithNumbering(params OpenXmlElement[] elements) => Write(elements, main =>
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            new AbstractNum(new Level(
                new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Decimal }, new LevelText { Val = "%1." }) { LevelIndex = 0 })
            { AbstractNumberId = 7 },
            new NumberingInstance(new AbstractNumId { Val = 7 }) { NumberID = 1 }));

    static MemoryStream Write(OpenXmlElement[] elements, Action<MainDocumentPart> addParts)
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new Document(new Body(elements));
            addParts(main);
        }

        stream.Position = 0;
        return stream;
    }

    public static Paragraph Line(string text) => new(new Run(new Text(text)));

    public static TableCell Cell(string text, int span = 1, bool? mergeStart = null)
    {
        var properties = new TableCellProperties();
        if (span > 1)
            properties.Append(new GridSpan { Val = span });
        if (mergeStart is { } starts)
            properties.Append(starts ? new VerticalMerge { Val = MergedCellValues.Restart } : new VerticalMerge());
        return new TableCell(new OpenXmlElement[] { properties }.Concat(text.Split('\n').Select(Line)));
    }

    static OpenXmlElement Element(Block block) =>
        block is Grid grid ? new Table(Enumerable.Range(0, grid.Rows.Count).Select(row => Row(grid, row))) : Line(((ProgressBot.Core.Plans.Drafts.Paragraph)block).Text);

    static TableRow Row(Grid grid, int row) =>
        new(grid.Rows[row].Cells.Select((cell, column) => Cell(cell.Text, mergeStart: MergeStart(grid, row, column))));

    static bool? MergeStart(Grid grid, int row, int column)
    {
        if (row > 1 && grid.Rows[row].Cells[column].IsBlank)
            return false;
        return row > 0 && row + 1 < grid.Rows.Count && column < grid.Rows[row + 1].Cells.Count && grid.Rows[row + 1].Cells[column].IsBlank ? true : null;
    }
}
