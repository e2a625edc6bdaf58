using System.Xml;

namespace ProgressBot.Files.Export;

/// <summary>Text that an XML file may carry.</summary>
internal static class XmlText
{
    /// <summary>The text without characters that XML forbids, cut at the given length; a pair of surrogates is not torn.</summary>
    public static string Clean(string text, int longest)
    {
        var kept = new System.Text.StringBuilder(Math.Min(text.Length, longest));
        for (var index = 0; index < text.Length && kept.Length < longest; index++)
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) && kept.Length + 2 <= longest)
                kept.Append(text, index++, 2);
            else if (XmlConvert.IsXmlChar(text[index]))
                kept.Append(text[index]);
        return kept.ToString();
    }
}
