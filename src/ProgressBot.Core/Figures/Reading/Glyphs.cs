namespace ProgressBot.Core.Figures.Reading;

/// <summary>
/// A text as the grammar sees it: white space gone, full-width forms narrowed, and for every character left the offset
/// it had in the original. All places in the reading code are places in here; only the last step goes back to offsets.
/// </summary>
internal sealed class Glyphs
{
    // a line that is broken by its width has at least so many characters
    private const int LeastWrapped = 14;

    private readonly int[] _offsets;
    private readonly Gap[] _gaps;
    private readonly char[] _letters;

    public Glyphs(string text)
    {
        Original = text;
        Tables = PastedTables.In(text);
        _letters = new char[text.Length];
        _offsets = new int[text.Length];
        _gaps = new Gap[text.Length];
        var gap = Gap.Line;
        for (var offset = 0; offset < text.Length; offset++)
        {
            var letter = text[offset];
            if (Script.IsUnseen(letter))
                continue;
            if (char.IsWhiteSpace(letter))
            {
                gap |= letter is '\n' or '\r' ? Gap.Line : letter == '\t' ? Gap.Cell : Gap.Blank;
                continue;
            }
            _letters[Length] = Script.Plain(letter);
            _offsets[Length] = offset;
            _gaps[Length++] = gap;
            gap = Gap.None;
        }
        foreach (var cell in Tables.Cells)
            MarkCell(cell.Start);
    }

    [Flags]
    private enum Gap : byte
    {
        None = 0,
        Blank = 1,
        Cell = 2,
        Line = 4,
    }

    public string Original { get; }

    /// <summary>The tables in it.</summary>
    public PastedTables Tables { get; }

    public int Length { get; private set; }

    public ReadOnlySpan<char> Letters => _letters.AsSpan(0, Length);

    /// <summary>The character at a place; NUL outside the text.</summary>
    public char this[int at] => (uint)at < (uint)Length ? _letters[at] : '\0';

    /// <summary>True when the original has white space before this place.</summary>
    public bool IsParted(int at) => (uint)at < (uint)Length && _gaps[at] != Gap.None;

    /// <summary>True when this place begins a line.</summary>
    public bool StartsLine(int at) => (uint)at < (uint)Length && _gaps[at].HasFlag(Gap.Line);

    /// <summary>True when this place begins a cell of a row parted by tabs.</summary>
    public bool StartsCell(int at) => (uint)at < (uint)Length && (_gaps[at] & (Gap.Cell | Gap.Line)) != 0;

    /// <summary>True when a blank before this place parts two full-width characters, which stand wide apart by themselves: ３ ６０.</summary>
    public bool IsWideGap(int at) => at > 0 && at < Length && _gaps[at] == Gap.Blank && IsWideDigit(at - 1) && IsWideDigit(at);

    /// <summary>True when a line that was filled breaks before this place: only the width of the window is to blame.</summary>
    public bool IsWrapped(int at)
    {
        if (at < LeastWrapped || at >= Length || (_gaps[at] & (Gap.Line | Gap.Cell)) != Gap.Line)
            return false;
        for (var back = at - 1; back > at - LeastWrapped; back--)
            if (StartsLine(back))
                return false;
        return true;
    }

    /// <summary>True for a full-width digit.</summary>
    public bool IsWideDigit(int at) => Original[_offsets[at]] is >= '\uFF10' and <= '\uFF19';

    /// <summary>True for a full-width comma, which parts clauses more often than thousands.</summary>
    public bool IsWideComma(int at) => (uint)at < (uint)Length && Original[_offsets[at]] == '\uFF0C';

    /// <summary>True for a sign of less than nothing; a dash between words is none.</summary>
    public bool IsMinus(int at) => (uint)at < (uint)Length && Original[_offsets[at]] is '-' or '\u2212' or '\uFF0D' or '\uFE63';

    /// <summary>True when a line or cell begins inside a stretch, so that it is no word: 2次⏎新签.</summary>
    public bool BreaksWithin(int start, int length)
    {
        for (var at = start + 1; at < start + length; at++)
            if (StartsCell(at))
                return true;
        return false;
    }

    /// <summary>True when this place begins a cell of a pasted table.</summary>
    public bool IsCell(int at) => (uint)at < (uint)Length && _gaps[at].HasFlag(Gap.Cell);

    /// <summary>Offset in the original of the character at a place.</summary>
    public int OffsetOf(int at) => _offsets[at];

    /// <summary>Offset in the original right behind the character before a place.</summary>
    public int OffsetBehind(int end) => _offsets[end - 1] + 1;

    private void MarkCell(int offset)
    {
        var at = Array.BinarySearch(_offsets, 0, Length, offset);
        if (at >= 0)
            _gaps[at] |= Gap.Cell;
    }
}
