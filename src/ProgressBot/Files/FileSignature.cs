namespace ProgressBot.Files;

/// <summary>Formats that are known by their first bytes and hold no text that could be read.</summary>
internal static class FileSignature
{
    static readonly (byte[] Start, string Reason)[] Known =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "picture"),
        ([0xFF, 0xD8, 0xFF], "picture"),
        ("GIF8"u8.ToArray(), "picture"),
        ([(byte)'I', (byte)'I', 0x2A, 0], "picture"),
        ([(byte)'M', (byte)'M', 0, 0x2A], "picture"),
        ("RIFF"u8.ToArray(), "picture"),
        ("Rar!"u8.ToArray(), "packed"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "packed"),
        ([0x1F, 0x8B], "packed"),
    ];

    /// <summary>Why the file cannot be read, as the code of a sentence; null when it may be text.</summary>
    public static string? Explain(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, reason) in Known)
            if (bytes.StartsWith(start))
                return reason;
        return null;
    }
}
