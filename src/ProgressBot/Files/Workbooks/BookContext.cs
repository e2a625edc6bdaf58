using System.Xml;
using System.Xml.Linq;
using ProgressBot.Files.Notes;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Workbooks;

/// <summary>What the sheets of an xlsx share: texts, styles, how days are counted, and the notes that reading leaves.</summary>
sealed class BookContext
{
    // days between 1 January 1900 and 1 January 1904, from which some workbooks count
    const int Until1904 = 1462;

    public BookContext(OfficePackage package, string main, XElement book)
    {
        Strings = Texts(package.Find(main, "sharedStrings", "xl/sharedStrings.xml") is { } part ? package.Open(part) : null);
        Styles = new SheetStyles(package.Load(package.Find(main, "styles", "xl/styles.xml")));
        CountsFrom1904 = XmlToggles.IsYes((string?)book.Elements()
            .FirstOrDefault(element => element.Name.LocalName == "workbookPr")?.Attribute("date1904"));
    }

    public IReadOnlyList<SheetString> Strings { get; }
    public SheetStyles Styles { get; }
    public bool CountsFrom1904 { get; }
    public FileNotes Notes { get; } = new();

    /// <summary>The day with this number; null when it is no day of these centuries.</summary>
    public DateTime? Day(double number) => DayOf(CountsFrom1904 ? number + Until1904 : number);

    /// <summary>The same where days are counted from 1900; that year is taken for a leap year there.</summary>
    public static DateTime? DayOf(double serial) => serial is >= 0 and < 110_000
        ? DateTime.FromOADate(serial < 60 ? serial + 1 : serial) : null;

    static List<SheetString> Texts(XmlReader? reader)
    {
        var texts = new List<SheetString>();
        using (reader)
            for (reader?.MoveToContent(); reader is { EOF: false };)
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
                    texts.Add(SheetString.Of((XElement)XNode.ReadFrom(reader)));
                else
                    reader.Read();
        return texts;
    }
}
