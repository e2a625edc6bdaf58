namespace ProgressBot.Core.Plans.Drafts;

/// <summary>One column: where it stands, what it holds, and the header as printed.</summary>
internal sealed record Column(int Index, ColumnRole Role, string Header)
{
    /// <summary>The quantity the header names, when it names one.</summary>
    public MeasuredHeader? Measure { get; } = MeasuredHeader.Of(Header);
}

/// <summary>The columns of a table, found by the meaning of its header.</summary>
/// <param name="Columns">From left to right, one for each cell of the header.</param>
/// <param name="FirstUnitLeads">The header says that the unit named first leads (列第一位者牵头).</param>
internal sealed record TableLayout(IReadOnlyList<Column> Columns, bool FirstUnitLeads)
{
    /// <summary>The roles whose cells can say what is to be done.</summary>
    public static readonly ColumnRole[] Text = 
        [ColumnRole.Category, ColumnRole.Content, ColumnRole.Goal, ColumnRole.Measures, ColumnRole.Quantity, ColumnRole.MoneyPlanned];

    /// <summary>Tries rows[at] as a header, together with a second header row beneath it.</summary>
    /// <returns>The layout and the number of header rows, or null when the row is no header.</returns>
    public static (TableLayout Layout, int Rows)? At(IReadOnlyList<GridRow> rows, int at)
    {
        var top = rows[at].Cells;
        if (top.Any(HeaderWords.IsAmount) || top.Count(HeaderWords.CannotBe) * 3 > top.Count(cell => !cell.IsBlank) || Known(top) < 2)
            return null;
        if (at + 1 < rows.Count && HeaderRows.Join(top, rows[at + 1].Cells) is { } joined
            && FromHeaders(joined, Sample(rows, at + 2)) is { } both)
            return (both, 2);
        return FromHeaders([.. top.Select(cell => HeaderCell.Of(cell.Text))], Sample(rows, at + 1)) is { } one ? (one, 1) : null;
    }

    public IEnumerable<Column> Of(params ReadOnlySpan<ColumnRole> roles)
    {
        var wanted = 0;
        foreach (var role in roles)
            wanted |= 1 << (int)role;
        return Columns.Where(column => (wanted & (1 << (int)column.Role)) != 0);
    }

    public bool Has(ColumnRole role) => Columns.Any(column => column.Role == role);

    /// <summary>The same columns with the same headers.</summary>
    public bool SameAs(TableLayout other) =>
        Columns.Select(column => column.Header).SequenceEqual(other.Columns.Select(column => column.Header));

    static List<GridRow> Sample(IReadOnlyList<GridRow> rows, int from) => [.. rows.Skip(from).Take(30)];

    static TableLayout? FromHeaders(IReadOnlyList<HeaderCell> headers, List<GridRow> sample)
    {
        var worded = headers.Select((header, index) => new Column(index, header.Role, Spacing.Remove(header.Text))).ToList();
        var named = worded.Where(column => column.Header.Length > 0).DistinctBy(column => column.Header).ToList();
        var dates = named.Count(column => HeaderWords.IsBareDay(column.Header));
        var known = named.Count(column => column.Role != ColumnRole.Unknown) - (dates == 1 ? 1 : 0);
        if (known < 2 || named.Count - dates < 2 || known * 3 < named.Count * 2)
            return null;
        var columns = ColumnContents.Settle(worded, sample);
        return columns.Any(column => Text.Contains(column.Role) && !HeaderWords.IsBareDay(column.Header)) && columns
            .Select(column => column.Role).Where(role => role != ColumnRole.Unknown).Distinct().Count() >= 2
            ? new TableLayout(columns, columns.Any(column => LeadRule.IsStatedIn(column.Header)))
            : null;
    }

    static int Known(IReadOnlyList<Cell> cells) =>
        cells.Select(cell => HeaderWords.Classify(cell.Text)).Where(role => role != ColumnRole.Unknown).Distinct().Count();
}
