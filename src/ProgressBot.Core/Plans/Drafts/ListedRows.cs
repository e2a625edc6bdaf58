using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Rows from a document without tables: its numbered points that name their units.</summary>
internal static partial class ListedRows
{
    /// <summary>The points with units, in order; points beneath a heading that names units take them from it.</summary>
    /// <param name="points">All numbered points.</param>
    /// <param name="warnings">Receives the points that hold text but no units.</param>
    public static IEnumerable<TableEntry> From(IReadOnlyList<TextPoint> points, List<DraftWarning> warnings)
    {
        var above = new List<TextPoint>();
        foreach (var point in points)
        {
            above.RemoveAll(heading => heading.Level >= point.Level);
            var named = Units(point).Length > 0 ? point : above.LastOrDefault(heading => Units(heading).Length > 0);
            above.Add(point);
            if (point.IsLeaf && named is not null)
                yield return Entry(point, named);
            else if (point.IsLeaf && point.Text.Length > 0)
                warnings.Add(new DraftWarning($"第{point.Line}行", $"没有注明责任单位，未作为任务：{point.Title}"));
        }
    }

    static string Units(TextPoint point) => point.Bracket.Units;

    static TableEntry Entry(TextPoint point, TextPoint named)
    {
        var entry = new TableEntry(point.Headings.LastOrDefault(string.Empty), point.Text, Targets(point.Text),
            new DraftSource(0, point.Line, point.Page, point.Line, null))
        {
            Units = [new UnitCell(Units(named), null)],
            Deadline = point.Bracket.Deadline.Length > 0 ? point.Bracket.Deadline : named.Bracket.Deadline,
            Evidence = point.Bracket.Evidence.Length > 0 ? point.Bracket.Evidence : named.Bracket.Evidence,
            Progress = point.Bracket.Progress,
            Subject = Spacing.Tighten(point.Title),
            Notes = point.Bracket.Leader.Length > 0 ? [new DraftNote("责任领导", point.Bracket.Leader)] : [],
        };
        return entry with { Printed = [.. Printed(entry).Where(cell => cell.Text.Length > 0)] };
    }

    // above lines with labels (投资：…) stands the project's name, in which 三个村 is no target
    static string Targets(string text) =>
        text.IndexOf('\n') is var end and > 0 && ProjectName().IsMatch(text[..end]) && Label.Next(text, end) is not null
            ? text[(end + 1)..] : text;

    static IEnumerable<DraftNote> Printed(TableEntry entry) =>
        [new("条目", entry.Goal), new("责任单位", entry.Units[0].Text), new("时限", entry.Deadline), new("佐证", entry.Evidence), .. entry.Notes];

    [GeneratedRegex("^[^，。；：]{2,40}(工程|项目|建设|改造)\\s*$")]
    private static partial Regex ProjectName();
}
