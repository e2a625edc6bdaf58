using ProgressBot.Files.Pdf;

namespace ProgressBot.Tests.Files;

/// <summary>Draws a page as a printer would: text at places, tables of lines with wrapped text in their cells. Points, from the lower
/// left.</summary>
sealed class DrawnPage(int number)
{
    public const double Width = 600;
    public const double Height = 800;
    public const double Size = 10;
    const double Leading = 14;
    const double Padding = 4;

    readonly List<PageGlyph> _glyphs = [];
    readonly List<PageRule> _across = [];
    readonly List<PageRule> _down = [];

    public PageContent Content => new(number, Width, Height, _glyphs, PageRules.Joined(_across), PageRules.Joined(_down));

    public DrawnPage Text(double left, double baseline, string text, double size = Size)
    {
        foreach (var letter in text)
        {
            var width = letter >= '\u2E80' ? size : size / 2;
            if (letter != ' ')
                _glyphs.Add(new PageGlyph(letter.ToString(), left, left + width, baseline, size));
            left += width;
        }

        return this;
    }

    /// <summary>A table; a null cell belongs to the one above, and no line parts the two.</summary>
    /// <param name="top">Its upper side.</param>
    /// <param name="edges">x of its columns' sides.</param>
    /// <param name="rows">Texts, wrapped where the room ends.</param>
    /// <returns>The lower side.</returns>
    public double Table(double top, double[] edges, params IReadOnlyList<string?[]> rows)
    {
        foreach (var (index, row) in rows.Index())
        {
            var lines = row.Select((text, column) => Wrapped(text ?? string.Empty, edges[column + 1] - edges[column] - (2 * Padding)))
                .ToList();
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column] is not null)
                    _across.Add(new PageRule(top, edges[column], edges[column + 1]));
                foreach (var (line, text) in lines[column].Index())
                    Text(edges[column] + Padding, top - Size - 2 - (line * Leading), text);
            }

            var height = (lines.Max(wrapped => wrapped.Count) * Leading) + 4;
            _down.AddRange(edges.Select(edge => new PageRule(edge, top - height, top)));
            top -= height;
            if (index == rows.Count - 1)
                _across.Add(new PageRule(top, edges[0], edges[^1]));
        }

        return top;
    }

    static List<string> Wrapped(string text, double room)
    {
        var lines = new List<string> { string.Empty };
        foreach (var letter in text)
            if (letter == '\n' || ((lines[^1].Length + 1) * Size > room && "，。、；）".IndexOf(letter, StringComparison.Ordinal) < 0))
                lines.Add(letter == '\n' ? string.Empty : letter.ToString());
            else
                lines[^1] += letter;
        return lines;
    }
}
