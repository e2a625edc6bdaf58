namespace ProgressBot.Storage;

/// <summary>A file somebody sent, or the bot made, and where its bytes are found.</summary>
internal sealed class StoredFile
{
    /// <summary>Random, 160 bits, safe in a path and a URL. Who knows it may read the file.</summary>
    public required string Key { get; init; }

    /// <summary>As the sender called it, without any path; at most 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Decided from the content.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Of the bytes, lower-case hexadecimal: the same proof sent twice has the same one.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}
