using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;

namespace ProgressBot.Storage.Sqlite;

/// <summary>
/// Brings commits to the disk while the next ones are being written. SQLite writes its log from front to back, so once the log is synced, every commit before that is
/// safe; whoever made them is told only then. A thread of its own, since it does nothing but wait for the disk, and the pool has no thread to spare for that.
/// </summary>
sealed class LogSync : IDisposable
{
    readonly SafeFileHandle _log;
    readonly Action<SafeFileHandle> _flush;
    readonly BlockingCollection<IReadOnlyList<TaskCompletionSource>> _committed = [];
    readonly Thread _thread;
    volatile Exception? _failure;

    /// <param name="log">The write-ahead log, which stays where it is for as long as the connection that writes it is open.</param>
    /// <param name="flush">Returns when everything in the file is on the disk.</param>
    public LogSync(string log, Action<SafeFileHandle> flush)
    {
        // to write, although nothing is written: some systems flush only then. Closing it lets go of none of SQLite's locks, which lie on the database file and the index
        _log = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        _flush = flush;
        _thread = new Thread(Run) { IsBackground = true, Name = nameof(LogSync) };
        _thread.Start();
    }

    /// <summary>The disk refused once. What the log holds from there on is in doubt, and so is everything after it: nothing is called safe any more.</summary>
    public bool HasFailed => _failure is not null;

    /// <summary>Tells them when what is committed now is safe.</summary>
    public void Tell(IReadOnlyList<TaskCompletionSource> committed) => _committed.Add(committed);

    /// <summary>Returns when everybody has been told.</summary>
    public void Dispose()
    {
        _committed.CompleteAdding();
        _thread.Join();
        _committed.Dispose();
        _log.Dispose();
    }

    void Run()
    {
        var together = new List<TaskCompletionSource>();
        foreach (var first in _committed.GetConsumingEnumerable())
        {
            together.AddRange(first);
            while (_committed.TryTake(out var more)) together.AddRange(more);
            Flush();
            foreach (var one in together)
                if (_failure is { } failure) one.TrySetException(failure);
                else one.TrySetResult();
            together.Clear();
        }
    }

    void Flush()
    {
        try
        {
            if (!HasFailed) _flush(_log);
        }
        catch (Exception error)
        {
            _failure = error;
        }
    }
}
