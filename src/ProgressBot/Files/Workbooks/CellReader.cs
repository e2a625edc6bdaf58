using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Workbooks;

/// <summary>Reads the cells of one sheet as the sheet shows them, and says what of them is not read.</summary>
sealed class CellReader(string sheet, BookContext book)
{
    // what is wrong in a hidden cell is nobody's concern
    static readonly Action<string, string, (string, object?)[]> Nothing = (_, _, _) => { };

    Action<string, string, (string, object?)[]> _say = Nothing;
    int _row;
    int _column;

    /// <summary>Crossed out words and marks of notes since it was last emptied.</summary>
    public LeftOut LeftOut { get; } = new();

    /// <summary>The cell read last held words, and all of them are crossed out.</summary>
    public bool WasStruck { get; private set; }

    string Here => Place.Cell(sheet, _row, _column);

    /// <summary>The text of the cell on which the reader stands; the reader moves behind it.</summary>
    /// <param name="reader">Stands on c.</param>
    /// <param name="row">1-based.</param>
    /// <param name="column">0-based.</param>
    /// <param name="isHidden">Nobody sees the cell.</param>
    public string Read(XmlReader reader, int row, int column, bool isHidden)
    {
        (_row, _column, WasStruck, _say) =
            (row, column, false, isHidden ? Nothing : (code, where, arguments) => book.Notes.Say(code, where, arguments));
        var look = book.Styles[int.TryParse(reader.GetAttribute("s"), out var index) ? index : 0];
        var type = reader.GetAttribute("t");
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return string.Empty;
        }

        var (value, text, hasFormula) = Content(reader);
        if (text is null && type is "s" && int.TryParse(value, out var shared))
            text = book.Strings.ElementAtOrDefault(shared) ?? SheetString.Empty;
        if (hasFormula && string.IsNullOrEmpty(value) && type is not ("str" or "s"))
            _say("formula", Here, []);
        return Visible(text is null ? Shown(value ?? string.Empty, type, look) : Words(text, look), look);
    }

    // v, is and f in any order
    static (string? Value, SheetString? Text, bool HasFormula) Content(XmlReader reader)
    {
        var (value, text, hasFormula, depth) = ((string?)null, (SheetString?)null, false, reader.Depth);
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
            if (reader.NodeType != XmlNodeType.Element)
                reader.Read();
            else if (reader.LocalName == "v")
                value = reader.ReadElementContentAsString();
            else if (reader.LocalName == "is")
                text = SheetString.Of((XElement)XNode.ReadFrom(reader));
            else
            {
                hasFormula |= reader.LocalName == "f";
                reader.Skip();
            }

        reader.Read();
        return (value, text, hasFormula);
    }

    string Words(SheetString text, CellLook look)
    {
        WasStruck = text.Struck.Length > 0 && text.Text.Length == 0;
        if (text.Struck.Length > 0)
            LeftOut.Add("struck", text.Struck);
        if (text.Marks.Length > 0)
            LeftOut.Add("note_mark", text.Marks);
        if (text.HasPhonetics)
            book.Notes.SayOnce("phonetics", sheet);
        return Shown(text.Text, "str", look);
    }

    string Shown(string value, string? type, CellLook look) => type switch
    {
        "s" => string.Empty,
        "str" or "inlineStr" => value.Length == 0 ? value : look.Format.Show(value.ReplaceLineEndings("\n")).Trim(),
        "b" => value == "1" ? "TRUE" : "FALSE",
        "e" => Error(value),
        "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, out var day) => look.Format.Show(day),
        _ when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Number(number, look.Format),
        _ => value.Trim(),
    };

    string Error(string value)
    {
        _say("error_cell", Here, [("text", value)]);
        return string.Empty;
    }

    string Number(double number, NumberFormat format)
    {
        if (format.IsDate && book.Day(number) is { } day)
            return format.Show(day);
        var shown = format.Show(number, out var isRounded);
        if (isRounded)
            _say("rounded", Here, [("shown", shown), ("value", NumberFormat.Plain(number))]);
        if (shown.Length == 0 && format.Hides(number) && number != 0)
            _say("hidden_by_format", Here, []);
        return shown;
    }

    string Visible(string text, CellLook look)
    {
        if (!look.IsStruck || text.Length == 0)
            return text;
        LeftOut.Add("struck", text + " ");
        WasStruck = true;
        return string.Empty;
    }
}
