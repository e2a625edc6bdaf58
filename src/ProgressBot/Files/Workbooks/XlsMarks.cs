using System.Buffers.Binary;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Workbooks;

/// <summary>What an xls says of its cells that the reader of workbooks passes over: which are crossed out, and which are errors ([MS-XLS],
/// BIFF8).</summary>
sealed class XlsMarks
{
    const int Font = 0x31, Style = 0xE0, Sheet = 0x85, Begin = 0x809;
    const int Label = 0xFD, Number = 0x203, ShortNumber = 0x27E, ShortNumbers = 0xBD, Formula = 0x06, TruthOrError = 0x205, OldLabel =
        0x204;

    readonly List<bool> _fonts = [];
    readonly List<int> _styles = [];
    readonly List<uint> _sheets = [];
    readonly Dictionary<uint, Dictionary<(int Row, int Column), Mark>> _marks = [];

    /// <summary>What a cell is marked as; the row is 1-based, the column 0-based.</summary>
    public readonly record struct Mark(bool IsStruck, string? Error);

    /// <summary>The marks of a workbook; of what cannot be followed there are none.</summary>
    public static XlsMarks Read(byte[] bytes)
    {
        var marks = new XlsMarks();
        try
        {
            if (new CompoundFile(bytes).Stream("Workbook") is { } stream)
                marks.Walk(stream);
        }
        catch (Exception damage) when (damage is InvalidDataException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // the reader of workbooks says what is wrong with the file
        }

        return marks;
    }

    /// <param name="sheet">0-based among the worksheets.</param>
    /// <param name="row">1-based.</param>
    /// <param name="column">0-based.</param>
    public Mark At(int sheet, int row, int column) =>
        sheet < _sheets.Count && _marks.TryGetValue(_sheets[sheet], out var marks) ? marks.GetValueOrDefault((row, column)) : default;

    void Walk(byte[] stream)
    {
        Dictionary<(int, int), Mark>? cells = null;
        for (var at = 0; at + 4 <= stream.Length;)
        {
            var (kind, length) = (Half(stream, at), Half(stream, at + 2));
            var record = stream.AsSpan(at + 4, Math.Min(length, stream.Length - at - 4));
            if (kind == Begin)
                cells = _marks[(uint)at] = [];
            else
                Take(kind, record, cells ?? []);
            at += 4 + length;
        }
    }

    void Take(int kind, ReadOnlySpan<byte> record, Dictionary<(int, int), Mark> cells)
    {
        if (kind == Font)
            _fonts.Add((record[2] & 8) != 0);
        else if (kind == Style)
            _styles.Add(Half(record, 0));
        else if (kind == Sheet && record[5] == 0)
            _sheets.Add(BinaryPrimitives.ReadUInt32LittleEndian(record));
        else if (kind == ShortNumbers)
            for (var (place, column) = (4, Half(record, 2)); place + 6 <= record.Length - 2; place += 6, column++)
                Add(cells, Half(record, 0), column, Half(record, place), null);
        else if (kind is Label or Number or ShortNumber or Formula or TruthOrError or OldLabel)
            Add(cells, Half(record, 0), Half(record, 2), Half(record, 4), ErrorIn(kind, record));
    }

    void Add(Dictionary<(int, int), Mark> cells, int row, int column, int style, string? error)
    {
        // the fifth font is left out of the count
        var font = style < _styles.Count ? _styles[style] : 0;
        var isStruck = _fonts.ElementAtOrDefault(font > 4 ? font - 1 : font);
        if (isStruck || error is not null)
            cells[(row + 1, column)] = new Mark(isStruck, error);
    }

    static string? ErrorIn(int kind, ReadOnlySpan<byte> record) => kind switch
    {
        TruthOrError when record[7] == 1 => Sign(record[6]),
        Formula when record[12] == 0xFF && record[13] == 0xFF && record[6] == 2 => Sign(record[8]),
        _ => null,
    };

    static string Sign(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };

    static ushort Half(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
