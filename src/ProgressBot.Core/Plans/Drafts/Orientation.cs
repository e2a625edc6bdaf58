namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Turns a table whose headers stand at the left, or a form of labels and values, so that the headers stand on top.</summary>
internal static class Orientation
{
    // beyond this a table with headers at the left is no longer something people make
    const int WidestForm = 200;

    /// <summary>The grid with headers on top; the same grid when they already are, or when it has none.</summary>
    public static Grid Upright(Grid grid)
    {
        var rows = grid.Rows.Where(row => row.Cells.Any(cell => !cell.IsBlank)).ToList();
        if (rows.Count is 0 or > WidestForm || Enumerable.Range(0,
            Math.Min(rows.Count, 12)).Any(at => TableLayout.At(rows, at) is not null))
            return grid;
        var labelled = rows.Where(row => IsLabel(row.Cells[0])).ToList();
        var labels = labelled.Select(row => HeaderWords.Classify(row.Cells[0].Text)).Distinct().ToList();
        if (labelled.Count < 3 || labels.Count < 3 || labelled.Count * 3 < rows.Count * 2)
            return grid;
        return grid with { Rows = Transpose(labelled.Exists(IsDouble) ? [.. labelled.SelectMany(Pairs)] : labelled) };
    }

    static bool IsLabel(Cell cell) => HeaderWords.Classify(cell.Text) != ColumnRole.Unknown && !HeaderWords.IsBareDay(cell.Text);

    // label, value, label, value
    static bool IsDouble(GridRow row) =>
        row.Cells.Count >= 4 && IsLabel(row.Cells[2]) && row.Cells[2].Merge == CellMerge.None && !IsLabel(row.Cells[1]);

    static IEnumerable<GridRow> Pairs(GridRow row)
    {
        var cells = row.Cells.Where(cell => cell.Merge != CellMerge.FromLeft).ToList();
        for (var index = 0; index + 1 < cells.Count; index += 2)
            yield return new GridRow([cells[index], cells[index + 1]], row.Number);
    }

    static List<GridRow> Transpose(List<GridRow> rows) =>
        [.. Enumerable.Range(0, rows.Max(row => row.Cells.Count)).Select(column =>
            new GridRow([.. rows.Select(row => column < row.Cells.Count ? Turned(row.Cells[column]) : Cell.Blank)],
                rows[0].Number + column))];

    static Cell Turned(Cell cell) => cell with
    {
        Merge = cell.Merge switch
        {
            CellMerge.FromAbove => CellMerge.FromLeft,
            CellMerge.FromLeft => CellMerge.FromAbove,
            _ => CellMerge.None,
        },
    };
}
