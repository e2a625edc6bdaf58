namespace ProgressBot.Core.Plans.Drafts;

/// <summary>What the comparison of body and table yields: the rows with the days that only the body names, and the differences.</summary>
internal sealed record Comparison(IReadOnlyList<DraftRow> Rows, IReadOnlyList<DraftConflict> Conflicts);

/// <summary>Compares the tasks of the body text with the sections of the table that speak of the same thing.</summary>
internal static class BodyAgainstTable
{
    public static Comparison Compare(IReadOnlyList<ReadTask> tasks, IReadOnlyList<ReadRow> rows, List<DraftWarning> warnings)
    {
        var drafts = rows.Select(row => row.Draft).ToList();
        var conflicts = new List<DraftConflict>();
        foreach (var match in TaskMatch.All(tasks, rows))
            if (match.Rows.Count > 0)
                Compare(match, rows, drafts, conflicts);
            else if (match.Task.Draft.Units.Count > 0)
                warnings.Add(new DraftWarning($"第{match.Task.Draft.Line}行", $"正文“{match.Task.Draft.Title}”在任务表中没有对应的任务。"));
        return new Comparison(drafts, [.. conflicts.Distinct()]);
    }

    static void Compare(TaskMatch match, IReadOnlyList<ReadRow> rows, List<DraftRow> drafts, List<DraftConflict> conflicts)
    {
        var sections = match.Rows.Select(index => rows[index].Draft.Section).Distinct();
        var where = $"正文{match.Task.Draft.Number}.{match.Task.Draft.Title}／任务表“{string.Join("”“", sections)}”";
        conflicts.AddRange(UnitDifference.Find(match.Task.Draft.Units, [.. match.Rows.SelectMany(index => rows[index].Draft.Units)], where));
        foreach (var pair in WordingPairs.Of(match, rows))
        {
            conflicts.AddRange(TargetDifference.Find(pair.Body, pair.Table, where));
            if (pair.Table is { Indicator.Deadline: null } table && TargetDifference.NamesDay(pair.Body.Indicator))
                drafts[table.Row] = WithDeadline(drafts[table.Row], table.Indicator, pair.Body.Indicator.Deadline);
        }
    }

    static DraftRow WithDeadline(DraftRow row, DraftIndicator indicator, DateOnly? deadline) =>
        row with { Indicators = [.. row.Indicators.Select(other => ReferenceEquals(other, indicator) ? other with { Deadline = deadline } : other)] };
}
