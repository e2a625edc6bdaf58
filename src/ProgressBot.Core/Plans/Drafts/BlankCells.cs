namespace ProgressBot.Core.Plans.Drafts;

/// <summary>
/// Fills the blank cells of a table row from the row above, as a reader does where the file has lost its merged cells.
/// Section columns always inherit; units, evidence and deadline only while the section stays the same,
/// and not in a table that kept its real merges, where blank means blank.
/// </summary>
internal sealed class BlankCells(TableLayout layout, bool hasRealMerges)
{
    public static readonly ColumnRole[] UnitRoles = [ColumnRole.Units, ColumnRole.Lead, ColumnRole.Assist];

    readonly List<int> _grouping = [.. Grouping(layout).Select(column => column.Index)];
    readonly List<int> _section = [.. Section(layout).Select(column => column.Index)];

    public GridRow Fill(GridRow row, GridRow? above)
    {
        if (above is null)
            return row;
        var cells = Enumerable.Range(0, layout.Columns.Count).Select(index => At(row, index)).ToArray();
        foreach (var index in _grouping)
            Inherit(cells, above, index);
        var sameSection = _section.Count > 0 && _section.TrueForAll(index => cells[index].Text == At(above, index).Text);
        if (sameSection && !hasRealMerges)
            FillWithinSection(cells, above);
        return row with { Cells = cells };
    }

    // the columns that group rows: category, and content where another column says the goal itself
    static IEnumerable<Column> Grouping(TableLayout layout)
    {
        var contents = layout.Of(ColumnRole.Content).ToList();
        var grouping = layout.Has(ColumnRole.Goal) ? contents : contents.SkipLast(1);
        return layout.Of(ColumnRole.Category, ColumnRole.Number).Concat(grouping);
    }

    // the widest grouping: the category, else the first content column
    static IEnumerable<Column> Section(TableLayout layout) =>
        layout.Has(ColumnRole.Category)
            ? layout.Of(ColumnRole.Category)
            : Grouping(layout).Where(column => column.Role == ColumnRole.Content).Take(1);

    void FillWithinSection(Cell[] cells, GridRow above)
    {
        var units = layout.Of(UnitRoles).Select(column => column.Index).ToList();
        if (units.TrueForAll(index => cells[index].IsBlank))
            units.ForEach(index => Inherit(cells, above, index));
        foreach (var column in layout.Of(ColumnRole.Evidence, ColumnRole.Deadline))
            Inherit(cells, above, column.Index);
        var texts = layout.Of(ColumnRole.Goal, ColumnRole.Content).Select(column => column.Index).ToList();
        if (texts.TrueForAll(index => cells[index].IsBlank || cells[index].Merge == CellMerge.FromAbove))
            texts.ForEach(index => Inherit(cells, above, index));
    }

    static void Inherit(Cell[] cells, GridRow above, int index)
    {
        if (cells[index].IsBlank && !At(above, index).IsBlank)
            cells[index] = new Cell(At(above, index).Text, CellMerge.FromAbove);
    }

    static Cell At(GridRow row, int index) => index < row.Cells.Count ? row.Cells[index] : Cell.Blank;
}
