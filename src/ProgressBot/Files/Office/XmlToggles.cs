using System.Xml.Linq;

namespace ProgressBot.Files.Office;

/// <summary>On and off as office XML writes them: an element that is there means on, unless its value says off.</summary>
internal static class XmlToggles
{
    /// <summary>Null when there is no such element; its value is looked for under any namespace.</summary>
    public static bool? Toggle(this XElement? properties, XName name) => properties?.Element(name)?.IsOn();

    public static bool IsOn(this XElement toggle) =>
        toggle.Attributes().FirstOrDefault(attribute =>
            attribute.Name.LocalName == "val")?.Value is not ("0" or "false" or "off" or "none");

    /// <summary>A yes-or-no attribute: 1, true or on.</summary>
    public static bool IsYes(string? value) => value is "1" or "true" or "on" or "t";
}
