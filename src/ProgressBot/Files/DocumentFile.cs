using System.Text;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Office;

namespace ProgressBot.Files;

/// <summary>Opens a plan in any of the formats that offices send. The content decides, the name does not.</summary>
public static class DocumentFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
    static readonly byte[] WordStream = Encoding.Unicode.GetBytes("WordDocument");

    /// <summary>Reads the whole stream.</summary>
    /// <exception cref="UnreadableFileException">The format is unknown, damaged, encrypted or too large; one Chinese sentence says which.</exception>
    public static SourceDocument Open(Stream stream, string fileName)
    {
        var bytes = ReadAll(stream);
        var name = Path.GetFileName(fileName);
        return bytes switch
        {
            [] => throw new UnreadableFileException("文件是空的。"),
            [(byte)'P', (byte)'K', 3 or 5 or 7, ..] => OpenPackage(bytes, name),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => OpenCompound(bytes, name),
            [0x09, 0x08 or 0x04 or 0x02 or 0x00, ..] => Workbook.Read(new MemoryStream(bytes), name),
            _ => OpenOther(bytes, name),
        };
    }

    static SourceDocument OpenPackage(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        using var package = new OfficePackage(stream);
        if (package.Has(WordDocument.MainPart))
            return WordDocument.Read(package, name);
        if (package.HasUnder("xl/"))
            return Workbook.Read(new MemoryStream(bytes), name, package);
        throw new UnreadableFileException("这是压缩包或不支持的格式，请直接上传 Word、Excel 或文本格式的任务书。");
    }

    static SourceDocument OpenCompound(byte[] bytes, string name)
    {
        if (bytes.AsSpan().IndexOf(EncryptedPackage) >= 0)
            throw new UnreadableFileException("文件已加密，请取消密码后再上传。");
        if (bytes.AsSpan().IndexOf(WordStream) >= 0)
            throw new UnreadableFileException("这是旧版 Word（.doc）文件，请另存为 .docx 后再上传。");
        return Workbook.Read(new MemoryStream(bytes), name);
    }

    static SourceDocument OpenOther(byte[] bytes, string name) =>
        FileSignature.Explain(bytes) is { } reason
            ? throw new UnreadableFileException(reason)
            : TextDocument.Read(TextDecoding.Decode(bytes), name);

    static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (copy.Length + read > LargestFile)
                throw new UnreadableFileException($"文件超过 {LargestFile / 1024 / 1024} MB，请只上传任务书本身。");
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }
}
