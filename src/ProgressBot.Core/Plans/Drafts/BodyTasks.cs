namespace ProgressBot.Core.Plans.Drafts;

/// <summary>The tasks of a body text that stands beside a table.</summary>
internal static class BodyTasks
{
    /// <summary>
    /// Points without points beneath them. Chapters with plain text (总体目标) are no tasks unless they name units,
    /// as long as the text has deeper points at all.
    /// </summary>
    public static IEnumerable<TextPoint> From(IReadOnlyList<TextPoint> points)
    {
        var levels = points.Select(point => point.Level).Distinct().ToList();
        var chapter = levels.Count > 1 ? levels.Min() : 0;
        return points.Where(point => point.IsLeaf && point.Text.Length > 0 && (point.Level > chapter || point.Bracket.Units.Length > 0));
    }
}
