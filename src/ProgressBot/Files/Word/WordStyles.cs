using System.Xml.Linq;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Word;

/// <summary>How runs look by the styles of their table, paragraph and characters (ECMA-376 part 1, 17.7.2 and 17.7.3).</summary>
internal sealed class WordStyles
{
    // a style that is based on itself by a detour would never end
    const int LongestChain = 20;

    readonly Dictionary<string, XElement> _styles = [];
    readonly Dictionary<string, RunLook> _looks = [];
    readonly RunLook _default;
    readonly string? _paragraphDefault;

    public WordStyles(XElement? root)
    {
        foreach (var style in root?.Descendants(Wordml.Style) ?? [])
        {
            var id = (string?)style.Attribute(Wordml.StyleId) ?? string.Empty;
            _styles.TryAdd(id, style);
            if ((string?)style.Attribute(Wordml.TypeOf) == "paragraph" && XmlToggles.IsYes((string?)style.Attribute(Wordml.Default)))
                _paragraphDefault = id;
        }

        _default = Direct(root?.Descendants(Wordml.Of("rPrDefault")).FirstOrDefault()?.Element(Wordml.RunProperties), default);
    }

    /// <summary>What a paragraph's runs look like before their own formatting.</summary>
    public RunLook OfParagraph(XElement paragraph, RunLook table) =>
        _default.Under(table).Under(Look(paragraph.Element(Wordml.ParagraphProperties)?.ValueOf(Wordml.ParagraphStyle)
            ?? _paragraphDefault));

    /// <summary>What a table's style says of its text.</summary>
    public RunLook OfTable(XElement? properties) => Look(properties?.ValueOf(Wordml.TableStyle));

    /// <summary>A run with its character style and its own formatting.</summary>
    public RunLook OfRun(XElement? properties, RunLook paragraph) =>
        properties is null ? paragraph : Direct(properties, paragraph.Under(Look(properties.ValueOf(Wordml.RunStyle))));

    RunLook Look(string? id)
    {
        if (id is null)
            return default;
        return _looks.TryGetValue(id, out var known) ? known : _looks[id] = Chain(id).Reverse()
            .Aggregate(default(RunLook), (look, style) => Direct(style.Element(Wordml.RunProperties), look));
    }

    IEnumerable<XElement> Chain(string id)
    {
        for (var (next, left) = ((string?)id, LongestChain); next is not null && left > 0
            && _styles.TryGetValue(next, out var style); left--)
        {
            yield return style;
            next = style.ValueOf(Wordml.BasedOn);
        }
    }

    // what is written beside the text itself holds, whatever the styles say
    static RunLook Direct(XElement? properties, RunLook styled) => properties is null ? styled : new RunLook(
        properties.Toggle(Wordml.Vanish) ?? styled.IsHidden,
        (properties.Toggle(Wordml.Strike), properties.Toggle(Wordml.DoubleStrike)) switch
        {
            (null, null) => styled.IsStruck,
            var (once, twice) => once == true || twice == true,
        },
        properties.ValueOf(Wordml.VerticalAlign) is { } align ? align == "superscript" : styled.IsRaised,
        FontOf(properties.Element(Wordml.Fonts)) ?? styled.Font);

    static string? FontOf(XElement? fonts) =>
        fonts?.Attributes().FirstOrDefault(font => font.Name.LocalName is "ascii" or "hAnsi" or "h-ansi"
            && SymbolFont.Knows(font.Value))?.Value;
}
