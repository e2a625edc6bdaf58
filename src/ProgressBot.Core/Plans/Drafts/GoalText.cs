using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Composes the goal of a row from the columns that speak of it.</summary>
/// <param name="Section">The heading the goal stands under.</param>
/// <param name="Goal">The whole wording.</param>
/// <param name="Targets">The part of the wording in which numbers are targets.</param>
internal readonly partial record struct GoalText(string Section, string Goal, string Targets)
{
    /// <summary>
    /// With a goal column, content is the section, or the beginning of the goal where a category column is the section.
    /// Without one, the last content column is the goal. A bare number takes its name from the content and its unit from the unit column or the header.
    /// </summary>
    public static GoalText Compose(RowCells row, string heading)
    {
        var category = row.Text(ColumnRole.Category);
        var contents = row.Texts(ColumnRole.Content);
        var goal = Measured(row);
        if (goal.Length == 0)
            return WithoutGoal(row, category, contents, heading);
        var section = FirstNotEmpty(category, contents.FirstOrDefault(string.Empty), heading);
        var name = contents.LastOrDefault(string.Empty);
        if (BareNumber().IsMatch(goal))
            return new GoalText(section, name + goal, name + goal);
        var named = contents.Count > 1 || (category.Length > 0 && contents.Count > 0);
        return new GoalText(section, named && name != goal ? name + "：" + goal : goal, goal);
    }

    static GoalText WithoutGoal(RowCells row, string category, IReadOnlyList<string> contents, string heading)
    {
        if (contents.Count == 0)
            return row.Text(ColumnRole.Measures) is { Length: > 0 } measures
                ? new GoalText(FirstNotEmpty(category, heading), measures, measures)
                : new GoalText(heading, category, category);
        var section = FirstNotEmpty(category, contents.Count > 1 ? contents[0] : string.Empty, heading);
        var goal = contents[^1];
        return contents.Count > 2 ? new GoalText(section, string.Join('：', contents.Skip(1)), goal) : new GoalText(section, goal, goal);
    }

    static string Measured(RowCells row) => string.Join('；', row.Of(ColumnRole.Goal).Select(cell => WithUnit(row, cell.Column, cell.Text)).Distinct());

    static string WithUnit(RowCells row, Column column, string text)
    {
        if (!BareNumber().IsMatch(text) || text.EndsWith('%'))
            return text;
        var unit = row.Text(ColumnRole.UnitOfMeasure);
        var (number, words) = Parts(text);
        return number + FirstNotEmpty(unit, InBrackets(column.Header), InBrackets(row.Text(ColumnRole.Content))) + words;
    }

    static (string Number, string Words) Parts(string text)
    {
        var words = Tail().Match(text).Index;
        return (text[..words].TrimEnd(), text[words..]);
    }

    static string InBrackets(string header) => Bracketed().Match(header) is { Success: true } unit ? unit.Groups[1].Value : string.Empty;

    static string FirstNotEmpty(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (text.Length > 0)
                return text;
        return string.Empty;
    }

    [GeneratedRegex("^(约|近|超过?|不少于|不低于|不超过|至少|力争|[≥>＞≤<＜])?\\s*\\d[\\d,，.]*\\s*%?\\s*(以上|以内|左右|及以上)?$")]
    private static partial Regex BareNumber();

    [GeneratedRegex("(以上|以内|左右|及以上)?$")]
    private static partial Regex Tail();

    [GeneratedRegex("[（(](?:单位[：:])?([^（）()]{1,5})[）)]\\s*$")]
    private static partial Regex Bracketed();
}
