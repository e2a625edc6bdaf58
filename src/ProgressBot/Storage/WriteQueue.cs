using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace ProgressBot.Storage;

/// <summary>
/// Everything that writes goes through here, one unit of work after another: SQLite has one writer anyway, and in a line nobody has to be locked out. What is
/// waiting when a transaction begins is committed together, each in a savepoint of its own; a unit of work is done when its transaction has reached the disk.
/// </summary>
sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>Units of work per transaction at most.</summary>
    const int MostTogether = 64;

    readonly IDbContextFactory<BotDb> _databases;
    readonly RecordClock _clock;
    readonly Channel<Work> _waiting = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    readonly Task _loop;
    Desk? _desk;

    public WriteQueue(IDbContextFactory<BotDb> databases, RecordClock clock)
    {
        (_databases, _clock) = (databases, clock);
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
        _desk?.Dispose();
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
        var done = new List<Work>();
        try
        {
            var desk = _desk ??= new Desk(_databases.CreateDbContext(), _clock);
            desk.Begin();
            foreach (var work in batch)
                if (await TryAsync(desk, work)) done.Add(work);
            desk.Commit();
        }
        catch (Exception error)
        {
            _desk?.Dispose();
            _desk = null;
            // what was loaded meanwhile may have seen changes that never came to be
            _clock.MoveAll();
            // the whole transaction is gone: nobody in it may believe otherwise
            foreach (var work in batch) work.Done.TrySetException(error);
            return;
        }
        foreach (var work in done) work.Done.TrySetResult();
    }

    async Task<bool> TryAsync(Desk desk, Work work)
    {
        desk.Mark();
        try
        {
            await work.Run(desk.Db);
            await desk.SaveAsync();
            desk.Keep();
            return true;
        }
        catch (Exception error)
        {
            desk.Undo();
            _clock.MoveAll();
            work.Done.TrySetException(error);
            return false;
        }
        finally
        {
            desk.Db.ChangeTracker.Clear();
        }
    }

    sealed record Work(Func<BotDb, Task> Run, CancellationToken Cancelled)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
