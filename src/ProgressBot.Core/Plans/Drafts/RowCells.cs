namespace ProgressBot.Core.Plans.Drafts;

/// <summary>One row of a table, looked at through its columns.</summary>
/// <param name="layout">The columns.</param>
/// <param name="row">The cells.</param>
/// <param name="captionUnit">The unit of measure that stands above the table (单位：万元); empty when none.</param>
internal sealed class RowCells(TableLayout layout, GridRow row, string captionUnit = "")
{
    public int Number => row.Number;

    /// <summary>The cells of these columns that are not blank, left to right; one merged over several columns counts once.</summary>
    public IReadOnlyList<string> Texts(params ReadOnlySpan<ColumnRole> roles) =>
        [.. layout.Of(roles).Select(Cell).Where(cell => !cell.IsBlank && cell.Merge != CellMerge.FromLeft)
            .Select(cell => cell.Text).Distinct()];

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
                or ColumnRole.Quantity or ColumnRole.Stage or ColumnRole.Partner or ColumnRole.Programme or ColumnRole.Units or ColumnRole.Lead or ColumnRole.Assist or ColumnRole.Deadline or ColumnRole.Evidence or ColumnRole.UnitOfMeasure))
            .Select(column => (column.Header, Cell(column)))
            .Where(note => !note.Item2.IsBlank && note.Item2.Merge != CellMerge.FromLeft)
            .Select(note => new DraftNote(note.Header, note.Item2.Text))];

    /// <summary>Every cell with its header, left to right; one merged over several columns counts once.</summary>
    public IReadOnlyList<DraftNote> Printed() =>
        [.. layout.Columns.Select(column => (column.Header, Cell: Cell(column)))
            .Where(cell => !cell.Cell.IsBlank && cell.Cell.Merge != CellMerge.FromLeft)
            .Select(cell => new DraftNote(cell.Header, cell.Cell.Text))];

    /// <summary>The cells that speak of a part of the year.</summary>
    public IReadOnlyList<StageCell> Stages() =>
        [.. Of(ColumnRole.Stage).Select(cell => new StageCell(cell.Column.Header, cell.Text, Unit(cell.Column)))];

    /// <summary>The sums of money of a project.</summary>
    public IReadOnlyList<MoneyCell> Money() =>
        [.. Of(ColumnRole.MoneyPlanned, ColumnRole.MoneyArrived, ColumnRole.MoneyPaid, ColumnRole.MoneyUsed)
            .Select(cell => new MoneyCell(cell.Column.Role, cell.Column.Measure?.Name ?? cell.Column.Header, cell.Text,
                Unit(cell.Column)))];

    /// <summary>What tells of results, each with its header where there are several.</summary>
    public string Progress()
    {
        var cells = layout.Of(ColumnRole.Progress).Select(column => (column.Header, Cell: Cell(column)))
            .Where(cell => !cell.Cell.IsBlank && cell.Cell.Merge != CellMerge.FromLeft).ToList();
        return cells is [var only] ? only.Cell.Text : string.Join('\n', cells.Select(cell => $"{cell.Header}：{cell.Cell.Text}"));
    }

    /// <summary>The unit of measure of a number in this column that has none of its own; empty when nothing gives one.</summary>
    public string Unit(Column column) =>
        column.Measure?.Unit ?? (Text(ColumnRole.UnitOfMeasure) is { Length: > 0 } unit ? unit : captionUnit);

    public IEnumerable<(Column Column, string Text)> Of(params ReadOnlySpan<ColumnRole> roles) =>
        layout.Of(roles).Select(column => (column, Cell(column).Text)).Where(cell => cell.Text.Length > 0).ToList();

    Cell Cell(Column column) => column.Index < row.Cells.Count ? row.Cells[column.Index] : Drafts.Cell.Blank;
}
