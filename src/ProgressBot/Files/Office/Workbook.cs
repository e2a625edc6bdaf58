using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files.Office;

/// <summary>Reads an xlsx or xls: one grid per visible sheet. Hidden rows and sheets are left out and named.</summary>
internal static class Workbook
{
    const int MostCells = 1_500_000;
    const int MostColumns = 256;

    // sheets are often formatted far below their last row
    const int BlankRowsAtEnd = 500;

    /// <param name="stream">The workbook, xlsx or xls.</param>
    /// <param name="fileName">The name people know it by.</param>
    /// <param name="package">The same file as a package, for an xlsx.</param>
    /// <exception cref="UnreadableFileException">Damaged, protected by a password, or too large.</exception>
    public static SourceDocument Read(Stream stream, string fileName, OfficePackage? package = null)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            return Read(reader, fileName, package is null ? null : HiddenRows.Of(package));
        }
        catch (InvalidPasswordException error)
        {
            throw new UnreadableFileException("文件已加密，请取消密码后再上传。", error);
        }
        catch (Exception error) when (error is ExcelReaderException or XmlException or InvalidDataException or IOException or FormatException
            or ArgumentException or IndexOutOfRangeException or OverflowException or NotSupportedException or InvalidOperationException or NullReferenceException)
        {
            // the reader meets damaged workbooks with whatever its parsing runs into
            throw new UnreadableFileException("表格文件已损坏，无法打开，请重新保存后再上传。", error);
        }
    }

    static SourceDocument Read(IExcelDataReader reader, string fileName, ILookup<string, int>? hidden)
    {
        var grids = new List<Block>();
        var omissions = new List<DraftWarning>();
        do
            if (reader.VisibleState == "visible")
                Add(grids, Sheet(reader, [.. hidden?[reader.Name] ?? []], omissions));
            else
                omissions.Add(new DraftWarning(reader.Name, "隐藏的工作表未读取。"));
        while (reader.NextResult());
        return grids.Count > 0
            ? new SourceDocument(fileName, grids) { Omissions = omissions }
            : throw new UnreadableFileException("表格中没有内容。");
    }

    static void Add(List<Block> grids, Grid grid)
    {
        if (grid.Rows.Count > 0)
            grids.Add(grid);
    }

    static Grid Sheet(IExcelDataReader reader, HashSet<int> marked, List<DraftWarning> omissions)
    {
        if (reader.FieldCount > MostColumns && reader.RowCount > 100)
            throw TooLarge();
        var rows = new List<GridRow>();
        var (hidden, blank, cells) = (new List<int>(), 0, 0);
        for (var number = 1; blank < BlankRowsAtEnd && reader.Read(); number++)
        {
            var row = Row(reader, number);
            blank = row.Cells.Count == 0 ? blank + 1 : 0;
            if ((cells += row.Cells.Count) > MostCells)
                throw TooLarge();
            if ((reader.RowHeight <= 0 || marked.Contains(number)) && row.Cells.Count > 0)
                hidden.Add(number);
            rows.Add(row);
        }

        if (hidden.Count > 0)
            omissions.Add(new DraftWarning(reader.Name, $"隐藏的行未读取：第{string.Join('、', hidden.Take(10))}行{(hidden.Count > 10 ? "等" : string.Empty)}。"));
        return new Grid([.. SheetMerges.Spread(rows, reader.MergeCells).Where(row => row.Cells.Count > 0 && !hidden.Contains(row.Number))], 1, null, reader.Name);
    }

    static GridRow Row(IExcelDataReader reader, int number)
    {
        var cells = new Cell[Math.Min(reader.FieldCount, MostColumns)];
        var last = 0;
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = new Cell(SheetText.Of(reader.GetValue(column), reader.GetNumberFormatString(column)));
            if (!cells[column].IsBlank)
                last = column + 1;
        }

        return new GridRow(cells[..last], number);
    }

    static UnreadableFileException TooLarge() => new("表格过大，无法读取，请只保留任务表本身。");
}
