using System.Globalization;
using System.Xml.Linq;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Workbooks;

/// <summary>What the style of a cell says that matters to a reader.</summary>
/// <param name="Format">How its value is shown.</param>
/// <param name="IsStruck">Crossed out.</param>
/// <param name="IsRaised">Superscript.</param>
sealed record CellLook(NumberFormat Format, bool IsStruck, bool IsRaised)
{
    public static readonly CellLook Plain = new(NumberFormat.General, false, false);
}

/// <summary>The styles of a workbook's cells, by index.</summary>
sealed class SheetStyles
{
    // formats that every program knows by number; those from 27 on as the Chinese edition shows them (ECMA-376 part 1, 18.8.30)
    static readonly Dictionary<int, string> Known = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [11] = "0.00E+00", [12] = "# ?/?", [13] =
            "# ??/??",
        [14] = "yyyy/m/d", [15] = "d-mmm-yy", [16] = "d-mmm", [17] = "mmm-yy", [18] = "h:mm", [19] = "h:mm:ss", [20] = "h:mm", [21] =
            "h:mm:ss",
        [22] = "yyyy/m/d h:mm", [27] = "yyyy年m月", [28] = "m月d日", [29] = "m月d日", [30] = "m-d-yy", [31] = "yyyy年m月d日", [32] =
            "h时mm分", [33] = "h时mm分ss秒",
        [36] = "yyyy年m月", [37] = "#,##0;-#,##0", [38] = "#,##0;-#,##0", [39] = "#,##0.00;-#,##0.00", [40] = "#,##0.00;-#,##0.00",
        [45] = "mm:ss", [46] = "[h]:mm:ss", [47] = "mm:ss", [48] = "0.0E+0", [49] = "@", [50] = "yyyy年m月", [51] = "m月d日", [52] = "yyyy年m月",
        [53] = "m月d日", [54] = "m月d日", [57] = "yyyy年m月", [58] = "m月d日",
    };

    readonly List<CellLook> _looks;
    readonly Dictionary<string, NumberFormat> _formats = [];

    public SheetStyles(XElement? root)
    {
        var codes = Of(root, "numFmts").ToLookup(format => Number(format, "numFmtId")
            ?? 0, format => (string?)format.Attribute("formatCode") ?? string.Empty);
        var fonts = Of(root, "fonts").ToList();
        var named = Of(root, "cellStyleXfs").ToList();
        _looks = [.. Of(root, "cellXfs")
            .Select(cell => Look(cell, Number(cell, "xfId") is { } style && style >= 0
            && style < named.Count ? named[style] : null, fonts, codes))];
        StrikesByCondition = Of(root, "dxfs")
            .Any(change => change.Descendants().Any(mark => mark.Name.LocalName == "strike" && mark.IsOn()));
    }

    /// <summary>A condition may cross cells out while the sheet is shown.</summary>
    public bool StrikesByCondition { get; }

    public CellLook this[int index] => index >= 0 && index < _looks.Count ? _looks[index] : CellLook.Plain;

    CellLook Look(XElement cell, XElement? named, List<XElement> fonts, ILookup<int, string> codes)
    {
        var (own, general) = (Font(cell, fonts), named is null ? null : Font(named, fonts));
        var font = Number(cell, "fontId") is null or 0 && (string?)cell.Attribute("applyFont") is null or "0" or "false" ? general
            ?? own : own;
        var format = Number(cell, "numFmtId") ?? (named is null ? null : Number(named, "numFmtId")) ?? 0;
        return new CellLook(
            Format(codes[format].FirstOrDefault() ?? Known.GetValueOrDefault(format, "General")), Mark(font, "strike")?.IsOn() == true,
            Mark(font, "vertAlign")?.Attribute("val")?.Value == "superscript");
    }

    NumberFormat Format(string code) => _formats.TryGetValue(code, out var known) ? known : _formats[code] = new NumberFormat(code);

    static XElement? Font(XElement style, List<XElement> fonts) => fonts.ElementAtOrDefault(Number(style, "fontId") ?? 0);

    static XElement? Mark(XElement? font, string name) => font?.Elements().FirstOrDefault(mark => mark.Name.LocalName == name);

    static IEnumerable<XElement> Of(XElement? root, string list) =>
        root?.Elements().Where(element => element.Name.LocalName == list).Elements() ?? [];

    static int? Number(XElement element, string name) =>
        int.TryParse((string?)element.Attribute(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
