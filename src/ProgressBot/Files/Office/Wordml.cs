using System.Xml;
using System.Xml.Linq;

namespace ProgressBot.Files.Office;

/// <summary>Names of WordprocessingML (ECMA-376 part 1, chapter 17).</summary>
internal static class Wordml
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static readonly XName Table = Of("tbl");
    public static readonly XName Row = Of("tr");
    public static readonly XName Cell = Of("tc");
    public static readonly XName CellProperties = Of("tcPr");
    public static readonly XName RowProperties = Of("trPr");
    public static readonly XName GridSpan = Of("gridSpan");
    public static readonly XName GridBefore = Of("gridBefore");
    public static readonly XName VerticalMerge = Of("vMerge");
    public static readonly XName Paragraph = Of("p");
    public static readonly XName Text = Of("t");
    public static readonly XName Break = Of("br");
    public static readonly XName BreakType = Of("type");
    public static readonly XName PageEnd = Of("lastRenderedPageBreak");
    public static readonly XName ParagraphProperties = Of("pPr");
    public static readonly XName Value = Of("val");
    public static readonly XName Fallback = XName.Get("Fallback", "http://schemas.openxmlformats.org/markup-compatibility/2006");

    public static XName Of(string name) => XName.Get(name, Namespace);

    /// <summary>The w:val of a child element; null when the child is missing.</summary>
    public static string? ValueOf(this XElement element, XName child) => (string?)element.Element(child)?.Attribute(Value);

    /// <summary>The w:val of a child element as a number; null when missing or no number.</summary>
    public static int? NumberOf(this XElement element, XName child) => int.TryParse(element.ValueOf(child), out var number) ? number : null;

    /// <summary>The reader stands on the start of an element of this name.</summary>
    public static bool Stands(XmlReader reader, XName name) =>
        reader.NodeType == XmlNodeType.Element && reader.LocalName == name.LocalName && reader.NamespaceURI == Namespace;

    /// <summary>The elements of this name below another, but not below a table within it.</summary>
    public static IEnumerable<XElement> Nearest(XElement above, XName name)
    {
        foreach (var child in above.Elements())
            if (child.Name == name)
                yield return child;
            else if (child.Name != Table)
                foreach (var inner in Nearest(child, name))
                    yield return inner;
    }
}
