namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Tells by the cells beneath what a column holds where its header does not.</summary>
internal static class ColumnContents
{
    const int LongestHeader = 16;

    /// <summary>The same columns with the doubtful ones settled.</summary>
    /// <param name="columns">By the words of the header.</param>
    /// <param name="sample">The first rows beneath it.</param>
    public static IReadOnlyList<Column> Settle(IReadOnlyList<Column> columns, IReadOnlyList<GridRow> sample)
    {
        var settled = columns.Select(column => IsDoubtfulUnit(column) && HoldsNames(column, sample) ? column
            with { Role = ColumnRole.Units } : column).ToList();
        if (!settled.Exists(column => BlankCells.UnitRoles.Contains(column.Role)))
            Give(settled, ColumnRole.Units, settled.Find(column => (IsUnknown(column) || column.Role == ColumnRole.Leader)
                && HoldsNames(column, sample)));
        if (!settled.Exists(column => TableLayout.Text.Contains(column.Role)))
            Give(settled, ColumnRole.Content, settled.Where(IsUnknown).MaxBy(column => Texts(column, sample).Sum(text => text.Length)));
        return MoneyColumns.Settle(settled);
    }

    // 单位 alone may mean the unit of measure or the responsible unit
    static bool IsDoubtfulUnit(Column column) => column is { Role: ColumnRole.UnitOfMeasure, Header: "单位" };

    static bool IsUnknown(Column column) => column is { Role: ColumnRole.Unknown, Header.Length: > 0 and <= LongestHeader };

    static void Give(List<Column> columns, ColumnRole role, Column? column)
    {
        if (column is not null)
            columns[column.Index] = column with { Role = role };
    }

    static bool HoldsNames(Column column, IReadOnlyList<GridRow> sample) =>
        Texts(column, sample) is var texts && texts.Count(UnitWords.LooksLikeUnit) * 2 > texts.Count;

    static List<string> Texts(Column column, IReadOnlyList<GridRow> sample) =>
        [.. sample.Select(row => row.Cells.ElementAtOrDefault(column.Index).Text ?? string.Empty).Where(text => text.Length > 0)];
}
