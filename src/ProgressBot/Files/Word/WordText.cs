using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Word;

/// <summary>The text of a paragraph that a reader sees. What is hidden, struck through or deleted is handed to
/// <see cref="LeftOut"/>.</summary>
internal sealed class WordText
{
    readonly WordContext _context;
    readonly LeftOut _leftOut;
    readonly RunLook _paragraph;
    readonly StringBuilder _text = new();

    // inside the code of a field, before its result
    int _codes;

    WordText(WordContext context, LeftOut leftOut, RunLook paragraph) => (_context, _leftOut, _paragraph) = (context, leftOut, paragraph);

    /// <param name="paragraph">w:p.</param>
    /// <param name="context">Styles and notes of the document.</param>
    /// <param name="leftOut">Takes what is not read.</param>
    /// <param name="table">What the style of the table around it says of text.</param>
    public static string Of(XElement paragraph, WordContext context, LeftOut leftOut, RunLook table = default)
    {
        var reading = new WordText(context, leftOut, context.Styles.OfParagraph(paragraph, table));
        reading.Inside(paragraph, reading._paragraph);
        return reading._text.ToString();
    }

    void Inside(XElement element, RunLook look)
    {
        foreach (var child in element.Elements())
            if (child.Name.NamespaceName == Wordml.Namespace)
                Own(child, look);
            else if (child.Name.NamespaceName == Wordml.MathNamespace)
                Equate(child, look);
            else if (IsDeletion(child))
                _leftOut.Add("deleted", AllText(child));
            else if (!Wordml.Repeats(child))
                Inside(child, look);
    }

    void Own(XElement element, RunLook look)
    {
        switch (element.Name.LocalName)
        {
            case "r":
                Inside(element, _context.Styles.OfRun(element.Element(Wordml.RunProperties), _paragraph));
                break;
            case "t":
                Append(element.Value, look);
                break;
            case "br" or "cr":
                Append("\n", look);
                break;
            case "tab" or "ptab":
                Append(" ", look);
                break;
            case "noBreakHyphen":
                Append("-", look);
                break;
            case "del" or "moveFrom":
                _leftOut.Add("deleted", AllText(element));
                break;
            case "pPr" or "rPr" or "instrText" or "delText" or "delInstrText" or "txbxContent" or "tbl" or "sdtPr":
                break;
            default:
                Special(element, look);
                break;
        }
    }

    void Special(XElement element, RunLook look)
    {
        switch (element.Name.LocalName)
        {
            case "sym":
                Symbol(element, look);
                break;
            case "fldChar":
                Field(element, look);
                break;
            case "ruby":
                _leftOut.Add("ruby", AllText(element.Element(Wordml.Of("rt"))));
                Inside(element.Element(Wordml.Of("rubyBase")) ?? element, look);
                break;
            case "footnoteReference" or "endnoteReference":
                _leftOut.Add("footnote", _context.Note(element.Name.LocalName[..^"Reference".Length],
                    (string?)element.Attribute(Wordml.Of("id"))));
                break;
            case "drawing" or "pict" or "object":
                WordObjects.Name(element, _leftOut);
                break;
            case "sdt" when element.Element(Wordml.Of("sdtPr"))?.Element(Wordml.ShowsPrompt) is not null:
                _leftOut.Add("prompt", AllText(element));
                break;
            default:
                Inside(element, look);
                break;
        }
    }

    void Append(string text, RunLook look)
    {
        if (_codes > 0)
            return;
        if (look.IsHidden || look.IsStruck)
            _leftOut.Add(look.IsHidden ? "hidden" : "struck", text);
        else if (look.IsRaised && NoteMark.Read(text, _text.ToString()) is var read)
            Raise(text, read);
        else if (look.Font is { } font && SymbolFont.Knows(font))
            Translate(font, text);
        else
            _text.Append(text);
    }

    void Raise(string text, string? read)
    {
        _text.Append(read);
        if (read is null)
            _leftOut.Add("note_mark", text);
    }

    void Translate(string font, string text)
    {
        _text.Append(SymbolFont.Read(font, text, out var isWhole));
        if (!isWhole)
            _leftOut.Add("symbol", font);
    }

    void Symbol(XElement element, RunLook look)
    {
        var font = (string?)element.Attribute(Wordml.Of("font")) ?? look.Font;
        var isNumber = int.TryParse((string?)element.Attribute(Wordml.Of("char")), NumberStyles.HexNumber, CultureInfo.InvariantCulture,
            out var code);
        if (isNumber && SymbolFont.Sign(font, code) is { } sign)
            Append(sign, look with { Font = null });
        else
            _leftOut.Add("symbol", font ?? string.Empty);
    }

    void Equate(XElement equation, RunLook look)
    {
        var text = Equation.Read(equation);
        Append(text, look with { Font = null });
        if (!Equation.IsPlain(equation))
            _leftOut.Add("equation", text);
    }

    void Field(XElement mark, RunLook look)
    {
        var kind = (string?)mark.Attribute(Wordml.Of("fldCharType"));
        _codes = Math.Max(0, _codes + kind switch { "begin" => 1, "separate" => -1, "end" when _codes > 0 => -1, _ => 0 });
        // the choice of an old list field is kept as a number only
        if (mark.Element(Wordml.Of("ffData"))?.Element(Wordml.Of("ddList")) is not { } list)
            return;
        var chosen = list.Elements(Wordml.Of("listEntry")).ElementAtOrDefault(list.NumberOf(Wordml.Of("result")) ?? 0);
        if ((string?)chosen?.Attribute(Wordml.Value) is { } choice && !look.IsHidden && !look.IsStruck)
            _text.Append(choice);
    }

    // tracked changes in the form of 2003
    static bool IsDeletion(XElement element) =>
        element.Name.LocalName == "annotation" && ((string?)element.Attribute(Wordml.TypeOf)) is "Word.Deletion" or "Word.Deletion.Move";

    static string AllText(XElement? element) =>
        string.Concat((element?.DescendantsAndSelf() ?? []).Where(inner => inner.Name.LocalName is "t" or "delText")
            .Select(inner => inner.Value));
}
