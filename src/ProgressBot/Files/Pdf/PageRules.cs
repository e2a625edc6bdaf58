using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace ProgressBot.Files.Pdf;

/// <summary>Finds the straight lines of a page: strokes, the sides of stroked boxes, and filled boxes as thin as a line.</summary>
static class PageRules
{
    const double Thinnest = 3;
    const double Shortest = 2;

    // a drawing with more lines is a map, not a table
    const int MostRules = 40_000;

    // lines of a dotted border, and those of neighbouring cells, count as one
    const double Gap = 3;
    const double Snap = 1.5;

    public static (List<PageRule> Across, List<PageRule> Down) Of(IEnumerable<PdfPath> paths)
    {
        var (across, down) = (new List<PageRule>(), new List<PageRule>());
        foreach (var path in paths.Where(path => (path.IsStroked || path.IsFilled) && !path.IsClipping))
            foreach (var part in path)
                if (across.Count + down.Count > MostRules)
                    return ([], []);
                else if (path.IsStroked)
                    Stroke(part, across, down);
                else
                    Fill(part.GetBoundingRectangle(), across, down);
        return (across, down);
    }

    /// <summary>Pieces that lie on one line and touch become one.</summary>
    public static List<PageRule> Joined(List<PageRule> rules)
    {
        var joined = new List<PageRule>();
        foreach (var alike in Clusters(rules))
            foreach (var rule in alike.OrderBy(rule => rule.From))
                if (joined.Count > 0 && joined[^1].At == alike[0].At && rule.From <= joined[^1].To + Gap)
                    joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, rule.To) };
                else
                    joined.Add(rule with { At = alike[0].At });
        return joined;
    }

    static IEnumerable<List<PageRule>> Clusters(List<PageRule> rules)
    {
        var cluster = new List<PageRule>();
        foreach (var rule in rules.OrderBy(rule => rule.At))
        {
            if (cluster.Count > 0 && rule.At - cluster[0].At > Snap)
            {
                yield return cluster;
                cluster = [];
            }

            cluster.Add(rule);
        }

        if (cluster.Count > 0)
            yield return cluster;
    }

    static void Stroke(PdfSubpath part, List<PageRule> across, List<PageRule> down)
    {
        PdfPoint? start = null;
        PdfPoint? at = null;
        foreach (var command in part.Commands)
            if (command is PdfSubpath.Move move)
                (start, at) = (move.Location, move.Location);
            else if (command is PdfSubpath.Line line)
                (_, at) = (Add(line.From, line.To, across, down), line.To);
            else if (command is PdfSubpath.Close && start is { } first && at is { } last)
                Add(last, first, across, down);
    }

    static bool Add(PdfPoint from, PdfPoint to, List<PageRule> across, List<PageRule> down)
    {
        var (width, height) = (Math.Abs(from.X - to.X), Math.Abs(from.Y - to.Y));
        if (height < 1 && width >= Shortest)
            across.Add(new PageRule((from.Y + to.Y) / 2, Math.Min(from.X, to.X), Math.Max(from.X, to.X)));
        else if (width < 1 && height >= Shortest)
            down.Add(new PageRule((from.X + to.X) / 2, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y)));
        return true;
    }

    static void Fill(PdfRectangle? box, List<PageRule> across, List<PageRule> down)
    {
        if (box is not { } area)
            return;
        var (width, height) = (area.Right - area.Left, area.Top - area.Bottom);
        if (height <= Thinnest && width > height && width >= Shortest)
            across.Add(new PageRule((area.Bottom + area.Top) / 2, area.Left, area.Right));
        else if (width <= Thinnest && height > width && height >= Shortest)
            down.Add(new PageRule((area.Left + area.Right) / 2, area.Bottom, area.Top));
    }
}
