using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Reads the grids of a document, one after another: a grid without a header continues the table before it.</summary>
internal sealed partial class TableReader(List<DraftWarning> warnings)
{
    const int LongestName = 20;

    readonly List<TableEntry> _entries = [];
    TableLayout? _layout;
    TableLayout? _active;
    BlankCells? _blanks;
    string? _sheet;
    GridRow? _above;
    int _table;
    int _row;
    string _heading = string.Empty;
    string _owner = string.Empty;
    string _unit = string.Empty;

    public IReadOnlyList<TableEntry> Entries => _entries;

    /// <summary>How the columns were understood.</summary>
    public List<DraftColumn> Columns { get; } = [];

    /// <summary>Texts that stand in a grid outside its rows: the table's title, notes under it.</summary>
    public List<Paragraph> Captions { get; } = [];

    /// <summary>A line between the tables: one that names a unit (责任单位：甲局, 二、甲局) speaks for the tables beneath that have no column for
    /// units.</summary>
    public void Pass(Paragraph line)
    {
        TakeUnit(line.Text);
        if (OwnerIn(line.Text) is { } owner)
            _owner = owner;
        else if (ListMark.IsChapter(line.Text))
            _owner = string.Empty;
    }

    public void Read(Grid grid)
    {
        var upright = Orientation.Upright(grid);
        var merged = upright.Rows.Any(row => row.Cells.Any(cell => cell.Merge == CellMerge.FromAbove));
        var rows = upright.Rows.Where(row => row.Cells.Any(cell => !cell.IsBlank)).ToList();
        _active = _layout is not null && Continues(upright, rows, _layout) ? _layout : null;
        if (_active is not null)
            _blanks = new BlankCells(_active, merged);
        var unread = new List<GridRow>();
        for (var at = 0; at < rows.Count; at++)
            if (TableLayout.At(rows, at) is { } header)
                at += Begin(header.Layout, merged, header.Rows, grid.Sheet) - 1;
            else
                ReadRow(rows[at], upright, unread);
        if (unread.Count > 0)
            warnings.Add(new DraftWarning($"第{unread[0].Number}行", $"没有找到表头，{unread.Count}行未读取：{Shorten(Words(unread[0]))}"));
    }

    // the next page of the same table: no header of its own, the same sheet, the same width (the last column may be blank)
    bool Continues(Grid grid, List<GridRow> rows, TableLayout layout)
    {
        if (rows.Count == 0 || grid.Sheet != _sheet
            || Enumerable.Range(0, Math.Min(rows.Count, 12)).Any(at => TableLayout.At(rows, at) is not null))
            return false;
        var width = rows.Max(row => row.Cells.ToList().FindLastIndex(cell => !cell.IsBlank) + 1);
        return width <= layout.Columns.Count && width >= layout.Columns.Count - 1;
    }

    int Begin(TableLayout layout, bool merged, int headerRows, string? sheet)
    {
        if (_layout is null || !_layout.SameAs(layout))
        {
            (_table, _row, _heading, _above) = (_table + 1, 0, string.Empty, null);
            Columns.AddRange(layout.Columns.Where(column => column.Header.Length > 0).DistinctBy(column => (column.Header, column.Role))
                .Select(column => new DraftColumn(_table, column.Header, column.Role)));
            WarnOfColumns(layout);
        }

        (_layout, _active, _blanks, _sheet) = (layout, layout, new BlankCells(layout, merged), sheet);
        return headerRows;
    }

    void WarnOfColumns(TableLayout layout)
    {
        foreach (var column in layout.Columns.Where(column => column.Role == ColumnRole.Unknown
            && column.Header.Length > 0).DistinctBy(column => column.Header))
            warnings.Add(new DraftWarning($"表{_table}", $"未识别“{column.Header}”列的含义，内容作为附注保留。"));
        if (_owner.Length == 0 && !layout.Of(BlankCells.UnitRoles).Any())
            warnings.Add(new DraftWarning($"表{_table}", "表中没有责任单位列，请补充责任单位。"));
    }

