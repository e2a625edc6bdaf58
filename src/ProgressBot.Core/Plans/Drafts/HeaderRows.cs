using System.Buffers;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A header cell, of one header row or of two that were joined.</summary>
/// <param name="Text">As printed; of two rows the narrower one, or both where neither says enough.</param>
/// <param name="Role">What it means.</param>
internal readonly record struct HeaderCell(string Text, ColumnRole Role)
{
    public static HeaderCell Of(string text) => new(text, HeaderWords.Classify(text));
}

/// <summary>Joins a header with the header row beneath it: 年度计划 over 项目数（个） and 援助资金（亿元）.</summary>
internal static class HeaderRows
{
    const int LongestHeader = 16;
    static readonly SearchValues<char> SentenceMarks = SearchValues.Create("，。；;：%");

    /// <summary>The joined headers, or null when the row beneath is no header row.</summary>
    public static List<HeaderCell>? Join(IReadOnlyList<Cell> top, IReadOnlyList<Cell> below)
    {
        var own = below.Index().Where(cell => !cell.Item.IsBlank && cell.Item.Merge != CellMerge.FromAbove).ToList();
        var spanned = own.Where(cell => IsSpanned(top, cell.Index)).ToList();
        if (spanned.Count == 0 || own.Exists(cell => !LooksLikeHeader(cell.Item.Text)))
            return null;
        if (spanned.Count < own.Count && own.Exists(cell => HeaderWords.Classify(cell.Item.Text) == ColumnRole.Unknown))
            return null;
        return [.. Enumerable.Range(0, Math.Max(top.Count, below.Count))
            .Select(index => Join(Over(top, below, index), below.ElementAtOrDefault(index)))];
    }

    static bool LooksLikeHeader(string text) =>
        HeaderWords.Classify(text) != ColumnRole.Unknown
            || (text.Length <= LongestHeader && !text.AsSpan().ContainsAny(SentenceMarks) && !char.IsAsciiDigit(text[0]));

    // without real merges the header that spans this column stands further left
    static Cell Over(IReadOnlyList<Cell> top, IReadOnlyList<Cell> below, int index)
    {
        var over = top.ElementAtOrDefault(index);
        var left = top.Take(index).LastOrDefault(cell => !string.IsNullOrEmpty(cell.Text));
        return string.IsNullOrEmpty(over.Text) && !string.IsNullOrEmpty(below.ElementAtOrDefault(index).Text) ? left : over;
    }

    // the first column of a span has its own text, the others have none or the same by a merge
    static bool IsSpanned(IReadOnlyList<Cell> top, int index) =>
        index < top.Count && (Continues(top[index]) ? index > 0 : index + 1 < top.Count && Continues(top[index + 1]));

    static bool Continues(Cell cell) => cell.IsBlank || cell.Merge == CellMerge.FromLeft;

    static HeaderCell Join(Cell top, Cell below)
    {
        var (upper, lower) = (HeaderCell.Of(top.Text ?? string.Empty), below.Text ?? string.Empty);
        if (lower.Length == 0 || lower == upper.Text || below.Merge == CellMerge.FromAbove)
            return upper;
        var (own, both) = (HeaderCell.Of(lower), HeaderCell.Of(upper.Text + lower));
        if (upper.Role is ColumnRole.Progress or ColumnRole.LastYear)
            return both with { Role = upper.Role };
        if (own.Role is ColumnRole.Stage || (own.Role is ColumnRole.Unknown && both.Role is not ColumnRole.Unknown))
            return both;
        if (upper.Role is ColumnRole.Goal or ColumnRole.Stage
            && own.Role is ColumnRole.MoneyPlanned or ColumnRole.MoneyArrived or ColumnRole.MoneyPaid)
            return own with { Role = ColumnRole.Quantity };
        return own.Role is ColumnRole.Unknown ? new HeaderCell(both.Text, upper.Role) : own;
    }
}
