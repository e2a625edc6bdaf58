using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>The cells of a row that say what is to be reached, each as words that hold name, number and unit.</summary>
internal sealed partial class GoalCells
{
    readonly RowCells _row;
    readonly IReadOnlyList<string> _contents;

    /// <param name="row">The row, blank cells filled.</param>
    /// <param name="contents">The cells that say what the row is about.</param>
    public GoalCells(RowCells row, IReadOnlyList<string> contents)
    {
        (_row, _contents) = (row, contents);
        foreach (var (column, text) in row.Of(ColumnRole.Goal, ColumnRole.Quantity))
            Add(column, text);
    }

    /// <summary>From left to right; each wording once.</summary>
    public List<string> Goals { get; } = [];

    public List<NamedTarget> Named { get; } = [];

    // a number stands behind its own wording when another goal column has one: 新建道路 | 12.5 | 公里
    void Add(Column column, string text)
    {
        if (Nothing().IsMatch(text))
            return;
        if (column.Role == ColumnRole.Quantity)
            Keep(Quantity(column, text));
        else if (BareTarget.Of(text) is not { } bare)
            Keep(text);
        else if (Goals.Count == 1 && !Goals[0].Any(char.IsAsciiDigit))
            Goals[0] = Target(column, bare, Goals[0], TargetRule.Wording);
        else
            Keep(Target(column, bare, _contents.LastOrDefault(string.Empty), TargetRule.NamedByContent));
    }

    void Keep(string text)
    {
        if (!Goals.Contains(text))
            Goals.Add(text);
    }

    string Quantity(Column column, string text)
    {
        var name = column.Measure?.Name ?? column.Header;
        if (BareTarget.Of(text) is { } bare)
            return Target(column, bare, column.Measure is { IsGeneric: true } ? _contents.LastOrDefault(name) : name,
                TargetRule.NamedByHeader);
        var words = name + "：" + text;
        Named.Add(new NamedTarget(words, name, name.Length, string.Empty, TargetRule.NamedByHeader));
        return words;
    }

    // a bare number is measured by its own unit, the unit column, the header's bracket or the content's bracket
    string Target(Column column, BareTarget bare, string content, TargetRule rule)
    {
        var inContent = InBrackets(content);
        var unit = FirstNotEmpty(bare.Unit, _row.Text(ColumnRole.UnitOfMeasure), column.Measure?.Unit ?? InBrackets(column.Header),
            inContent, _row.Unit(column));
        var name = inContent.Length > 0 && (unit == inContent || MeasuredHeader.IsMeasure(inContent))
            ? Bracketed().Replace(content, string.Empty) : content;
        var joint = name.Length > 0 && char.IsAscii(name[^1]) ? "：" : string.Empty;
        var words = name + joint + bare.Lead + bare.Number + unit + bare.Tail;
        if (name.Length > 0 && (rule != TargetRule.Wording))
            Named.Add(new NamedTarget(words, ListMark.Strip(Spacing.Tighten(name)), name.Length + joint.Length, bare.Direction, rule));
        return words;
    }

    static string InBrackets(string header) => Bracketed().Match(header) is { Success: true } unit ? unit.Groups[1].Value : string.Empty;

    static string FirstNotEmpty(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (text.Length > 0)
                return text;
        return string.Empty;
    }

    [GeneratedRegex("[（(](?:单位[：:])?([^（）()]{1,5})[）)]\\s*$")]
    private static partial Regex Bracketed();

    [GeneratedRegex("^[-—–/\\\\－无]*$")]
    private static partial Regex Nothing();
}
