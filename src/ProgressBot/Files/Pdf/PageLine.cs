using System.Text;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Pdf;

/// <summary>Signs that stand on one line, from left to right.</summary>
sealed class PageLine
{
    // in sizes of the font: what parts words, and what parts columns
    const double WordGap = 0.2;
    const double WideGap = 0.6;
    const double ColumnGap = 1.6;

    PageLine(List<PageGlyph> glyphs)
    {
        Glyphs = [.. glyphs.OrderBy(glyph => glyph.Left)];
        Size = Glyphs.Max(glyph => glyph.Size);
        Baseline = Glyphs.Where(glyph => glyph.Size == Size).Max(glyph => glyph.Baseline);
    }

    public IReadOnlyList<PageGlyph> Glyphs { get; }
    public double Size { get; }
    public double Baseline { get; }
    public double Left => Glyphs[0].Left;
    public double Right => Glyphs[^1].Right;
    public double Top => Baseline + Size;

    /// <summary>How much room its beginning needs, that cannot be parted: one wide sign with the marks behind it, or a word.</summary>
    public double FirstWord
    {
        get
        {
            var last = 0;
            while (last + 1 < Glyphs.Count
                && (IsTail(Glyphs[last + 1]) || IsHead(Glyphs[last])
                || (!Glyphs[last].IsWide && !Glyphs[last + 1].IsWide && Glyphs[last + 1].Left - Glyphs[last].Right < Size * WordGap)))
                last++;
            return Glyphs[last].Right - Left;
        }
    }

    /// <summary>The lines of these signs from top to bottom.</summary>
    public static List<PageLine> Of(IEnumerable<PageGlyph> glyphs)
    {
        var (lines, line) = (new List<PageLine>(), new List<PageGlyph>());
        foreach (var glyph in glyphs.OrderByDescending(glyph => glyph.Middle).ThenBy(glyph => glyph.Left))
        {
            if (line.Count > 0 && line.Average(member => member.Middle) - glyph.Middle > Math.Max(line[0].Size, glyph.Size) * 0.4)
            {
                lines.Add(new PageLine(line));
                line = [];
            }

            line.Add(glyph);
        }

        if (line.Count > 0)
            lines.Add(new PageLine(line));
        return lines;
    }

    /// <summary>The text; raised marks of notes are handed to <paramref name="leftOut"/>.</summary>
    public string Text(LeftOut leftOut) => Text(Glyphs, leftOut);

    /// <summary>The pieces between gaps as wide as between columns.</summary>
    public IEnumerable<(double Left, double Right, string Text)> Pieces(LeftOut leftOut)
    {
        var first = 0;
        for (var index = 1; index <= Glyphs.Count; index++)
            if (index == Glyphs.Count || Glyphs[index].Left - Glyphs[index - 1].Right > Size * ColumnGap)
            {
                yield return (Glyphs[first].Left, Glyphs[index - 1].Right, Text([.. Glyphs.Skip(first).Take(index - first)], leftOut));
                first = index;
            }
    }

    string Text(IReadOnlyList<PageGlyph> glyphs, LeftOut leftOut)
    {
        var text = new StringBuilder();
        for (var index = 0; index < glyphs.Count; index++)
        {
            if (index > 0)
                text.Append(Between(glyphs[index - 1], glyphs[index]));
            var raised = Raised(glyphs, index);
            if (raised.Length == 0)
                text.Append(glyphs[index].Text);
            else if (NoteMark.Read(raised, text.ToString()) is { } read)
                text.Append(read);
            else
                leftOut.Add("note_mark", raised);
            index += Math.Max(0, raised.Length - 1);
        }

        return text.ToString();
    }

    // small signs that stand high, one sign each
    string Raised(IReadOnlyList<PageGlyph> glyphs, int from)
    {
        var raised = new StringBuilder();
        for (var index = from; index < glyphs.Count && glyphs[index].Size < Size * 0.8
            && glyphs[index].Baseline > Baseline + (Size * 0.15) && glyphs[index].Text.Length == 1; index++)
            raised.Append(glyphs[index].Text);
        return raised.ToString();
    }

    // between a wide sign and a narrow one programs leave a quarter by themselves
    string Between(PageGlyph one, PageGlyph other)
    {
        var gap = (other.Left - one.Right) / Size;
        return gap > ColumnGap ? "  " : gap > WideGap || (gap > WordGap && !one.IsWide && !other.IsWide) ? " " : string.Empty;
    }

    static bool IsHead(PageGlyph glyph) => "（《【“‘([《".Contains(glyph.Text[0], StringComparison.Ordinal);

    static bool IsTail(PageGlyph glyph) => "，。、；：！？）》】”’,.;:!?)]%".Contains(glyph.Text[0], StringComparison.Ordinal);
}
