using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Workbooks;

/// <summary>Gathers the cells of one sheet and makes the grid of what is visible; hidden rows and columns are named.</summary>
/// <param name="name">The sheet's name.</param>
/// <param name="notes">Takes what is left out.</param>
sealed class SheetGrid(string name, FileNotes notes)
{
    const int MostCells = 1_500_000;
    const int MostColumns = 256;
    const int MostSpread = 1_500_000;

    // a merged title runs over the whole width of a sheet
    const int MostMergedColumns = 64;

    readonly List<(int Number, List<Cell> Cells)> _rows = [];
    readonly HashSet<int> _hiddenRows = [];
    readonly HashSet<int> _struckRows = [];
    readonly HashSet<int> _hiddenColumns = [];
    readonly List<(int Top, int Left, int Bottom, int Right)> _merges = [];
    int _cells;
    int _spread;

    public void HideRow(int number) => _hiddenRows.Add(number);

    /// <param name="row">1-based.</param>
    /// <param name="column">0-based.</param>
    public bool IsHidden(int row, int column) => _hiddenRows.Contains(row) || _hiddenColumns.Contains(column);

    /// <summary>Words of this row are crossed out; when nothing else is left in it, the row is gone.</summary>
    public void Strike(int number) => _struckRows.Add(number);

    /// <param name="from">0-based.</param>
    /// <param name="to">0-based, inclusive.</param>
    public void HideColumns(int from, int to)
    {
        for (var column = Math.Max(0, from); column <= Math.Min(to, MostColumns); column++)
            _hiddenColumns.Add(column);
    }

    /// <summary>Rows are 1-based, columns 0-based, both inclusive.</summary>
    public void Merge(int top, int left, int bottom, int right) => _merges.Add((top, left, bottom, right));

    /// <summary>Puts a text into a cell; rows come from top to bottom.</summary>
    /// <exception cref="UnreadableFileException">More cells than a table of tasks has.</exception>
    public void Put(int row, int column, string text)
    {
        if (_rows.Count == 0 || _rows[^1].Number < row)
            _rows.Add((row, []));
        if (text.Length == 0)
            return;
        if (column >= MostColumns)
            throw TooLarge();
        var cells = _rows[^1].Cells;
        if ((_cells += Math.Max(0, column + 1 - cells.Count)) > MostCells)
            throw TooLarge();
        while (cells.Count <= column)
            cells.Add(Cell.Blank);
        cells[column] = new Cell(text);
    }

    /// <summary>The grid; null when nothing is visible.</summary>
    public Grid? Build()
    {
        var last = _rows.FindLastIndex(row => row.Cells.Count > 0);
        _rows.RemoveRange(last + 1, _rows.Count - last - 1);
        _rows.RemoveAll(row => _struckRows.Contains(row.Number) && !row.Cells.Exists(cell => cell.Text.Any(char.IsLetter)));
        foreach (var merge in _merges)
            Spread(merge);
        SayHidden();
        var rows = _rows.Where(row => row.Cells.Count > 0 && !_hiddenRows.Contains(row.Number))
            .Select(row => new GridRow(Visible(row.Cells), row.Number)).ToList();
        return rows.Count > 0 ? new Grid(rows, 1, null, name) : null;
    }

    static UnreadableFileException TooLarge() => new("sheet_too_large");

    void Spread((int Top, int Left, int Bottom, int Right) merge)
    {
        var at = _rows.BinarySearch((merge.Top, []),
            Comparer<(int Number, List<Cell>)>.Create((one, other) => one.Number.CompareTo(other.Number)));
        if (at < 0 || merge.Left >= Math.Min(_rows[at].Cells.Count, MostMergedColumns)
            || _rows[at].Cells[merge.Left] is not { IsBlank: false } owner)
            return;
        for (var index = at; index < _rows.Count && _rows[index].Number <= merge.Bottom && _spread < MostSpread; index++)
            for (var column = merge.Left; column <= Math.Min(merge.Right, MostMergedColumns); column++)
                if ((index, column) != (at, merge.Left))
                    Inherit(_rows[index].Cells, column,
                        new Cell(owner.Text, column > merge.Left ? CellMerge.FromLeft : CellMerge.FromAbove));
    }

    void Inherit(List<Cell> cells, int column, Cell cell)
    {
        while (cells.Count <= column)
            cells.Add(Cell.Blank);
        cells[column] = cell;
        _spread++;
    }

    void SayHidden()
    {
        var rows = _rows.Where(row => _hiddenRows.Contains(row.Number) && row.Cells.Exists(cell => !cell.IsBlank))
            .Select(row => row.Number).ToList();
        if (rows.Count > 0)
            notes.Say("hidden_rows", name, ("rows", string.Join('、', rows.Take(10))),
                ("more", rows.Count > 10 ? FileTexts.Text("note.and_more") : string.Empty));
        foreach (var column in _hiddenColumns.Order())
            if (_rows.Select(row => row.Cells.ElementAtOrDefault(column))
                .FirstOrDefault(cell => !string.IsNullOrEmpty(cell.Text)) is { Text: { Length: > 0 } head })
                notes.Say("hidden_column", name, ("column", Place.Column(column)), ("text", FileNotes.Quote(head)));
    }

    Cell[] Visible(List<Cell> cells)
    {
        var last = cells.FindLastIndex(cell => !cell.IsBlank);
        return _hiddenColumns.Count == 0 ? [.. cells.Take(last + 1)]
            : [.. cells.Take(last + 1).Where((_, column) => !_hiddenColumns.Contains(column))];
    }
}
