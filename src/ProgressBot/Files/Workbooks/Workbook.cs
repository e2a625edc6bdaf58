using System.Xml;
using System.Xml.Linq;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Workbooks;

/// <summary>Reads an xlsx: one grid per visible sheet. What is hidden is left out and named.</summary>
static class Workbook
{
    /// <param name="package">The container.</param>
    /// <param name="main">The part with the list of sheets.</param>
    /// <param name="fileName">The name people know it by.</param>
    /// <exception cref="UnreadableFileException">Damaged, empty or too large.</exception>
    public static SourceDocument Read(OfficePackage package, string main, string fileName)
    {
        try
        {
            var list = package.Load(main) ?? throw new UnreadableFileException("damaged_sheet");
            var book = new BookContext(package, main, list);
            var parts = package.References(main).ToLookup(reference => reference.Id);
            var grids = Sheets(list).Select(sheet => Read(package, sheet, parts, book)).OfType<Grid>().ToList();
            return grids.Count > 0
                ? SerialDates.Resolve(new SourceDocument(fileName, grids), book.Day, book.Notes)
                : throw new UnreadableFileException("empty_sheet");
        }
        catch (Exception damage) when (damage is XmlException or FormatException or InvalidDataException)
        {
            throw new UnreadableFileException("damaged_sheet", damage);
        }
    }

    static IEnumerable<XElement> Sheets(XElement list) =>
        list.Elements().Where(element => element.Name.LocalName == "sheets").Elements().Where(element => element.Name.LocalName == "sheet");

    static Grid? Read(OfficePackage package, XElement sheet, ILookup<string, PartReference> parts, BookContext book)
    {
        var name = (string?)sheet.Attribute("name") ?? string.Empty;
        var id = sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id"
            && attribute.Name.NamespaceName.Length > 0)?.Value;
        var part = parts[id ?? string.Empty].FirstOrDefault();
        if ((string?)sheet.Attribute("state") is { } state and not "visible")
            book.Notes.Say("hidden_sheet", name);
        else if (part is null || !package.Has(part.Target))
            book.Notes.Say("missing_sheet", name);
        else if (part.Type != "worksheet")
            book.Notes.Say("chart", name);
        else
            return Visible(package, part.Target, name, book);
        return null;
    }

    static Grid? Visible(OfficePackage package, string part, string name, BookContext book)
    {
        using var reader = package.Open(part)!;
        var grid = SheetReader.Read(reader, name, book);
        SheetDrawings.Name(package, part, name, book.Notes);
        return grid;
    }
}
