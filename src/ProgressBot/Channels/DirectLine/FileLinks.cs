using ProgressBot.Channels.Activities;
using ProgressBot.Storage;

namespace ProgressBot.Channels.DirectLine;

/// <summary>Where stored files are fetched from: an address nobody can guess, ending in the file's name.</summary>
internal static class FileLinks
{
    public const string Pattern = "/files/{key}/{name}";

    /// <summary>The path of a file on our own server.</summary>
    public static string Path(StoredFile file) => $"/files/{file.Key}/{Uri.EscapeDataString(file.Name)}";

    public static Attachment Attachment(StoredFile file, HttpRequest request)
    {
        var url = $"{request.Scheme}://{request.Host}{Path(file)}";
        return new() { ContentType = file.ContentType, Name = file.Name, ContentUrl = url, ThumbnailUrl = IsPicture(file) ? url : null };
    }

    /// <summary>Whether browsers show it in place.</summary>
    public static bool IsPicture(StoredFile file) => file.ContentType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
}
