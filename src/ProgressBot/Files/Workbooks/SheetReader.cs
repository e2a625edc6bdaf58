using System.Globalization;
using System.Xml;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Workbooks;

/// <summary>Reads one sheet of an xlsx from top to bottom, one cell in memory at a time.</summary>
sealed class SheetReader
{
    readonly XmlReader _reader;
    readonly CellReader _cells;
    readonly SheetGrid _grid;
    readonly BookContext _book;
    readonly string _name;
    bool _rowsAreHidden;
    int _row;
    int _column;

    SheetReader(XmlReader reader, string name, BookContext book)
    {
        (_reader, _name, _book, _grid) = (reader, name, book, new SheetGrid(name, book.Notes));
        _cells = new CellReader(name, book);
    }

    /// <summary>The visible cells; null when there are none.</summary>
    public static Grid? Read(XmlReader reader, string name, BookContext book)
    {
        var sheet = new SheetReader(reader, name, book);
        reader.MoveToContent();
        while (!reader.EOF)
            if (reader.NodeType != XmlNodeType.Element || !sheet.Take())
                reader.Read();
        sheet.SayLeftOut();
        return sheet._grid.Build();
    }

    // true when the reader has moved on
    bool Take()
    {
        switch (_reader.LocalName)
        {
            case "c":
                Cell();
                return true;
            case "row":
                Row();
                return false;
            case "col":
                Column();
                return false;
            case "mergeCell":
                Merge(_reader.GetAttribute("ref") ?? string.Empty);
                return false;
            case "sheetFormatPr":
                _rowsAreHidden = XmlToggles.IsYes(_reader.GetAttribute("zeroHeight"));
                return false;
            case "conditionalFormatting" when _book.Styles.StrikesByCondition:
                _book.Notes.SayOnce("conditional_strike", _name);
                return false;
            case "oleObject":
                _book.Notes.Say("object", _name, ("text", _reader.GetAttribute("progId")));
                return false;
            default:
                return false;
        }
    }

    void SayLeftOut() => _cells.LeftOut.SayTo(_book.Notes, Place.SheetRow(_name, _row));

    void Row()
    {
        SayLeftOut();
        _row = int.TryParse(_reader.GetAttribute("r"), out var number) ? number : _row + 1;
        _column = -1;
        var height = _reader.GetAttribute("ht");
        if (XmlToggles.IsYes(_reader.GetAttribute("hidden")) || (height is not null && IsNothing(height))
            || (_rowsAreHidden && height is null))
            _grid.HideRow(_row);
    }

    void Cell()
    {
        var place = _reader.GetAttribute("r");
        if (place is not null && CellPlace.TryRead(place, out var row, out var column))
            (_row, _column) = (_row == 0 ? row : _row, column);
        else
            _column++;
        _grid.Put(_row, _column, _cells.Read(_reader, _row, _column, _grid.IsHidden(_row, _column)));
        if (_cells.WasStruck)
            _grid.Strike(_row);
    }

    void Column()
    {
        if (!int.TryParse(_reader.GetAttribute("min"), out var from) || !int.TryParse(_reader.GetAttribute("max"), out var to))
            return;
        if (XmlToggles.IsYes(_reader.GetAttribute("hidden")) || (_reader.GetAttribute("width") is { } width && IsNothing(width)))
            _grid.HideColumns(from - 1, to - 1);
    }

    void Merge(string range)
    {
        if (range.Split(':') is [var first, var last] && CellPlace.TryRead(first, out var top, out var left)
            && CellPlace.TryRead(last, out var bottom, out var right))
            _grid.Merge(top, left, bottom, right);
    }

    static bool IsNothing(string size) => double.TryParse(size, CultureInfo.InvariantCulture, out var number) && number < 0.1;
}

/// <summary>The name of a cell: C5, $C$5.</summary>
static class CellPlace
{
    /// <param name="name">Letters, then digits.</param>
    /// <param name="row">1-based.</param>
    /// <param name="column">0-based.</param>
    public static bool TryRead(string name, out int row, out int column)
    {
        (row, column) = (0, 0);
        foreach (var letter in name)
            if (char.IsAsciiLetter(letter) && row == 0 && column < 100_000)
                column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
            else if (char.IsAsciiDigit(letter) && row < 100_000_000)
                row = (row * 10) + letter - '0';
            else if (letter != '$')
                return false;
        column--;
        return row > 0 && column >= 0;
    }
}
