using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace ProgressBot.Storage;

/// <summary>
/// Evidence and other files, one file on disk per key under <c>files/</c> of the data directory, described by a row each. A file is whole on the disk
/// before its row exists. What may be stored is decided from the content (<see cref="FileContent"/>), never from what the sender claims.
/// </summary>
internal sealed class FileStore(IDbContextFactory<BotDb> databases, string dataDirectory, TimeProvider clock)
{
    const int CopyBytes = 64 * 1024;
    const int LongestName = 200;

    readonly string root = Directory.CreateDirectory(Path.Combine(dataDirectory, "files")).FullName;

    /// <summary>Keeps what the stream holds, or says why not; then nothing is kept.</summary>
    /// <param name="name">The sender's name for it; any path in it is dropped.</param>
    /// <param name="maxBytes">The largest size taken.</param>
    public async Task<FileSaving> SaveAsync(string name, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var incoming = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "incoming")).FullName, key);
        try
        {
            var received = await ReceiveAsync(content, incoming, maxBytes, cancellationToken);
            if (received is null)
                return new FileSaving.Refused(FileRefusal.TooLarge);
            var plainName = PlainName(name);
            return FileContent.Examine(incoming, plainName) switch
            {
                FileContent.Verdict.Allowed allowed => await KeepAsync(incoming, new StoredFile
                {
                    Key = key,
                    Name = plainName,
                    ContentType = allowed.ContentType,
                    Size = received.Value.Size,
                    Sha256 = received.Value.Sha256,
                    StoredAt = clock.GetUtcNow(),
                }, cancellationToken),
                FileContent.Verdict.Refused refused => new FileSaving.Refused(refused.Why),
                _ => throw new InvalidOperationException(),
            };
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>The description of a file, null when there is none under that key.</summary>
    public async Task<StoredFile?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(file => file.Key == key, cancellationToken);
    }

    /// <summary>Where the bytes lie.</summary>
    public string PathOf(StoredFile file) => Path.Combine(root, file.Key[..2], file.Key);

    /// <summary>Forgets a file that turned out not to belong to anything.</summary>
    public async Task DeleteAsync(StoredFile file, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<StoredFile>().Where(row => row.Key == file.Key).ExecuteDeleteAsync(cancellationToken);
        File.Delete(PathOf(file));
    }

    static async Task<(long Size, string Sha256)?> ReceiveAsync(Stream content, string path, long maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        try
        {
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (file.Length + read > maxBytes)
                    return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            file.Flush(flushToDisk: true);
            return (file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    async Task<FileSaving> KeepAsync(string incoming, StoredFile file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.Move(incoming, PathOf(file));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Add(file);
        await db.SaveChangesAsync(cancellationToken);
        return new FileSaving.Saved(file);
    }

    static string PlainName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(letter => !char.IsControl(letter) && letter is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))).Trim(' ', '.');
        return clean.Length switch
        {
            0 => "file",
            > LongestName => clean[..(LongestName - 20)] + Path.GetExtension(clean)[..Math.Min(20, Path.GetExtension(clean).Length)],
            _ => clean,
        };
    }
}

/// <summary>What became of a file handed to <see cref="FileStore"/>.</summary>
internal abstract record FileSaving
{
    private FileSaving() { }

    public sealed record Saved(StoredFile File) : FileSaving;

    public sealed record Refused(FileRefusal Why) : FileSaving;
}

/// <summary>Why a file is not taken.</summary>
internal enum FileRefusal
{
    TooLarge,
    Empty,

    /// <summary>A program or a script, by content, by name, or inside an archive.</summary>
    Program,

    /// <summary>A document that asks for a password.</summary>
    Encrypted,

    /// <summary>An archive or office document that cannot be opened.</summary>
    Damaged,

    /// <summary>Not on the list of documents, pictures, recordings and archives.</summary>
    UnknownType,
}
