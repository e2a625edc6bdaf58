using ProgressBot.Core.Reminding;

namespace ProgressBot.Reminding;

/// <summary>
/// The working calendar in force: the built-in one, and over it the office's own file where there is one. The file may be edited while the bot runs; while it
/// has mistakes, or is gone, the last good one stays in force and the log says what is wrong.
/// </summary>
internal sealed class CalendarFile(string? path, WorkingCalendar builtIn, ILogger<CalendarFile> log)
{
    (DateTime WrittenAt, long Length)? _seen;
    volatile WorkingCalendar? _current;

    public WorkingCalendar Current => _current ?? builtIn;

    /// <summary>What is wrong with the file as it stands now; empty when it is in force or there is none.</summary>
    public IReadOnlyList<CalendarError> Errors { get; private set; } = [];

    /// <summary>Reads the file when it has changed since the last look. Not to be called twice at the same time.</summary>
    public void Refresh()
    {
        if (path is null || Stamp(path) is var stamp && stamp == _seen) return;
        _seen = stamp;
        var reading = Read(path);
        Errors = reading.Errors;
        foreach (var error in reading.Errors) log.LogError("Working calendar: {Error}; the last good one stays in force", error);
        if (reading.Calendar is not { } calendar) return;
        _current = calendar;
        log.LogInformation("Working calendar: {Path} is in force", path);
    }

    static (DateTime, long)? Stamp(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : (default, -1);
    }

    CalendarReading Read(string path)
    {
        try
        {
            return WorkingCalendar.Parse(File.ReadAllText(path), path, builtIn);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new CalendarReading(null, [new CalendarError(path, 1, unreadable.Message)]);
        }
    }
}
