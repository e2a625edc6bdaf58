using System.Text;
using System.Xml.Linq;

namespace ProgressBot.Files.Office;

/// <summary>The visible text of a paragraph. Deleted text of tracked changes is not part of it.</summary>
internal static class WordText
{
    public static string Of(XElement paragraph)
    {
        var text = new StringBuilder();
        Append(text, paragraph);
        return text.ToString();
    }

    // Fallback repeats a text box for older readers
    static void Append(StringBuilder text, XElement element)
    {
        foreach (var child in element.Elements().Where(child => child.Name != Wordml.Fallback))
            if (child.Name == Wordml.Text)
                text.Append(child.Value);
            else if (Character(child) is { } character)
                text.Append(character);
            else if (child.Name.LocalName is not ("pPr" or "rPr" or "del" or "moveFrom" or "instrText"))
                Append(text, child);
    }

    static char? Character(XElement element) => element.Name.LocalName switch
    {
        "br" or "cr" => '\n',
        "tab" when element.Name.NamespaceName == Wordml.Namespace => ' ',
        "noBreakHyphen" => '-',
        _ => null,
    };
}
