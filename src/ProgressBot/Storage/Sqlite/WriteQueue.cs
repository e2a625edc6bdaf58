using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Win32.SafeHandles;

namespace ProgressBot.Storage.Sqlite;

/// <summary>
/// Everything that writes goes through here, one unit of work after another: SQLite has one writer anyway, and in a line nobody has to be locked out. What is
/// waiting when a transaction begins is committed together, each in a savepoint of its own; a unit of work is done when its transaction has reached the disk. Meanwhile
/// the next transaction is written, and whoever reads sees what is committed, a moment before it is safe; what is to leave the house is claimed here first, so it never
/// speaks of what could still be lost.
/// </summary>
sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>Units of work per transaction at most.</summary>
    const int MostTogether = 64;

    readonly IDbContextFactory<BotDb> _databases;
    readonly RecordClock _clock;
    readonly RowNumbering _numbering;
    readonly Action<SafeFileHandle> _flush;
    readonly Channel<Work> _waiting = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    readonly Task _loop;
    WriterConnection? _connection;
    bool _isLogInDoubt;

    /// <param name="flush">Brings a file to the disk; the system's way unless given.</param>
    public WriteQueue(IDbContextFactory<BotDb> databases, RecordClock clock, RowNumbering numbering, Action<SafeFileHandle>? flush = null)
    {
        (_databases, _clock, _numbering, _flush) = (databases, clock, numbering, flush ?? RandomAccess.FlushToDisk);
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Runs a unit of work and returns when it is committed. If it throws, only its own changes are undone and the caller gets the exception.</summary>
    public async Task<T> RunAsync<T>(Func<BotDb, Task<T>> work, CancellationToken cancellationToken = default)
    {
        var result = default(T);
        var item = new Work(async db => result = await work(db), cancellationToken);
        await _waiting.Writer.WriteAsync(item, cancellationToken);
        await item.Done.Task;
        return result!;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        Close();
    }

    async Task LoopAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var batch = new List<Work>();
            while (batch.Count < MostTogether && _waiting.Reader.TryRead(out var work))
                if (!work.Cancelled.IsCancellationRequested) batch.Add(work);
                else work.Done.TrySetCanceled(work.Cancelled);
            if (batch.Count > 0) await CommitAsync(batch);
        }
    }

    async Task CommitAsync(List<Work> batch)
    {
        try
        {
            var connection = Sound();
            connection.Begin();
            var done = new List<TaskCompletionSource>();
            foreach (var work in batch)
                if (await TryAsync(connection, work)) done.Add(work.Done);
            connection.Commit(done);
        }
        catch (Exception error)
        {
            Close();
            // what was loaded meanwhile may have seen changes that never came to be
            _clock.MoveAll();
            // the whole transaction is gone: nobody in it may believe otherwise
            foreach (var work in batch) work.Done.TrySetException(error);
        }
    }

    WriterConnection Sound()
    {
        if (_connection is { IsSound: false }) Close();
        var connection = _connection ??= new WriterConnection(_databases.CreateDbContext(), _clock, _numbering, _flush);
        if (_isLogInDoubt) connection.EmptyLog();
        _isLogInDoubt = false;
        return connection;
    }

    void Close()
    {
        if (_connection is null) return;
        _connection.Dispose();
        // the last of its commits have been waited for
        _isLogInDoubt |= !_connection.IsSound;
        _connection = null;
    }

    async Task<bool> TryAsync(WriterConnection connection, Work work)
    {
        connection.Mark();
        try
        {
            await work.Run(connection.Db);
            await connection.SaveAsync();
            connection.Keep();
            return true;
        }
        catch (Exception error)
        {
            connection.Undo();
            _clock.MoveAll();
            work.Done.TrySetException(error);
            return false;
        }
        finally
        {
            connection.Db.ChangeTracker.Clear();
        }
    }

    sealed record Work(Func<BotDb, Task> Run, CancellationToken Cancelled)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
