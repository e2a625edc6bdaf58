using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Composes the goal of a row from the columns that speak of it.</summary>
/// <param name="Section">The heading the goal stands under.</param>
/// <param name="Goal">The whole wording.</param>
/// <param name="Targets">The part of the wording in which numbers are targets.</param>
internal readonly partial record struct GoalText(string Section, string Goal, string Targets)
{
    /// <summary>
    /// With a goal column, content is the section, or the beginning of the goal where a category or a heading row is the section.
    /// Without one, the last content column is the goal. A bare number takes its name from the content and its unit from the unit column or the header.
    /// </summary>
    /// <param name="row">The row, blank cells filled.</param>
    /// <param name="heading">The heading row above it in the table; empty when none.</param>
    public static GoalText Compose(RowCells row, string heading)
    {
        var category = FirstNotEmpty(row.Text(ColumnRole.Category), heading);
        var contents = row.Texts(ColumnRole.Content);
        var goals = Goals(row, contents);
        if (goals.Count == 0)
            return WithoutGoal(row, category, contents);
        var goal = string.Join('；', goals);
        var name = contents.Count > 1 || category.Length > 0 ? contents.LastOrDefault(string.Empty) : string.Empty;
        var section = FirstNotEmpty(category, contents.FirstOrDefault(string.Empty));
        return Step(row, new GoalText(section, goal.Contains(name) ? goal : name + "：" + goal, goal));
    }

    static GoalText WithoutGoal(RowCells row, string category, IReadOnlyList<string> contents)
    {
        if (contents.Count == 0)
            return row.Text(ColumnRole.Measures) is { Length: > 0 } measures
                ? new GoalText(category, measures, measures)
                : new GoalText(category, row.Text(ColumnRole.Category), row.Text(ColumnRole.Category));
        var section = FirstNotEmpty(category, contents.Count > 1 ? contents[0] : string.Empty);
        var first = contents.Count > 1 && section == contents[0] ? 1 : 0;
        return new GoalText(section, string.Join('：', contents.Skip(first)), contents[^1]);
    }

    // a goal that reaches over several rows of measures: each of them is a row of its own, the goal's figures belong to the first
    static GoalText Step(RowCells row, GoalText goal) =>
        !row.HasOwn(ColumnRole.Goal) && row.HasOwn(ColumnRole.Measures) && row.Text(ColumnRole.Measures) is var measure
            ? new GoalText(goal.Section, goal.Goal + "：" + measure, measure)
            : goal;

    // a number stands behind its own wording when another goal column has one: 新建道路 | 12.5 | 公里
    static List<string> Goals(RowCells row, IReadOnlyList<string> contents)
    {
        var goals = new List<string>();
        foreach (var (column, text) in row.Of(ColumnRole.Goal))
            if (goals.Count == 1 && !goals[0].Any(char.IsAsciiDigit) && BareNumber().IsMatch(text))
                goals[0] = Named(row, column, text, goals);
            else
                goals.Add(Named(row, column, text, contents));
        return [.. goals.Distinct()];
    }

    // a bare number is named by its content and measured by the unit column, the header's bracket or the content's bracket
    static string Named(RowCells row, Column column, string text, IReadOnlyList<string> contents)
    {
        var bare = BareNumber().Match(text);
        if (!bare.Success)
            return text;
        var (sign, number, own, words) = (bare.Groups[1].Value, bare.Groups[2].Value, bare.Groups[3].Value, bare.Groups[4].Value);
        var content = contents.Count > 0 ? contents[^1] : string.Empty;
        var unit = FirstNotEmpty(own, row.Text(ColumnRole.UnitOfMeasure), InBrackets(column.Header), InBrackets(content));
        var named = unit.Length > 0 && unit == InBrackets(content) ? Bracketed().Replace(content, string.Empty) : content;
        return named + sign + number + unit + words;
    }

    static string InBrackets(string header) => Bracketed().Match(header) is { Success: true } unit ? unit.Groups[1].Value : string.Empty;

    static string FirstNotEmpty(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (text.Length > 0)
                return text;
        return string.Empty;
    }

    [GeneratedRegex("^(约|近|超过?|不少于|不低于|不超过|至少|力争|[≥≤><＞＜])?\\s*(\\d[\\d,，.]*)\\s*(%|[^\\d\\s，。、；：（(年月日以左及]{1,4})?\\s*(及?以上|以内|左右)?$")]
    private static partial Regex BareNumber();

    [GeneratedRegex("[（(](?:单位[：:])?([^（）()]{1,5})[）)]\\s*$")]
    private static partial Regex Bracketed();
}
