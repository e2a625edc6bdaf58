using ProgressBot.Files.Notes;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace ProgressBot.Files.Pdf;

/// <summary>Takes what a reader sees from one page: upright visible signs once each, and straight lines.</summary>
static class PageReader
{
    public static PageContent Read(Page page, FileNotes notes)
    {
        var glyphs = Distinct(page.Letters.Where(IsSeen).Select(Glyph));
        var (across, down) = PageRules.Of(page.Paths);
        var struck = Struck(glyphs, across);
        if (struck.Count > 0)
        {
            notes.Say("struck", Place.Page(page.Number),
                ("text", FileNotes.Quote(string.Concat(struck.Order().Select(index => glyphs[index].Text)))));
            glyphs = [.. glyphs.Where((_, index) => !struck.Contains(index))];
        }

        return new PageContent(page.Number, page.Width, page.Height, glyphs, PageRules.Joined(across), PageRules.Joined(down));
    }

    // the layer of recognised text under a scan is invisible, and watermarks lie askew
    static bool IsSeen(Letter letter) =>
        letter.TextOrientation == TextOrientation.Horizontal
            && letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip)
        && !string.IsNullOrWhiteSpace(letter.Value) && letter.PointSize > 1;

    static PageGlyph Glyph(Letter letter) => new(
        Usual(letter.Value), letter.StartBaseLine.X, Math.Max(letter.EndBaseLine.X, letter.StartBaseLine.X + 0.1),
            letter.StartBaseLine.Y, letter.PointSize);

    // radicals of the compatibility blocks look like the characters they stand for
    static string Usual(string value) => value[0] is >= '\u2E80' and <= '\u2FDF' or >= '\uF900' and <= '\uFAFF'
        ? value.Normalize(System.Text.NormalizationForm.FormKC) : value;

    // bold is sometimes made by printing a sign twice
    static List<PageGlyph> Distinct(IEnumerable<PageGlyph> glyphs)
    {
        var (kept, seen) = (new List<PageGlyph>(), new Dictionary<(string, int, int), PageGlyph>());
        foreach (var glyph in glyphs)
        {
            var key = (glyph.Text, (int)Math.Round(glyph.Left / glyph.Size * 3), (int)Math.Round(glyph.Baseline / glyph.Size * 3));
            if (seen.TryAdd(key, glyph))
                kept.Add(glyph);
        }

        return kept;
    }

    static HashSet<int> Struck(List<PageGlyph> glyphs, List<PageRule> across)
    {
        var (struck, strokes) = (new HashSet<int>(), new HashSet<int>());
        var byHeight = glyphs.Select((glyph, index) => (glyph.Middle, Index: index)).OrderBy(glyph => glyph.Middle).ToList();
        foreach (var (at, rule) in across.Index())
            for (var next = First(byHeight, rule.At - 12); next < byHeight.Count && byHeight[next].Middle < rule.At + 12; next++)
                if (glyphs[byHeight[next].Index] is var glyph && Math.Abs(glyph.Middle - rule.At) < glyph.Size * 0.22
                    && rule.Covers(glyph.Center, 0))
                    _ = (struck.Add(byHeight[next].Index), strokes.Add(at));
        foreach (var at in strokes.OrderDescending())
            across.RemoveAt(at);
        return struck;
    }

    static int First(List<(double Middle, int Index)> glyphs, double from)
    {
        var at = glyphs.BinarySearch((from, -1));
        return at < 0 ? ~at : at;
    }
}
