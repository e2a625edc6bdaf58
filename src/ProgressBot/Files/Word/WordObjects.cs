using System.Xml.Linq;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Word;

/// <summary>What stands in a text without being text: pictures, charts, embedded files. They are named, since what they show is not
/// read.</summary>
internal static class WordObjects
{
    // in English metric units; a seal's star or a bullet is no picture of a table
    const long Narrowest = 720_000;

    /// <summary>Names the object, unless it is only a frame for a text box.</summary>
    /// <param name="element">w:drawing, w:pict or w:object.</param>
    /// <param name="leftOut">Takes what is not read.</param>
    public static void Name(XElement element, LeftOut leftOut)
    {
        if (Code(element) is { } code)
            leftOut.Add(code, Words(element));
    }

    static string? Code(XElement element) =>
        element.Name.LocalName == "object" || Has(element, "OLEObject") ? "object"
        : Has(element, "chart") ? "chart"
        : Has(element, "relIds") ? "diagram"
        : Has(element, "textpath") ? "word_art"
        : (Has(element, "blip") || Has(element, "imagedata") || Has(element, "binData")) && !IsTiny(element) ? "picture"
        : null;

    static string Words(XElement element) => Code(element) switch
    {
        "object" => Find(element, "OLEObject")?.Attribute("ProgID")?.Value ?? string.Empty,
        "word_art" => Find(element, "textpath")?.Attribute("string")?.Value ?? string.Empty,
        _ => string.Empty,
    };

    static bool IsTiny(XElement element) => Find(element, "extent") is { } extent
        && long.TryParse(extent.Attribute("cx")?.Value, out var width) && long.TryParse(extent.Attribute("cy")?.Value, out var height)
        && Math.Min(width, height) < Narrowest / 2 && Math.Max(width, height) < Narrowest * 3;

    static bool Has(XElement element, string name) => Find(element, name) is not null;

    static XElement? Find(XElement element, string name) => element.Descendants().FirstOrDefault(inner => inner.Name.LocalName == name);
}
