using System.Text;
using ProgressBot.Files.Office;

namespace ProgressBot.Files.Conversion;

/// <summary>A format that is read by turning it into one of ours first.</summary>
/// <param name="Extension">Of the file as it is, without the dot.</param>
/// <param name="Filter">LibreOffice's name for its reader; a file that it does not fit is not guessed at.</param>
/// <param name="IsSheet">Becomes an xlsx, else a docx.</param>
sealed record OtherFormat(string Extension, string Filter, bool IsSheet)
{
    public static readonly OtherFormat RichText = new("rtf", "Rich Text Format", false);

    static readonly OtherFormat Word = new("doc", "MS Word 97", false);
    static readonly OtherFormat OpenText = new("odt", "writer8", false);
    static readonly OtherFormat OpenSheet = new("ods", "calc8", true);
    static readonly byte[] WordStream = Encoding.Unicode.GetBytes("WordDocument");
    static readonly byte[] SlidesStream = Encoding.Unicode.GetBytes("PowerPoint Document");

    /// <summary>What people save it as.</summary>
    public string Target => IsSheet ? "xlsx" : "docx";

    /// <summary>The format of a zip container; null when LibreOffice would not read it either.</summary>
    public static OtherFormat? InPackage(OfficePackage package)
    {
        var kind = package.Bytes("mimetype") is { Length: < 200 } type ? Encoding.ASCII.GetString(type) : string.Empty;
        return kind.Contains("opendocument.text", StringComparison.Ordinal) ? OpenText
            : kind.Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? OpenSheet : null;
    }

    /// <summary>The format of a compound file of Office 97; null for a workbook, which is read as it is.</summary>
    /// <exception cref="UnreadableFileException">Slides.</exception>
    public static OtherFormat? InCompound(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(WordStream) >= 0 ? Word : bytes.IndexOf(SlidesStream) >= 0 ? throw new UnreadableFileException("slides") : null;
}
