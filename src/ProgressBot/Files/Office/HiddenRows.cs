using System.Xml.Linq;

namespace ProgressBot.Files.Office;

/// <summary>The rows that an xlsx marks as hidden with the word true. Some programs write it so; the reader of workbooks knows only the 1.</summary>
internal static class HiddenRows
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static readonly XName RelationshipId = XName.Get("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

    /// <summary>1-based numbers of hidden rows by the name of their sheet; sheets without any are left out.</summary>
    public static ILookup<string, int> Of(OfficePackage package)
    {
        using var book = package.Open("xl/workbook.xml");
        using var places = package.Open("xl/_rels/workbook.xml.rels");
        if (book is null || places is null)
            return Array.Empty<(string, int)>().ToLookup(row => row.Item1, row => row.Item2);
        var parts = XElement.Load(places).Elements().ToLookup(place => (string?)place.Attribute("Id"), place => (string?)place.Attribute("Target"));
        var sheets = XElement.Load(book).Descendants(XName.Get("sheet", Main));
        return sheets.SelectMany(sheet => parts[(string?)sheet.Attribute(RelationshipId)].SelectMany(target => In(package, Part(target))).Select(row => (Name: (string?)sheet.Attribute("name") ?? string.Empty, row)))
            .ToLookup(found => found.Name, found => found.row);
    }

    static string Part(string? target) => target is ['/', ..] ? target[1..] : "xl/" + target;

    // most sheets hide nothing, and to look for the words costs far less than to parse
    static IEnumerable<int> In(OfficePackage package, string part)
    {
        if (!package.Mentions(part, "hidden=\"true\""u8))
            yield break;
        using var reader = package.Open(part)!;
        for (var number = 1; reader.ReadToFollowing("row", Main); number++)
        {
            number = int.TryParse(reader.GetAttribute("r"), out var own) ? own : number;
            if (reader.GetAttribute("hidden") == "true")
                yield return number;
        }
    }
}
