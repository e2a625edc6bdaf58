using System.Text;
using AngleSharp.Dom;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Markup;

/// <summary>The visible text of an element, tables inside it left out.</summary>
sealed class HtmlText(HtmlLook look, LeftOut leftOut)
{
    // a page nested deeper than this was made to do harm
    const int Deepest = 512;

    static readonly HashSet<string> Blocks =
    [
        "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "article", "center", "form", "body",
            "blockquote",
        "pre", "dl", "dt", "dd", "fieldset", "header", "footer", "main", "details", "summary", "address", "hr",
    ];

    readonly StringBuilder _text = new();

    public static string Of(IElement element, HtmlLook look, LeftOut leftOut)
    {
        var reading = new HtmlText(look, leftOut);
        reading.Inside(element, 0);
        return Tidy(reading._text.ToString());
    }

    /// <summary>Elements that begin a line of their own.</summary>
    public static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    /// <summary>Adds one node; line breaks in the source are spaces.</summary>
    public void Add(INode node, int depth)
    {
        if (depth > Deepest)
            throw new UnreadableFileException("nested_too_deeply");
        if (node is IText words)
            _text.Append(words.Data.ReplaceLineEndings(" "));
        else if (node is IElement element)
            Element(element, depth);
    }

    public string Take()
    {
        var text = Tidy(_text.ToString());
        _text.Clear();
        return text;
    }

    void Inside(IElement element, int depth)
    {
        foreach (var child in element.ChildNodes)
            Add(child, depth + 1);
    }

    void Element(IElement element, int depth)
    {
        if (element.LocalName is "script" or "style" or "template" or "noscript" or "table" or "rp" or "head" or "title")
            return;
        if (element.LocalName is "rt" || look.IsHidden(element) || look.IsStruck(element))
            leftOut.Add(element.LocalName is "rt" ? "ruby" : look.IsHidden(element) ? "hidden" : "struck", element.TextContent);
        else if (element.LocalName is "sup")
            Raise(element);
        else if (element.LocalName is "br")
            _text.Append('\n');
        else if (element.LocalName is "img" or "object" or "svg" or "iframe" or "canvas")
            leftOut.Add("picture");
        else if (element.LocalName is "input" or "select" or "textarea")
            Field(element);
        else
            Plain(element, depth);
    }

    void Plain(IElement element, int depth)
    {
        var isBlock = IsBlock(element);
        if (isBlock)
            _text.Append('\n');
        Inside(element, depth);
        if (isBlock)
            _text.Append('\n');
    }

    void Raise(IElement element)
    {
        if (NoteMark.Read(element.TextContent, _text.ToString()) is { } read)
            _text.Append(read);
        else
            leftOut.Add("note_mark", element.TextContent);
    }

    // what a form shows in its fields
    void Field(IElement element) => _text.Append(element.LocalName switch
    {
        "select" => element.QuerySelector("option[selected]")?.TextContent,
        "textarea" => element.TextContent,
        _ => element.GetAttribute("type") is null or "text" or "number" or "date" ? element.GetAttribute("value") : null,
    });

    static string Tidy(string text) =>
        string.Join('\n', text.Split('\n')
            .Select(line => string.Join(' ', line.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Length > 0));
}
