using ProgressBot.Core.Dialogs;
using ProgressBot.Storage;

namespace ProgressBot.Channels;

/// <summary>Why a file was not taken, one sentence for its sender: the same on every channel.</summary>
internal static class FileWords
{
    const int Megabyte = 1024 * 1024;

    /// <param name="why">Null when the file could not be fetched.</param>
    /// <param name="largest">How large a file may be, in bytes.</param>
    public static string Text(Wording wording, FileRefusal? why, string name, long largest) => wording.Text(
        why is { } reason ? $"file_refused.{Phrasing.Name(reason)}" : "file_refused.not_fetched",
        ("name", name), ("megabytes", largest / Megabyte));

    /// <summary>Several files are more than one request may hold.</summary>
    public static string TooLargeTogether(Wording wording, long largest) =>
        wording.Text("file_refused.too_large_together", ("megabytes", largest / Megabyte));
}
