using System.Text;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Pdf;

/// <summary>Joins lines that were wrapped where the room ended; a line that ended before stays one.</summary>
static class PageText
{
    /// <summary>The text of an area, and whether its last line is as long as the room.</summary>
    /// <param name="lines">From top to bottom.</param>
    /// <param name="width">How wide a line may be, in points.</param>
    /// <param name="leftOut">Takes marks of notes.</param>
    public static (string Text, bool EndsFull) Of(IReadOnlyList<PageLine> lines, double width, LeftOut leftOut)
    {
        var text = new StringBuilder();
        for (var index = 0; index < lines.Count; index++)
        {
            if (index > 0)
                text.Append(IsFull(lines[index - 1], lines[index].FirstWord, width) ? Seam(lines[index - 1], lines[index]) : "\n");
            text.Append(lines[index].Text(leftOut));
        }

        return (text.ToString(), lines.Count > 0 && IsFull(lines[^1], lines[^1].Size * 2, width));
    }

    /// <summary>There was no room left on a line for what stands first on the next.</summary>
    /// <param name="line">The line.</param>
    /// <param name="next">How much room the next would need, in points.</param>
    /// <param name="width">How wide a line may be, in points.</param>
    /// <param name="slack">How ragged the right side is, in sizes of the font.</param>
    public static bool IsFull(PageLine line, double next, double width, double slack = 0.3) =>
        line.Right - line.Left + next > width - (line.Size * slack);

    /// <summary>What stands between the last sign of a line and the first of the next.</summary>
    public static string Seam(PageLine line, PageLine next) => !line.Glyphs[^1].IsWide && !next.Glyphs[0].IsWide
        && char.IsAsciiLetter(line.Glyphs[^1].Text[0]) && char.IsAsciiLetter(next.Glyphs[0].Text[0]) ? " " : string.Empty;
}