    void ReadRow(GridRow row, Grid grid, List<GridRow> unread)
    {
        var texts = row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text).Distinct().ToList();
        TakeUnit(texts[0]);
        if (IsTotal(texts))
            warnings.Add(new DraftWarning($"第{row.Number}行", "合计行不作为任务。"));
        else if (Note().IsMatch(texts[0]))
            Captions.Add(new Paragraph(texts[0], row.Number));
        else if (_active is null || _blanks is null)
            Outside(row, texts, unread);
        else if (texts.Count == 1 && StandsAlone(row, _active))
            BeginHeading(row.Number, texts[0]);
        else
            Add(Filled(row, _blanks, _active), grid, _active);
    }

    // the word may stand behind the row's number
    static bool IsTotal(List<string> texts) =>
        Total().IsMatch(Spacing.Remove(texts[0]))
            || (texts.Count > 1 && texts[0].All(char.IsAsciiDigit) && WholeTotal().IsMatch(Spacing.Remove(texts[1])));

    // 单位：万元 above a table holds for all of its bare numbers
    void TakeUnit(string text)
    {
        if (text.Length <= 40 && UnitAbove().Match(Spacing.Remove(text)) is { Success: true } unit
            && MeasuredHeader.IsMeasure(unit.Groups[1].Value))
            _unit = unit.Groups[1].Value;
    }

    GridRow Filled(GridRow row, BlankCells blanks, TableLayout layout)
    {
        var filled = blanks.Fill(row, _above);
        if (!new RowCells(layout, row).HasAny(BlankCells.UnitRoles) && new RowCells(layout, filled).HasAny(BlankCells.UnitRoles))
            warnings.Add(new DraftWarning($"第{row.Number}行", "责任单位为空，沿用上一行。"));
        if (row.Cells.Skip(layout.Columns.Count).Any(cell => !cell.IsBlank))
            warnings.Add(new DraftWarning($"第{row.Number}行", "比表头多出的单元格未读取。"));
        return filled;
    }

    void Outside(GridRow row, List<string> texts, List<GridRow> unread)
    {
        if (texts.Count == 1)
            Captions.Add(new Paragraph(texts[0], row.Number));
        else
            unread.Add(row);
    }

    // a text over the whole width, or one left of the goals with nothing beside it
    static bool StandsAlone(GridRow row, TableLayout layout)
    {
        var first = Enumerable.Range(0, row.Cells.Count).First(index => !row.Cells[index].IsBlank);
        var spans = row.Cells.Skip(first + 1).Any(cell => cell.Merge == CellMerge.FromLeft);
        var goal = layout.Of(ColumnRole.Goal, ColumnRole.Content).LastOrDefault()?.Index ?? 0;
        return spans || first < goal;
    }

    // at the foot of a sheet such a line is the signature, which as a heading does no harm
    void BeginHeading(int row, string text)
    {
        _heading = ListMark.Strip(Spacing.Tighten(text));
        if (OwnerIn(text) is { } owner)
            _owner = owner;
        if (!ListMark.IsChapter(text))
            Captions.Add(new Paragraph(text, row));
    }

    void Add(GridRow row, Grid grid, TableLayout layout)
    {
        var cells = new RowCells(layout, row, _unit);
        _above = row;
        if (_entries.Count > 0 && _row > 0
            && !cells.HasOwn(ColumnRole.Goal, ColumnRole.Content, ColumnRole.Category, ColumnRole.Measures, ColumnRole.Quantity,
                ColumnRole.MoneyPlanned))
        {
            _entries[^1] = Extend(_entries[^1], cells);
            return;
        }

        var goal = GoalText.Compose(cells, _heading);
        if (goal.Goal.Length == 0)
            warnings.Add(new DraftWarning($"第{row.Number}行", $"没有目标内容，未作为任务：{Shorten(string.Join(' ', cells.Distinct()))}"));
        else
            _entries.Add(WithUnits(Entry(goal, cells, layout, new DraftSource(_table, ++_row, grid.Page, row.Number, grid.Sheet)), layout));
    }

    // without a column for units the goal's own bracket names them, else the heading
    TableEntry WithUnits(TableEntry entry, TableLayout layout)
    {
        if (layout.Of(BlankCells.UnitRoles).Any())
            return entry;
        var bracket = UnitBracket.Take(entry.Goal);
        if (bracket.Units.Length == 0)
            return _owner.Length == 0 ? entry : entry with { Units = [new UnitCell(_owner, null)] };
        return entry with
        {
            Goal = bracket.Text,
            Targets = UnitBracket.Take(entry.Targets).Text,
            Units = [new UnitCell(bracket.Units, null)],
            Deadline = Join(entry.Deadline, bracket.Deadline),
            Evidence = Join(entry.Evidence, bracket.Evidence),
            Progress = Join(entry.Progress, bracket.Progress),
        };
    }

    static string? OwnerIn(string line)
    {
        var text = ListMark.Strip(Spacing.Tighten(line)).Trim('：', ':', '【', '】', '（', '）');
        if (Labelled().Match(text) is { Success: true } label)
            return text[label.Length..];
        return text.Length <= LongestName && UnitWords.EndsLikeUnit(OutsideBrackets.WithoutBrackets(text))
            && text.IndexOfAny(['。', '，', '；', '、']) < 0 ? text : null;
    }

    static TableEntry Entry(GoalText goal, RowCells cells, TableLayout layout, DraftSource source) =>
        new(Spacing.Tighten(goal.Section), goal.Goal, goal.Targets, source)
        {
            Units = Units(cells),
            Evidence = cells.Text(ColumnRole.Evidence),
            Deadline = cells.Text(ColumnRole.Deadline),
            Subject = goal.Subject,
            Named = goal.Named,
            Stages = cells.Stages(),
            Money = cells.Money(),
            Progress = cells.Progress(),
            Partner = cells.Text(ColumnRole.Partner),
            Programme = cells.Text(ColumnRole.Programme),
            FirstUnitLeads = layout.FirstUnitLeads,
            Notes = cells.Notes(),
            Printed = cells.Printed(),
        };

    static List<UnitCell> Units(RowCells cells) =>
        [.. cells.Of(ColumnRole.Lead, ColumnRole.Units, ColumnRole.Assist).DistinctBy(cell => cell.Text)
            .Select(cell => new UnitCell(cell.Text, RoleOf(cell.Column)))];

    static UnitRole? RoleOf(Column column) => column.Role switch
    {
        ColumnRole.Lead => UnitRole.Lead,
        ColumnRole.Assist => UnitRole.Assist,
        _ => null,
    };

    // the goal's cell reaches over several rows, each with a unit or a proof of its own
    static TableEntry Extend(TableEntry entry, RowCells cells) => entry with
    {
        Units = [.. entry.Units.Union(Units(cells))],
        Evidence = Join(entry.Evidence, cells.Text(ColumnRole.Evidence)),
        Deadline = Join(entry.Deadline, cells.Text(ColumnRole.Deadline)),
        Progress = Join(entry.Progress, cells.Progress()),
        Notes = [.. entry.Notes.Union(cells.Notes())],
        Printed = [.. entry.Printed.Union(cells.Printed())],
    };

    static string Join(string before, string next) =>
        next.Length == 0 || before.Split('\n').Contains(next) || before == next ? before : before.Length == 0 ? next : before + "\n" + next;

    static string Words(GridRow row) => string.Join(' ', row.Cells.Select(cell => cell.Text).Where(text => text.Length > 0).Distinct());

    static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";

    [GeneratedRegex("^(责任|牵头|填报|承办|承诺|被考核|报送|落实)(单位|部门|科室)(名称)?[：:]")]
    private static partial Regex Labelled();

    [GeneratedRegex("^(合计|总计|小计|共计|总分)")]
    private static partial Regex Total();

    [GeneratedRegex("^(合计|总计|小计|共计)$")]
    private static partial Regex WholeTotal();

    [GeneratedRegex("(?:计量)?单位[:：]([^）)、，]{1,6})[）)]?$")]
    private static partial Regex UnitAbove();

    [GeneratedRegex("^(备?注|说明|填表说明|单位)\\s*[:：]")]
    private static partial Regex Note();
}
