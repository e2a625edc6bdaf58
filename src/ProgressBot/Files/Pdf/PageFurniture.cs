using System.Text.RegularExpressions;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Pdf;

/// <summary>Takes page numbers out, and lines that stand at the same place on one page after another.</summary>
sealed partial class PageFurniture
{
    // parts of a page's height in which headers and footers stand
    const double Margin = 0.12;

    readonly HashSet<(string Text, int Height)> _seen = [];

    /// <summary>The lines of the next page without its furniture; of a running header the first one stays.</summary>
    public List<PageLine> Without(List<PageLine> lines, double pageHeight)
    {
        var kept = lines.Where(line => !Repeats(line, pageHeight)).ToList();
        if (kept.Count > 0 && IsMarginal(kept[^1], pageHeight) && IsNumber(kept[^1]))
            kept.RemoveAt(kept.Count - 1);
        if (kept.Count > 0 && IsMarginal(kept[0], pageHeight) && IsNumber(kept[0]))
            kept.RemoveAt(0);
        return kept;
    }

    bool Repeats(PageLine line, double pageHeight) =>
        IsMarginal(line, pageHeight) && !_seen.Add((Digits().Replace(Words(line), "#"), (int)Math.Round(line.Baseline / 4)));

    static bool IsMarginal(PageLine line, double pageHeight) => line.Baseline < pageHeight * Margin
        || line.Baseline > pageHeight * (1 - Margin);

    static bool IsNumber(PageLine line) => Number().IsMatch(Words(line));

    static string Words(PageLine line) => line.Text(new LeftOut()).Trim();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[-—－–―·.\s]*(第\s*)?(\d{1,4}|[ivxIVX]{1,5})(\s*页)?([\s,"
        + @"，]*[/／共]?\s*(共\s*)?\d{1,4}\s*页?)?[-—－–―·.\s]*$|^Page\s*\d+(\s*of\s*\d+)?$")]
    private static partial Regex Number();
}
