using System.Xml.Linq;
using ProgressBot.Files.Notes;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Workbooks;

/// <summary>What lies over the cells of a sheet: text boxes, pictures, charts. They are named with the cell at which they begin.</summary>
static class SheetDrawings
{
    public static void Name(OfficePackage package, string part, string sheet, FileNotes notes)
    {
        foreach (var reference in package.References(part))
            if (reference.Type == "drawing")
                foreach (var anchor in package.Load(reference.Target)?.Elements() ?? [])
                    Name(anchor, sheet, notes);
            else if (reference.Type is "comments" or "threadedComment")
                notes.SayOnce("comments", sheet);
    }

    static void Name(XElement anchor, string sheet, FileNotes notes)
    {
        var from = anchor.Elements().FirstOrDefault(element => element.Name.LocalName == "from");
        var where = Number(from, "row") is { } row && Number(from, "col") is { } column ? Place.Cell(sheet, row + 1, column) : sheet;
        var text = string.Concat(Find(anchor, "t").Select(words => words.Value)).Trim();
        if (text.Length > 0)
            notes.Say("text_box", where, ("text", FileNotes.Quote(text)));
        if (Find(anchor, "blip").Any())
            notes.Say("picture", where);
        if (Find(anchor, "chart").Any())
            notes.Say("chart", where);
    }

    static IEnumerable<XElement> Find(XElement element, string name) => element.Descendants().Where(inner => inner.Name.LocalName == name);

    static int? Number(XElement? from, string name) =>
        int.TryParse(from?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value, out var number) ? number : null;
}
