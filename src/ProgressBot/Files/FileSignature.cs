namespace ProgressBot.Files;

/// <summary>Formats that are known by their first bytes and hold no text that could be read.</summary>
internal static class FileSignature
{
    const string Picture = "这是图片，没有可读取的文字，请上传 Word、Excel 或文本格式的任务书。";

    static readonly (byte[] Start, string Reason)[] Known =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], Picture),
        ([0xFF, 0xD8, 0xFF], Picture),
        ("GIF8"u8.ToArray(), Picture),
        ([(byte)'I', (byte)'I', 0x2A, 0], Picture),
        ([(byte)'M', (byte)'M', 0, 0x2A], Picture),
        ("RIFF"u8.ToArray(), Picture),
        ("%PDF"u8.ToArray(), "暂不支持 PDF，请上传 Word 或 Excel 格式，或把表格文字粘贴成文本文件。"),
        ("{\\rtf"u8.ToArray(), "暂不支持 RTF，请另存为 .docx 后再上传。"),
        ("Rar!"u8.ToArray(), "这是压缩包，请解压后上传其中的任务书。"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "这是压缩包，请解压后上传其中的任务书。"),
        ([0x1F, 0x8B], "这是压缩包，请解压后上传其中的任务书。"),
    ];

    /// <summary>Why the file cannot be read, as one sentence; null when it may be text.</summary>
    public static string? Explain(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, reason) in Known)
            if (bytes.StartsWith(start))
                return reason;
        return null;
    }
}
