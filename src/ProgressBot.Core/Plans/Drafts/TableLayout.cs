namespace ProgressBot.Core.Plans.Drafts;

/// <summary>One column: where it stands, what it holds, and the header as printed.</summary>
internal sealed record Column(int Index, ColumnRole Role, string Header);

/// <summary>The columns of a table, found by the meaning of its header.</summary>
/// <param name="Columns">From left to right, one for each cell of the header.</param>
/// <param name="FirstUnitLeads">The header says that the unit named first leads (列第一位者牵头).</param>
internal sealed record TableLayout(IReadOnlyList<Column> Columns, bool FirstUnitLeads)
{
    static readonly ColumnRole[] Text = [ColumnRole.Category, ColumnRole.Content, ColumnRole.Goal, ColumnRole.Measures];

    /// <summary>Tries rows[at] as a header, together with a second header row beneath it.</summary>
    /// <returns>The layout and the number of header rows, or null when the row is no header.</returns>
    public static (TableLayout Layout, int Rows)? At(IReadOnlyList<GridRow> rows, int at)
    {
        var top = rows[at].Cells;
        if (Known(top) < 2)
            return null;
        if (at + 1 < rows.Count && Under(top, rows[at + 1].Cells) is { } joined && FromHeaders(joined) is { } both)
            return (both.Settle(rows.Skip(at + 2)), 2);
        return FromHeaders([.. top.Select(cell => cell.Text)]) is { } one ? (one.Settle(rows.Skip(at + 1)), 1) : null;
    }

    public IEnumerable<Column> Of(params ReadOnlySpan<ColumnRole> roles)
    {
        var wanted = roles.ToArray();
        return Columns.Where(column => wanted.Contains(column.Role));
    }

    public bool Has(ColumnRole role) => Columns.Any(column => column.Role == role);

    /// <summary>The same columns with the same headers.</summary>
    public bool SameAs(TableLayout other) =>
        Columns.Select(column => column.Header).SequenceEqual(other.Columns.Select(column => column.Header));

    static TableLayout? FromHeaders(IReadOnlyList<string> headers)
    {
        var columns = headers.Select((header, index) => new Column(index, HeaderWords.Classify(header), Spacing.Remove(header))).ToList();
        var named = columns.Where(column => column.Header.Length > 0).DistinctBy(column => column.Header).ToList();
        var known = named.Count(column => column.Role != ColumnRole.Unknown);
        var meaningful = named.Any(column => Text.Contains(column.Role)) && named.Select(column => column.Role).Distinct().Count() >= 2;
        return meaningful && known >= 2 && known * 3 >= named.Count * 2
            ? new TableLayout(columns, columns.Any(column => LeadRule.IsStatedIn(column.Header)))
            : null;
    }

    // a second header row: every cell of its own is a header word, and at least one stands under a header that spans several columns
    static List<string>? Under(IReadOnlyList<Cell> top, IReadOnlyList<Cell> below)
    {
        var own = below.Where(cell => !cell.IsBlank && cell.Merge != CellMerge.FromAbove).ToList();
        var spanned = below.Select((cell, index) => index > 0 && index < top.Count && !cell.IsBlank && IsSpanned(top, index)).Any(spans => spans);
        if (own.Count == 0 || !spanned || own.Exists(cell => HeaderWords.Classify(cell.Text) == ColumnRole.Unknown && !IsPeriod(cell.Text)))
            return null;
        return [.. Enumerable.Range(0, Math.Max(top.Count, below.Count)).Select(index => Join(Over(top, below, index), below.ElementAtOrDefault(index)))];
    }

    static int Known(IReadOnlyList<Cell> cells) =>
        cells.Select(cell => HeaderWords.Classify(cell.Text)).Where(role => role != ColumnRole.Unknown).Distinct().Count();

    // without real merges the header that spans this column stands further left
    static Cell Over(IReadOnlyList<Cell> top, IReadOnlyList<Cell> below, int index)
    {
        var over = top.ElementAtOrDefault(index);
        var left = top.Take(index).LastOrDefault(cell => !string.IsNullOrEmpty(cell.Text));
        return string.IsNullOrEmpty(over.Text) && !string.IsNullOrEmpty(below.ElementAtOrDefault(index).Text) ? left : over;
    }

    static bool IsSpanned(IReadOnlyList<Cell> top, int index) => top[index].IsBlank || top[index].Merge == CellMerge.FromLeft;

    static bool IsPeriod(string text) => text.Contains("季度", StringComparison.Ordinal) || text.Contains("半年", StringComparison.Ordinal);

    static string Join(Cell top, Cell below)
    {
        var (upper, lower) = (top.Text ?? string.Empty, below.Text ?? string.Empty);
        if (lower.Length == 0 || lower == upper || below.Merge == CellMerge.FromAbove)
            return upper;
        return HeaderWords.Classify(lower) != ColumnRole.Unknown ? lower : upper + lower;
    }

    // 单位 alone may mean the unit of measure or the responsible unit; the cells beneath tell
    TableLayout Settle(IEnumerable<GridRow> body)
    {
        var sample = body.Take(30).ToList();
        var columns = Columns.Select(column => column.Role == ColumnRole.UnitOfMeasure && column.Header == "单位" && HoldsNames(column, sample)
            ? column with { Role = ColumnRole.Units }
            : column);
        return this with { Columns = [.. columns] };
    }

    static bool HoldsNames(Column column, List<GridRow> sample)
    {
        var texts = sample.Select(row => row.Cells.ElementAtOrDefault(column.Index).Text ?? string.Empty).Where(text => text.Length > 0).ToList();
        return texts.Count(UnitWords.LooksLikeUnit) * 2 > texts.Count;
    }
}
