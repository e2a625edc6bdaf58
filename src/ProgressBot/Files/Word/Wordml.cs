using System.Xml;
using System.Xml.Linq;

namespace ProgressBot.Files.Word;

/// <summary>Names of WordprocessingML (ECMA-376 part 1, chapter 17).</summary>
internal static class Wordml
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string MathNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    public static readonly XName Table = Of("tbl");
    public static readonly XName TableProperties = Of("tblPr");
    public static readonly XName TableStyle = Of("tblStyle");
    public static readonly XName Row = Of("tr");
    public static readonly XName Cell = Of("tc");
    public static readonly XName CellProperties = Of("tcPr");
    public static readonly XName RowProperties = Of("trPr");
    public static readonly XName GridSpan = Of("gridSpan");
    public static readonly XName GridBefore = Of("gridBefore");
    public static readonly XName VerticalMerge = Of("vMerge");
    public static readonly XName VerticalMergeOf2003 = Of("vmerge");
    public static readonly XName HorizontalMerge = Of("hMerge");
    public static readonly XName Paragraph = Of("p");
    public static readonly XName Run = Of("r");
    public static readonly XName Text = Of("t");
    public static readonly XName Break = Of("br");
    public static readonly XName PageEnd = Of("lastRenderedPageBreak");
    public static readonly XName ParagraphProperties = Of("pPr");
    public static readonly XName ParagraphStyle = Of("pStyle");
    public static readonly XName RunProperties = Of("rPr");
    public static readonly XName RunStyle = Of("rStyle");
    public static readonly XName Fonts = Of("rFonts");
    public static readonly XName Vanish = Of("vanish");
    public static readonly XName Strike = Of("strike");
    public static readonly XName DoubleStrike = Of("dstrike");
    public static readonly XName VerticalAlign = Of("vertAlign");
    public static readonly XName Style = Of("style");
    public static readonly XName StyleId = Of("styleId");
    public static readonly XName BasedOn = Of("basedOn");
    public static readonly XName Default = Of("default");
    public static readonly XName TypeOf = Of("type");
    public static readonly XName Value = Of("val");
    public static readonly XName Deleted = Of("del");
    public static readonly XName DeletedCell = Of("cellDel");
    public static readonly XName Numbered = Of("numPr");
    public static readonly XName NumberOfList = Of("numId");
    public static readonly XName LevelOfList = Of("ilvl");
    public static readonly XName ListOf2003 = Of("listPr");
    public static readonly XName Hidden = Of("hidden");
    public static readonly XName TextBox = Of("txbxContent");
    public static readonly XName ShowsPrompt = Of("showingPlcHdr");
    public static readonly XName ControlContent = Of("sdtContent");
    public static readonly XName Section = Of("sectPr");
    public static readonly XName Chunk = Of("altChunk");
    public static readonly XName Alternatives = Compatibility("AlternateContent");
    public static readonly XName Choice = Compatibility("Choice");
    public static readonly XName Fallback = Compatibility("Fallback");

    public static XName Of(string name) => XName.Get(name, Namespace);

    /// <summary>The w:val of a child element; null when the child is missing.</summary>
    public static string? ValueOf(this XElement element, XName child) => (string?)element.Element(child)?.Attribute(Value);

    /// <summary>The w:val of a child element as a number; null when missing or no number.</summary>
    public static int? NumberOf(this XElement element, XName child) => int.TryParse(element.ValueOf(child), out var number) ? number : null;

    /// <summary>The reader stands on the start of an element of this name.</summary>
    public static bool Stands(XmlReader reader, XName name) =>
        reader.NodeType == XmlNodeType.Element && reader.LocalName == name.LocalName && reader.NamespaceURI == name.NamespaceName;

    /// <summary>The elements of this name below another, but not below a table within it, nor what repeats them for older
    /// programs.</summary>
    public static IEnumerable<XElement> Nearest(XElement above, XName name)
    {
        foreach (var child in above.Elements())
            if (child.Name == name)
                yield return child;
            else if (child.Name != Table && !Repeats(child))
                foreach (var inner in Nearest(child, name))
                    yield return inner;
    }

    /// <summary>What stands beside a choice says the same again for programs that do not know the newer form.</summary>
    public static bool Repeats(XElement element) => element.Name == Fallback && element.Parent?.Element(Choice) is not null;

    static XName Compatibility(string name) => XName.Get(name, "http://schemas.openxmlformats.org/markup-compatibility/2006");
}
