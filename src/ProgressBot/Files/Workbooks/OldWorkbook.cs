using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Workbooks;

/// <summary>Reads the binary workbooks: xls, the same under the name et, and xlsb.</summary>
static class OldWorkbook
{
    /// <exception cref="UnreadableFileException">Damaged, protected by a password, empty or too large.</exception>
    public static SourceDocument Read(byte[] bytes, string fileName)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes), new ExcelReaderConfiguration { LeaveOpen = true });
            return Read(reader, XlsMarks.Read(bytes), fileName);
        }
        catch (InvalidPasswordException error)
        {
            throw new UnreadableFileException("encrypted", error);
        }
        catch (Exception error) when (error is not (UnreadableFileException or OutOfMemoryException))
        {
            // the reader meets damaged workbooks with whatever its parsing runs into
            throw new UnreadableFileException("damaged_sheet", error);
        }
    }

    static SourceDocument Read(IExcelDataReader reader, XlsMarks marks, string fileName)
    {
        var (grids, notes, index) = (new List<Block>(), new FileNotes(), 0);
        do
            if (reader.VisibleState != "visible")
                notes.Say("hidden_sheet", reader.Name);
            else if (new OldSheet(reader, (row, column) => marks.At(index, row, column), notes).Read() is { } grid)
                grids.Add(grid);
        while (reader.NextResult() && ++index > 0);
        return grids.Count > 0 ? SerialDates.Resolve(new SourceDocument(fileName, grids), BookContext.DayOf, notes)
            : throw new UnreadableFileException("empty_sheet");
    }
}
