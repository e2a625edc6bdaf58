using System.Text;
using System.Xml.Linq;
using ProgressBot.Files.Notes;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Workbooks;

/// <summary>A text of a workbook as a reader sees it, and what was left out of it.</summary>
/// <param name="Text">The visible text.</param>
/// <param name="Struck">Words that are crossed out.</param>
/// <param name="Marks">Raised marks of notes.</param>
/// <param name="HasPhonetics">Signs above the text that say how it is spoken.</param>
sealed record SheetString(string Text, string Struck, string Marks, bool HasPhonetics)
{
    public static readonly SheetString Empty = new(string.Empty, string.Empty, string.Empty, false);

    /// <param name="element">si or is: plain text, or runs that are formatted each by itself.</param>
    public static SheetString Of(XElement element)
    {
        var (text, struck, marks, spoken) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), false);
        foreach (var part in element.Elements())
            if (part.Name.LocalName == "t")
                text.Append(part.Value);
            else if (part.Name.LocalName == "r")
                Run(part, text, struck, marks);
            else
                spoken |= part.Name.LocalName == "rPh";
        return new SheetString(Unescaped(text.ToString()), struck.ToString(), marks.ToString(), spoken);
    }

    static void Run(XElement run, StringBuilder text, StringBuilder struck, StringBuilder marks)
    {
        var words = string.Concat(run.Elements().Where(part => part.Name.LocalName == "t").Select(part => part.Value));
        var look = run.Elements().FirstOrDefault(part => part.Name.LocalName == "rPr")?.Elements().ToList() ?? [];
        if (look.Exists(mark => mark.Name.LocalName == "strike" && mark.IsOn()))
            struck.Append(words);
        else if (!look.Exists(mark => mark.Name.LocalName == "vertAlign" && mark.Attribute("val")?.Value == "superscript"))
            text.Append(words);
        else if (NoteMark.Read(words, text.ToString()) is { } read)
            text.Append(read);
        else
            marks.Append(words);
    }

    // _x000D_ is how a character that XML does not carry is written
    static string Unescaped(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : System.Text.RegularExpressions.Regex.Replace(text, "_x([0-9A-Fa-f]{4})_", match =>
            Convert.ToInt32(match.Groups[1].Value, 16) is var code && code is '\n' or '\t' ? ((char)code).ToString()
            : code < 0x20 ? string.Empty : ((char)code).ToString());
}
