using System.Xml.Linq;

namespace ProgressBot.Files.Word;

/// <summary>An equation (m:oMath) on one line.</summary>
internal static class Equation
{
    /// <summary>True when it is plain signs in a row, which one line shows as it is.</summary>
    public static bool IsPlain(XElement equation) =>
        equation.Elements().All(part => part.Name.LocalName is "r" or "oMath" or "ctrlPr" or "oMathParaPr"
            && (part.Name.LocalName != "oMath" || IsPlain(part)));

    /// <summary>Its signs from left to right; a fraction with a stroke, a power with ^.</summary>
    public static string Read(XElement element) => element.Name.LocalName switch
    {
        "t" => element.Value,
        "f" => $"{Part(element, "num")}/{Part(element, "den")}",
        "sSup" => $"{Part(element, "e")}^{Part(element, "sup")}",
        "rPr" or "ctrlPr" or "fPr" or "sSupPr" => string.Empty,
        _ => string.Concat(element.Elements().Select(Read)),
    };

    static string Part(XElement element, string name) =>
        string.Concat(element.Elements().Where(part => part.Name.LocalName == name).Select(Read));
}
