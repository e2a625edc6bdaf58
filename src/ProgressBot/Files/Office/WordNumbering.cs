using System.Globalization;
using System.Xml.Linq;

namespace ProgressBot.Files.Office;

/// <summary>Word keeps the numbers of automatic lists out of the text; this counts them as Word would show them.</summary>
internal sealed class WordNumbering
{
    const string ChineseDigits = "〇一二三四五六七八九";
    const int Levels = 9;

    readonly Dictionary<string, string> _abstractOf = [];
    readonly Dictionary<string, (string Format, string Text, int Start)[]> _levels = [];
    readonly Dictionary<string, (string NumId, int Level)> _styles = [];
    readonly Dictionary<string, int?[]> _counters = [];

    public static WordNumbering Load(OfficePackage package)
    {
        var numbering = new WordNumbering();
        using (var reader = package.Open("word/numbering.xml"))
            if (reader is not null)
                numbering.ReadDefinitions(XElement.Load(reader));
        using (var reader = package.Open("word/styles.xml"))
            if (reader is not null)
                numbering.ReadStyles(XElement.Load(reader));
        return numbering;
    }

    /// <summary>The number in front of a paragraph as displayed (1. or （三）), empty when it has none. Counts on with each call.</summary>
    public string Mark(XElement paragraph)
    {
        if (Place(paragraph.Element(Wordml.ParagraphProperties)) is not var (numId, level) || !_abstractOf.TryGetValue(numId, out var list)
            || !_levels.TryGetValue(list, out var formats) || level is < 0 or >= Levels || formats[level].Format is "bullet" or "none" or null)
            return string.Empty;
        var counters = _counters.TryGetValue(list, out var known) ? known : _counters[list] = new int?[Levels];
        counters[level] = counters[level] + 1 ?? formats[level].Start;
        Array.Clear(counters, level + 1, Levels - level - 1);
        return Enumerable.Range(0, Levels).Aggregate(formats[level].Text, (text, index) =>
            text.Replace($"%{index + 1}", Show(counters[index] ?? formats[index].Start, formats[index].Format), StringComparison.Ordinal));
    }

    (string NumId, int Level)? Place(XElement? properties)
    {
        var own = properties?.Element(Wordml.Of("numPr"));
        var style = properties?.ValueOf(Wordml.Of("pStyle")) is { } name && _styles.TryGetValue(name, out var styled) ? styled : ((string NumId, int Level)?)null;
        var numId = own?.ValueOf(Wordml.Of("numId")) ?? style?.NumId;
        return numId is null or "0" ? null : (numId, own?.NumberOf(Wordml.Of("ilvl")) ?? style?.Level ?? 0);
    }

    void ReadDefinitions(XElement root)
    {
        foreach (var list in root.Elements(Wordml.Of("abstractNum")))
            _levels[(string?)list.Attribute(Wordml.Of("abstractNumId")) ?? string.Empty] = Formats(list);
        foreach (var number in root.Elements(Wordml.Of("num")))
            _abstractOf[(string?)number.Attribute(Wordml.Of("numId")) ?? string.Empty] = number.ValueOf(Wordml.Of("abstractNumId")) ?? string.Empty;
    }

    static (string Format, string Text, int Start)[] Formats(XElement list)
    {
        var formats = new (string Format, string Text, int Start)[Levels];
        foreach (var level in list.Elements(Wordml.Of("lvl")))
            if (int.TryParse((string?)level.Attribute(Wordml.Of("ilvl")), out var index) && index is >= 0 and < Levels)
                formats[index] = (level.ValueOf(Wordml.Of("numFmt")) ?? "decimal", level.ValueOf(Wordml.Of("lvlText")) ?? string.Empty, level.NumberOf(Wordml.Of("start")) ?? 1);
        return formats;
    }

    void ReadStyles(XElement root)
    {
        foreach (var style in root.Elements(Wordml.Of("style")))
            if (style.Element(Wordml.ParagraphProperties)?.Element(Wordml.Of("numPr")) is { } place && place.ValueOf(Wordml.Of("numId")) is { } numId)
                _styles[(string?)style.Attribute(Wordml.Of("styleId")) ?? string.Empty] = (numId, place.NumberOf(Wordml.Of("ilvl")) ?? 0);
    }

    static string Show(int number, string? format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "ideographTraditional" or "japaneseCounting" or "taiwaneseCountingThousand" => Chinese(number),
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
