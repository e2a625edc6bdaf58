using System.Text;
using System.Xml;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Conversion;
using ProgressBot.Files.Markup;
using ProgressBot.Files.Office;
using ProgressBot.Files.Pdf;
using ProgressBot.Files.Workbooks;
using ProgressBot.Files.Word;

namespace ProgressBot.Files;

/// <summary>Opens a plan in any of the formats that offices send. The content decides, the name does not.</summary>
public static class DocumentFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Reads the whole stream.</summary>
    /// <exception cref="UnreadableFileException">The format is unknown, damaged, encrypted or too large; one sentence says
    /// which.</exception>
    public static SourceDocument Open(Stream stream, string fileName)
    {
        var bytes = ReadAll(stream);
        var name = Path.GetFileName(fileName);
        return bytes switch
        {
            [] => throw new UnreadableFileException("empty"),
            [(byte)'P', (byte)'K', 3 or 5 or 7, ..] => OpenPackage(bytes, name),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => OpenCompound(bytes, name),
            [0x09, 0x08 or 0x04 or 0x02 or 0x00, ..] => OldWorkbook.Read(bytes, name),
            _ => OpenOther(bytes, name),
        };
    }

    /// <summary>Opens a zip container by what its main part is.</summary>
    internal static SourceDocument OpenPackage(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        using var package = new OfficePackage(stream);
        var main = package.MainPart();
        using var reader = main is null || main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) ? null : package.Open(main);
        return Root(reader) switch
        {
            _ when main?.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) == true => OldWorkbook.Read(bytes, name),
            "document" or "wordDocument" => WordDocument.Read(package, main!, name),
            "workbook" => Workbook.Read(package, main!, name),
            _ when OtherFormat.InPackage(package) is { } other => LibreOffice.Open(bytes, other, name),
            _ => throw new UnreadableFileException(package.HasUnder("ppt/") ? "slides" : "archive"),
        };
    }

    static string? Root(XmlReader? reader)
    {
        try
        {
            return reader?.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
        }
        catch (XmlException error)
        {
            throw new UnreadableFileException("bad_xml", error);
        }
    }

    static SourceDocument OpenCompound(byte[] bytes, string name)
    {
        if (bytes.AsSpan().IndexOf(EncryptedPackage) >= 0)
            throw new UnreadableFileException("encrypted");
        return OtherFormat.InCompound(bytes) is { } other ? LibreOffice.Open(bytes, other, name) : OldWorkbook.Read(bytes, name);
    }

    static SourceDocument OpenOther(byte[] bytes, string name)
    {
        if (bytes.AsSpan().StartsWith("%PDF"u8))
            return PdfFile.Read(bytes, name);
        if (bytes.AsSpan().StartsWith("{\\rtf"u8))
            return LibreOffice.Open(bytes, OtherFormat.RichText, name);
        if (FileSignature.Explain(bytes) is { } reason)
            throw new UnreadableFileException(reason);
        if (WebArchive.IsOne(bytes))
            return HtmlDocument.Read(WebArchive.Pages(bytes), name);
        if (XmlFile.Open(bytes, name) is { } document)
            return document;
        var text = TextDecoding.Decode(bytes);
        return XmlFile.IsPage(bytes) ? HtmlDocument.Read([text], name) : TextDocument.Read(text, name);
    }

    static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (copy.Length + read > LargestFile)
                throw new UnreadableFileException("file_too_large", null, ("limit", LargestFile / 1024 / 1024));
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }
}
