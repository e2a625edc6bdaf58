namespace ProgressBot.Files.Office;

/// <summary>Which namespaces mean the same: ISO 29500 strict, Office 2003 and the transitional form that programs write by
/// default.</summary>
internal static class XmlDialect
{
    const string Usually = "http://schemas.openxmlformats.org/";
    const string Strict = "http://purl.oclc.org/ooxml/";

    static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["http://schemas.microsoft.com/office/word/2003/wordml"] = Usually + "wordprocessingml/2006/main",
        [Strict + "wordprocessingml/main"] = Usually + "wordprocessingml/2006/main",
        [Strict + "spreadsheetml/main"] = Usually + "spreadsheetml/2006/main",
        [Strict + "drawingml/main"] = Usually + "drawingml/2006/main",
        [Strict + "drawingml/wordprocessingDrawing"] = Usually + "drawingml/2006/wordprocessingDrawing",
        [Strict + "officeDocument/relationships"] = Usually + "officeDocument/2006/relationships",
        [Strict + "officeDocument/math"] = Usually + "officeDocument/2006/math",
    };

    /// <summary>The usual namespace for one of another dialect; any other as it is.</summary>
    public static string Usual(string uri) => Others.GetValueOrDefault(uri, uri);
}
