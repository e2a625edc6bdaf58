namespace ProgressBot.Files.Pdf;

/// <summary>Groups the lines of a page into tables: lines belong together when they meet.</summary>
static class RuledTables
{
    const double Slack = 3;

    /// <summary>The tables from top to bottom; a frame around one text is none.</summary>
    public static List<TableLines> Of(PageContent page)
    {
        var (across, down) = (page.Across, page.Down);
        var group = Enumerable.Range(0, across.Count + down.Count).ToArray();
        for (var h = 0; h < across.Count; h++)
            for (var v = 0; v < down.Count; v++)
                if (across[h].Covers(down[v].At, Slack) && down[v].Covers(across[h].At, Slack))
                    group[Root(group, h)] = Root(group, across.Count + v);
        return [.. Enumerable.Range(0, group.Length).GroupBy(index => Root(group, index))
            .Select(members => new TableLines([.. members.Where(index => index < across.Count).Select(index => across[index])],
                [.. members.Where(index => index >= across.Count).Select(index => down[index - across.Count])]))
            .Where(lines => lines.IsTable).OrderByDescending(lines => lines.Rows[0])];
    }

    static int Root(int[] group, int index)
    {
        while (group[index] != index)
            index = group[index] = group[group[index]];
        return index;
    }
}

/// <summary>The lines of one table and the places at which they lie.</summary>
sealed class TableLines
{
    const double Slack = 3;

    // an outer side that is not drawn lies at the ends of the lines that run towards it
    const double Open = 8;

    readonly List<PageRule> _across;
    readonly List<PageRule> _down;

    public TableLines(List<PageRule> across, List<PageRule> down)
    {
        (_across, _down) = (across, down);
        Columns = Places(down, across);
        Rows = [.. Enumerable.Reverse(Places(across, down))];
    }

    /// <summary>x of the columns' sides, ascending.</summary>
    public IReadOnlyList<double> Columns { get; }

    /// <summary>y of the rows' sides, descending.</summary>
    public IReadOnlyList<double> Rows { get; }

    public bool IsTable => Columns.Count > 2 && Rows.Count > 1;

    public bool Holds(PageGlyph glyph) =>
        glyph.Center > Columns[0] - 1 && glyph.Center < Columns[^1] + 1 && glyph.Middle < Rows[0] + 1 && glyph.Middle > Rows[^1] - 1;

    /// <summary>A line stands between a column and the next one in this row.</summary>
    public bool PartsColumns(int row, int column) =>
        _down.Exists(rule => Math.Abs(rule.At - Columns[column + 1]) <= Slack && rule.Covers((Rows[row] + Rows[row + 1]) / 2, 0));

    /// <summary>A line lies between a row and the next one in this column.</summary>
    public bool PartsRows(int row, int column) =>
        _across.Exists(rule => Math.Abs(rule.At - Rows[row + 1]) <= Slack && rule.Covers((Columns[column] + Columns[column + 1]) / 2, 0));

    static List<double> Places(List<PageRule> rules, List<PageRule> crossing)
    {
        var places = new List<double>();
        foreach (var at in rules.Select(rule => rule.At).Order())
            if (places.Count == 0 || at - places[^1] > Slack)
                places.Add(at);
        if (crossing.Count == 0 || places.Count == 0)
            return places;
        var (first, last) = (crossing.Min(rule => rule.From), crossing.Max(rule => rule.To));
        if (first < places[0] - Open)
            places.Insert(0, first);
        if (last > places[^1] + Open)
            places.Add(last);
        return places;
    }
}
