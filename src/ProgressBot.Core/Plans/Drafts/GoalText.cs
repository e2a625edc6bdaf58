namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Composes the goal of a row from the columns that speak of it.</summary>
/// <param name="Section">The heading the goal stands under.</param>
/// <param name="Goal">The whole wording.</param>
/// <param name="Targets">The part of the wording in which numbers are targets.</param>
internal readonly record struct GoalText(string Section, string Goal, string Targets)
{
    /// <summary>The targets whose names come from another cell.</summary>
    public IReadOnlyList<NamedTarget> Named { get; init; } = [];

    /// <summary>What the row is about.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>
    /// With a goal column, content is the section, or the beginning of the goal where a category or a heading row is the section.
    /// Without one, the last content column is the goal. A bare number takes its name from the content and its unit from the unit column
    /// or the header.
    /// </summary>
    /// <param name="row">The row, blank cells filled.</param>
    /// <param name="heading">The heading row above it in the table; empty when none.</param>
    public static GoalText Compose(RowCells row, string heading)
    {
        var category = FirstNotEmpty(row.Text(ColumnRole.Category), heading);
        var contents = row.Texts(ColumnRole.Content);
        var cells = new GoalCells(row, contents);
        if (cells.Goals.Count == 0)
            return WithoutGoal(row, category, contents);
        var goal = string.Join('；', cells.Goals);
        var name = contents.Count > 1 || category.Length > 0 || !row.HasAny(ColumnRole.Goal) ? contents.LastOrDefault(string.Empty)
            : string.Empty;
        var composed = new GoalText(FirstNotEmpty(category, contents.FirstOrDefault(string.Empty)), goal.Contains(name) ? goal
            : name + "：" + goal, goal);
        return Step(row, composed) with { Named = cells.Named, Subject = contents.LastOrDefault(category) };
    }

    static GoalText WithoutGoal(RowCells row, string category, IReadOnlyList<string> contents)
    {
        if (contents.Count == 0)
            return row.Text(ColumnRole.Measures) is { Length: > 0 } measures
                ? new GoalText(category, measures, measures)
                : new GoalText(category, row.Text(ColumnRole.Category), row.Text(ColumnRole.Category));
        var section = FirstNotEmpty(category, contents.Count > 1 ? contents[0] : string.Empty);
        var first = contents.Count > 1 && section == contents[0] ? 1 : 0;
        return new GoalText(section, string.Join('：', contents.Skip(first)), contents[^1]) { Subject = contents[^1] };
    }

    // a goal that reaches over several rows of measures: each of them is a row of its own, the goal's figures belong to the first
    static GoalText Step(RowCells row, GoalText goal) =>
        !row.HasOwn(ColumnRole.Goal, ColumnRole.Quantity) && row.HasOwn(ColumnRole.Measures) && row.Text(ColumnRole.Measures) is var measure
            ? new GoalText(goal.Section, goal.Goal + "：" + measure, measure)
            : goal;

    static string FirstNotEmpty(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (text.Length > 0)
                return text;
        return string.Empty;
    }
}
