using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns;

/// <summary>
/// The dialogs as they stand in their folder, read anew when a file changes. A broken edit keeps the last good version and says file, line and reason in the log.
/// </summary>
sealed class DialogLibrary : IDisposable
{
    static readonly DialogNames Names = DialogNames.All();

    readonly Lock _reading = new();
    readonly string _folder;
    readonly ILogger<DialogLibrary> _log;
    readonly FileSystemWatcher _watcher;
    volatile DialogEngine _engine;
    volatile DialogBook _book;

    /// <exception cref="DialogFileException">The files cannot be used as they are; there is no last good version yet.</exception>
    public DialogLibrary(string folder, ILogger<DialogLibrary> log)
    {
        (_folder, _log) = (folder, log);
        _book = Read(folder);
        _engine = new DialogEngine(_book, Names);
        _watcher = new FileSystemWatcher(folder, "*.yaml") { IncludeSubdirectories = true, EnableRaisingEvents = true };
        _watcher.Changed += (_, _) => Reload();
        _watcher.Created += (_, _) => Reload();
        _watcher.Renamed += (_, _) => Reload();
    }

    public DialogEngine Engine => _engine;
    public DialogBook Book => _book;

    /// <summary>Reads and checks a folder of dialogs.</summary>
    /// <exception cref="DialogFileException">Something in it cannot be used.</exception>
    public static DialogBook Read(string folder)
    {
        var book = DialogBook.Read(FilesIn(folder));
        if (DialogCheck.Check(book, Names) is [var fault, ..]) throw new DialogFileException(new Place(folder, 0), fault);
        return book;
    }

    /// <summary>Everything that is wrong with a folder of dialogs, a line each.</summary>
    public static IReadOnlyList<string> Faults(string folder)
    {
        try
        {
            return DialogCheck.Check(DialogBook.Read(FilesIn(folder)), Names);
        }
        catch (DialogFileException fault)
        {
            return [fault.Message];
        }
    }

    /// <summary>Reads the folder again; what cannot be used is logged, and the version before stays.</summary>
    internal void Reload()
    {
        // one edit raises several events: read one after the other, so that the last reading is the one that stays
        lock (_reading)
        {
            try
            {
                _book = Read(_folder);
                _engine = new DialogEngine(_book, Names);
                _log.LogInformation("dialogs read anew");
            }
            catch (Exception fault) when (fault is DialogFileException or IOException)
            {
                _log.LogError("the edit is not used, the last good version stays: {Fault}", fault.Message);
            }
        }
    }

    public void Dispose() => _watcher.Dispose();

    static IEnumerable<(string Path, string Text)> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
        .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
        .OrderBy(file => file.Path, StringComparer.Ordinal);
}
