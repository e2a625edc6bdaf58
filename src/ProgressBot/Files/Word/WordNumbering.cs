using System.Globalization;
using System.Xml.Linq;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Word;

/// <summary>Word keeps the numbers of automatic lists out of the text; this counts them as Word would show them.</summary>
internal sealed class WordNumbering
{
    const string ChineseDigits = "〇一二三四五六七八九";
    const int Levels = 9;

    readonly Dictionary<string, string> _abstractOf = [];
    readonly Dictionary<string, (string Format, string Text, int Start)[]> _levels = [];
    readonly Dictionary<string, (string NumId, int Level)> _styles = [];
    readonly Dictionary<string, int?[]> _counters = [];

    public static WordNumbering Load(OfficePackage package, string main)
    {
        var numbering = new WordNumbering();
        if (package.Load(package.Find(main, "numbering", "word/numbering.xml")) is { } definitions)
            numbering.ReadDefinitions(definitions);
        if (package.Load(package.Find(main, "styles", "word/styles.xml")) is { } styles)
            numbering.ReadStyles(styles);
        return numbering;
    }

    /// <summary>The number in front of a paragraph as displayed (1. or （三）), empty when it has none. Counts on with each call.</summary>
    public string Mark(XElement paragraph)
    {
        var properties = paragraph.Element(Wordml.ParagraphProperties);
        if (Shown(properties) is { } shown)
            return shown;
        if (Place(properties) is not var (numId, level) || !_abstractOf.TryGetValue(numId, out var list)
            || !_levels.TryGetValue(list, out var formats) || level is < 0 or >= Levels
                || formats[level].Format is "bullet" or "none" or null)
            return string.Empty;
        var counters = _counters.TryGetValue(list, out var known) ? known : _counters[list] = new int?[Levels];
        counters[level] = counters[level] + 1 ?? formats[level].Start;
        Array.Clear(counters, level + 1, Levels - level - 1);
        return Enumerable.Range(0, Levels).Aggregate(formats[level].Text, (text, index) =>
            text.Replace($"%{index + 1}", Show(counters[index] ?? formats[index].Start, formats[index].Format), StringComparison.Ordinal));
    }

    // the form of 2003 writes the number that it shows
    static string? Shown(XElement? properties) => properties?.Element(Wordml.ListOf2003)?
        .Elements().FirstOrDefault(element => element.Name.LocalName == "t")?.Attributes()
            .FirstOrDefault(attribute => attribute.Name.LocalName == "val")?.Value;

    (string NumId, int Level)? Place(XElement? properties)
    {
        var own = properties?.Element(Wordml.Numbered);
        var style = properties?.ValueOf(Wordml.Of("pStyle")) is { } name
            && _styles.TryGetValue(name, out var styled) ? styled : ((string NumId, int Level)?)null;
        var numId = own?.ValueOf(Wordml.NumberOfList) ?? style?.NumId;
        return numId is null or "0" ? null : (numId, own?.NumberOf(Wordml.LevelOfList) ?? style?.Level ?? 0);
    }

    void ReadDefinitions(XElement root)
    {
        foreach (var list in root.Elements(Wordml.Of("abstractNum")))
            _levels[(string?)list.Attribute(Wordml.Of("abstractNumId")) ?? string.Empty] = Formats(list);
        foreach (var number in root.Elements(Wordml.Of("num")))
            _abstractOf[(string?)number.Attribute(Wordml.NumberOfList) ?? string.Empty] = number.ValueOf(Wordml.Of("abstractNumId"))
                ?? string.Empty;
    }

    static (string Format, string Text, int Start)[] Formats(XElement list)
    {
        var formats = new (string Format, string Text, int Start)[Levels];
        foreach (var level in list.Elements(Wordml.Of("lvl")))
            if (int.TryParse((string?)level.Attribute(Wordml.LevelOfList), out var index) && index is >= 0 and < Levels)
                formats[index] = (level.ValueOf(Wordml.Of("numFmt")) ?? "decimal", level.ValueOf(Wordml.Of("lvlText"))
                    ?? string.Empty, level.NumberOf(Wordml.Of("start")) ?? 1);
        return formats;
    }

    void ReadStyles(XElement root)
    {
        foreach (var style in root.Elements(Wordml.Of("style")))
            if (style.Element(Wordml.ParagraphProperties)?.Element(Wordml.Numbered) is { } place
                && place.ValueOf(Wordml.NumberOfList) is { } numId)
                _styles[(string?)style.Attribute(Wordml.Of("styleId")) ?? string.Empty] = (numId, place.NumberOf(Wordml.LevelOfList) ?? 0);
    }

    static string Show(int number, string? format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "ideographTraditional" or "japaneseCounting" or "taiwaneseCountingThousand" =>
            Chinese(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "lowerLetter" when number is >= 1 and <= 26 => ((char)('a' + number - 1)).ToString(),
        "upperLetter" when number is >= 1 and <= 26 => ((char)('A' + number - 1)).ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    static string Chinese(int number) => number switch
    {
        < 0 or > 99 => number.ToString(CultureInfo.InvariantCulture),
        < 10 => ChineseDigits[number].ToString(),
        < 20 => "十" + (number == 10 ? string.Empty : ChineseDigits[number - 10]),
        _ => ChineseDigits[number / 10] + "十" + (number % 10 == 0 ? string.Empty : ChineseDigits[number % 10]),
    };
}
