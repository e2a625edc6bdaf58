namespace ProgressBot.Core.Plans.Drafts;

/// <summary>One row of a table, looked at through its columns.</summary>
internal sealed class RowCells(TableLayout layout, GridRow row)
{
    public int Number => row.Number;

    /// <summary>The cells of these columns that are not blank, left to right; one merged over several columns counts once.</summary>
    public IReadOnlyList<string> Texts(params ReadOnlySpan<ColumnRole> roles) =>
        [.. layout.Of(roles).Select(Cell).Where(cell => !cell.IsBlank && cell.Merge != CellMerge.FromLeft).Select(cell => cell.Text).Distinct()];

    public string Text(params ReadOnlySpan<ColumnRole> roles) => string.Join('\n', Texts(roles));

    /// <summary>True when a cell of these columns begins in this very row.</summary>
    public bool HasOwn(params ReadOnlySpan<ColumnRole> roles) =>
        layout.Of(roles).Select(Cell).Any(cell => !cell.IsBlank && cell.Merge == CellMerge.None);

    public bool HasAny(params ReadOnlySpan<ColumnRole> roles) => layout.Of(roles).Any(column => !Cell(column).IsBlank);

    /// <summary>All different texts of the row.</summary>
    public IReadOnlyList<string> Distinct() =>
        [.. row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text).Distinct()];

    /// <summary>Unknown columns and those that are only kept, with their headers.</summary>
    public IReadOnlyList<DraftNote> Notes() =>
        [.. layout.Columns.Where(column => column.Role is not (ColumnRole.Number or ColumnRole.Category or ColumnRole.Content or ColumnRole.Goal
                or ColumnRole.Units or ColumnRole.Lead or ColumnRole.Assist or ColumnRole.Deadline or ColumnRole.Evidence or ColumnRole.UnitOfMeasure))
            .Select(column => (column.Header, Cell(column)))
            .Where(note => !note.Item2.IsBlank && note.Item2.Merge != CellMerge.FromLeft)
            .Select(note => new DraftNote(note.Header, note.Item2.Text))];

    /// <summary>Every cell with its header, left to right; one merged over several columns counts once.</summary>
    public IReadOnlyList<DraftNote> Printed() =>
        [.. layout.Columns.Select(column => (column.Header, Cell: Cell(column))).Where(cell => !cell.Cell.IsBlank && cell.Cell.Merge != CellMerge.FromLeft)
            .Select(cell => new DraftNote(cell.Header, cell.Cell.Text))];

    public IEnumerable<(Column Column, string Text)> Of(params ReadOnlySpan<ColumnRole> roles) =>
        layout.Of(roles).Select(column => (column, Cell(column).Text)).Where(cell => cell.Text.Length > 0).ToList();

    Cell Cell(Column column) => column.Index < row.Cells.Count ? row.Cells[column.Index] : Drafts.Cell.Blank;
}
