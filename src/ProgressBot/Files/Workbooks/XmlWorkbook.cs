using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Workbooks;

/// <summary>Reads a workbook as one XML text (XML Spreadsheet 2003), which web systems give the name xls.</summary>
sealed class XmlWorkbook
{
    public const string Namespace = "urn:schemas-microsoft-com:office:spreadsheet";

    readonly FileNotes _notes = new();
    readonly List<Grid> _grids = [];
    readonly Dictionary<string, CellLook> _looks = [];
    SheetGrid? _grid;
    string _sheet = string.Empty;
    bool _isHidden;
    int _row;
    int _column;

    /// <param name="reader">Stands on the root element.</param>
    /// <param name="fileName">The name people know it by.</param>
    public static SourceDocument Read(XmlReader reader, string fileName)
    {
        var book = new XmlWorkbook();
        while (!reader.EOF)
            if (reader.NodeType != XmlNodeType.Element || !book.Take(reader))
                reader.Read();
        book.Finish();
        return book._grids.Count > 0 ? new SourceDocument(fileName, [.. book._grids]) { Omissions = book._notes.Warnings }
            : throw new UnreadableFileException("empty_sheet");
    }

    // true when the reader has moved on
    bool Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "Style":
                Style((XElement)XNode.ReadFrom(reader));
                return true;
            case "Worksheet":
                Begin(reader.GetAttribute("Name", Namespace) ?? string.Empty);
                return false;
            case "Column":
                Column((XElement)XNode.ReadFrom(reader));
                return true;
            case "Row":
                Row((XElement)XNode.ReadFrom(reader));
                return true;
            case "Visible" when reader.NamespaceURI.EndsWith(":excel", StringComparison.Ordinal):
                _isHidden = reader.ReadElementContentAsString() is "SheetHidden" or "SheetVeryHidden";
                return true;
            default:
                return false;
        }
    }

    void Begin(string name)
    {
        Finish();
        (_sheet, _grid, _isHidden, _row, _column) = (name, new SheetGrid(name, _notes), false, 0, -1);
    }

    // whether a sheet is visible stands behind its cells
    void Finish()
    {
        if (_isHidden)
            _notes.Say("hidden_sheet", _sheet);
        else if (_grid?.Build() is { } grid)
            _grids.Add(grid);
        _grid = null;
    }

    void Style(XElement style)
    {
        var parent = Value(style, "Parent") is { } id && _looks.TryGetValue(id, out var known) ? known : CellLook.Plain;
        var font = style.Elements().FirstOrDefault(element => element.Name.LocalName == "Font");
        var format = style.Elements().FirstOrDefault(element => element.Name.LocalName == "NumberFormat") is { } written
            ? Value(written, "Format") : null;
        _looks[Value(style, "ID") ?? string.Empty] = new CellLook(
            format is null ? parent.Format : new NumberFormat(Named(format)),
            font is null ? parent.IsStruck : Value(font, "StrikeThrough") is "1", font is not null
                && Value(font, "VerticalAlign") is "Superscript");
    }

    static string Named(string format) => format switch
    {
        "Short Date" or "Medium Date" or "Long Date" or "General Date" => "yyyy/m/d",
        "Percent" => "0.00%",
        "Fixed" or "Standard" or "Currency" => "0.00",
        "Short Time" or "Medium Time" or "Long Time" => "h:mm",
        "Scientific" => "0.00E+00",
        _ => format,
    };

    void Column(XElement column)
    {
        _column = Number(column, "Index") is { } index ? index - 1 : _column + 1;
        var last = _column + (Number(column, "Span") ?? 0);
        if (Value(column, "Hidden") == "1" || Value(column, "Width") == "0")
            _grid?.HideColumns(_column, last);
        _column = last;
    }

    void Row(XElement row)
    {
        _row = Number(row, "Index") ?? _row + 1;
        if (Value(row, "Hidden") == "1" || Value(row, "Height") == "0")
            _grid?.HideRow(_row);
        var column = -1;
        foreach (var cell in row.Elements().Where(element => element.Name.LocalName == "Cell"))
        {
            column = Number(cell, "Index") is { } index ? index - 1 : column + 1;
            Cell(cell, column);
            column += Math.Max(0, Number(cell, "MergeAcross") ?? 0);
        }
    }

    void Cell(XElement cell, int column)
    {
        var (right, down) = (Number(cell, "MergeAcross") ?? 0, Number(cell, "MergeDown") ?? 0);
        if (right > 0 || down > 0)
            _grid?.Merge(_row, column, _row + down, column + right);
        var look = _looks.GetValueOrDefault(Value(cell, "StyleID") ?? Value(cell.Parent!, "StyleID") ?? "Default", CellLook.Plain);
        var (where, data) = (Place.Cell(_sheet, _row, column), cell.Elements().FirstOrDefault(element => element.Name.LocalName == "Data"));
        var text = data is null ? string.Empty : Text(data, look, where);
        if (data is null && Value(cell, "Formula") is not null)
            _notes.Say("formula", where);
        if (look.IsStruck && text.Length > 0)
        {
            _notes.Say("struck", where, ("text", FileNotes.Quote(text)));
            _grid?.Strike(_row);
            text = string.Empty;
        }

        _grid?.Put(_row, column, text);
    }

    string Text(XElement data, CellLook look, string where)
    {
        switch (Value(data, "Type"))
        {
            case "Number" when double.TryParse(data.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return look.Format.IsDate && number is > 0 and < 110_000 ? look.Format.Show(DateTime.FromOADate(number))
                    : look.Format.Show(number, out _);
            case "DateTime" when DateTime.TryParse(data.Value, CultureInfo.InvariantCulture, out var day):
                return look.Format.Show(day);
            case "Error":
                _notes.Say("error_cell", where, ("text", data.Value));
                return string.Empty;
            default:
                return look.Format.Show(Words(data, where)).ReplaceLineEndings("\n").Trim();
        }
    }

    // rich text has the elements of a page in it
    string Words(XElement data, string where)
    {
        var struck = data.Descendants().Where(element => element.Name.LocalName == "S").ToList();
        foreach (var words in struck)
            _notes.Say("struck", where, ("text", FileNotes.Quote(words.Value)));
        struck.ForEach(words => words.Remove());
        return data.Value;
    }

    static string? Value(XElement element, string name) => (string?)element.Attribute(XName.Get(name, Namespace));

    static int? Number(XElement element, string name) => int.TryParse(Value(element, name), out var number)
        && number is >= 0 and < 2_000_000 ? number : null;
}
