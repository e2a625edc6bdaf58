using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ProgressBot.Files.Markup;

/// <summary>Which elements of a page a reader does not see, or sees crossed out: by element, by its own style, or by a class of the page's
/// style sheet.</summary>
sealed partial class HtmlLook
{
    readonly HashSet<string> _hidden = [];
    readonly HashSet<string> _struck = [];

    public HtmlLook(IDocument page)
    {
        foreach (var sheet in page.QuerySelectorAll("style"))
            foreach (Match rule in Rule().Matches(sheet.TextContent))
                foreach (var name in rule.Groups["names"].Value.Split(',').Select(name => name.Trim().TrimStart('.')))
                    _ = Hides(rule.Groups["style"].Value) ? _hidden.Add(name) : Strikes(rule.Groups["style"].Value) && _struck.Add(name);
    }

    public bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || Hides(element.GetAttribute("style")) || element.ClassList.Any(_hidden.Contains)
        || (element.LocalName == "input" && element.GetAttribute("type") == "hidden");

    public bool IsStruck(IElement element) =>
        element.LocalName is "s" or "strike" or "del" || Strikes(element.GetAttribute("style")) || element.ClassList.Any(_struck.Contains);

    static bool Hides(string? style) => style is not null && Invisible().IsMatch(style);

    static bool Strikes(string? style) => style is not null && LineThrough().IsMatch(style);

    [GeneratedRegex(@"(?<names>\.[\w\-.,\s]+)\{(?<style>[^}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|mso-hide\s*:\s*all", RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"text-decoration(-line)?\s*:[^;]*line-through|text-line-through\s*:\s*(?!none)", RegexOptions.IgnoreCase)]
    private static partial Regex LineThrough();
}
