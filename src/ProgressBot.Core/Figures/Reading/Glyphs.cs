namespace ProgressBot.Core.Figures.Reading;

/// <summary>
/// A text as the grammar sees it: white space gone, full-width forms narrowed, and for every character left the offset
/// it had in the original. All places in the reading code are places in here; only the last step goes back to offsets.
/// </summary>
internal sealed class Glyphs
{
    private readonly int[] _offsets;
    private readonly Gap[] _gaps;
    private readonly char[] _letters;

    public Glyphs(string text)
    {
        Original = text;
        _letters = new char[text.Length];
        _offsets = new int[text.Length];
        _gaps = new Gap[text.Length];
        var gap = Gap.Line;
        for (var offset = 0; offset < text.Length; offset++)
        {
            var letter = text[offset];
            if (char.IsWhiteSpace(letter) || letter is '\u200B' or '\uFEFF')
            {
                gap |= letter is '\n' or '\r' ? Gap.Line : letter == '\t' ? Gap.Cell : Gap.Blank;
                continue;
            }
            _letters[Length] = Narrow(letter);
            _offsets[Length] = offset;
            _gaps[Length++] = gap;
            gap = Gap.None;
        }
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

    /// <summary>Offset in the original of the character at a place.</summary>
    public int OffsetOf(int at) => _offsets[at];

    /// <summary>Offset in the original right behind the character before a place.</summary>
    public int OffsetBehind(int end) => _offsets[end - 1] + 1;

    // U+FF01..U+FF5E are the ASCII signs, FEE0 apart
    private static char Narrow(char letter) => letter switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        '–' or '—' or '―' or '−' or '‐' or '‑' or '─' => '-',
        '〜' or '∼' => '~',
        '﹪' => '%',
        '￥' => '¥',
        '∶' => ':',
        _ => letter,
    };
}
