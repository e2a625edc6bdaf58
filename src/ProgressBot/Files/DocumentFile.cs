using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files;

/// <summary>Opens a plan in any of the formats that offices send. The content decides, the name does not.</summary>
public static class DocumentFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    /// <summary>Reads the whole stream.</summary>
    /// <exception cref="UnreadableFileException">The format is unknown, damaged, encrypted or too large; one Chinese sentence says which.</exception>
    public static SourceDocument Open(Stream stream, string fileName)
    {
        var bytes = ReadAll(stream);
        return TextDocument.Read(TextDecoding.Decode(bytes), Path.GetFileName(fileName));
    }

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
