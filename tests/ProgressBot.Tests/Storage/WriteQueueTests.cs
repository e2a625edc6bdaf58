using Microsoft.EntityFrameworkCore;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Storage;

public sealed class WriteQueueTests : IAsyncDisposable
{
    readonly TestDatabase _database = new();
    readonly WriteQueue _writes;

    public WriteQueueTests() => _writes = new WriteQueue(_database, new RecordClock(), new RowNumbering());

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Whoever_writes_from_another_process_is_waited_for()
    {
        await using var other = _database.CreateDbContext();
        var theirs = await other.Database.BeginTransactionAsync(Cancel);
        other.Add(Event("theirs"));
        await other.SaveChangesAsync(Cancel);

        var ours = _writes.RunAsync(db => Task.FromResult(db.Add(Event("ours"))), Cancel);
        await Task.WhenAny(ours, Task.Delay(TimeSpan.FromMilliseconds(300), Cancel));
        Assert.False(ours.IsCompleted);
        await theirs.CommitAsync(Cancel);
        await ours;

        Assert.Equal(["theirs", "ours"], await other.Set<EventRow>().OrderBy(row => row.Id).Select(row => row.Kind).ToListAsync(Cancel));
    }

    [Fact]
    public async Task What_fails_in_a_transaction_takes_nothing_of_the_others_with_it()
    {
        var begun = new TaskCompletionSource();
        var first = _writes.RunAsync(async db =>
        {
            await begun.Task;
            return db.Add(Event("first"));
        }, Cancel);
        var second = _writes.RunAsync<int>(async db =>
        {
            db.Add(Event("second"));
            await db.SaveChangesAsync(Cancel);
            throw new InvalidOperationException("on purpose");
        }, Cancel);
        var third = _writes.RunAsync(db => Task.FromResult(db.Add(Event("third"))), Cancel);
        begun.SetResult();

        await first;
        Assert.Equal("on purpose", (await Assert.ThrowsAsync<InvalidOperationException>(() => second)).Message);
        await third;

        await using var other = _database.CreateDbContext();
        Assert.Equal(["first", "third"], await other.Set<EventRow>().OrderBy(row => row.Id).Select(row => row.Kind).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_transaction_that_breaks_leaves_nothing_behind_and_the_next_goes_on()
    {
        // the foreign key is looked at when the transaction ends, too late for its savepoint
        var broken = _writes.RunAsync(async db =>
        {
            db.Add(Event("lost"));
            await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON; INSERT INTO Assignments (WorkItemId, UnitId, Role, RoleIsGuess) VALUES (98765, 98765, 'Lead', 0)", Cancel);
            return true;
        }, Cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => broken);

        await _writes.RunAsync(db => Task.FromResult(db.Add(Event("kept"))), Cancel);

        await using var other = _database.CreateDbContext();
        Assert.Equal(["kept"], await other.Set<EventRow>().Select(row => row.Kind).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Nobody_is_told_before_the_disk_has_it_and_the_next_are_written_meanwhile()
    {
        using var disk = new SemaphoreSlim(0);
        var flushed = new List<(long Length, long Log)>();
        await using var writes = new WriteQueue(_database, new RecordClock(), new RowNumbering(), log =>
        {
            flushed.Add((RandomAccess.GetLength(log), new FileInfo(_database.File + "-wal").Length));
            // a bound, or a test that fails would never end
            disk.Wait(TimeSpan.FromMinutes(1));
        });

        var first = writes.RunAsync(db => Task.FromResult(db.Add(Event("first"))), Cancel);
        await SeeAsync("first");
        var second = writes.RunAsync(db => Task.FromResult(db.Add(Event("second"))), Cancel);
        await SeeAsync("first", "second");
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);

        disk.Release();
        await first;
        Assert.False(second.IsCompleted);
        disk.Release();
        await second;
        Assert.Equal(2, flushed.Count);
        Assert.All(flushed, file => Assert.Equal(file.Log, file.Length));
    }

    [Fact]
    public async Task What_the_disk_refuses_is_not_called_safe_and_the_next_write_begins_with_an_empty_log()
    {
        var refuses = true;
        await using var writes = new WriteQueue(_database, new RecordClock(), new RowNumbering(), log =>
        {
            if (refuses) throw new IOException("the disk is gone");
            RandomAccess.FlushToDisk(log);
        });
        var log = new FileInfo(_database.File + "-wal");

        var refused = writes.RunAsync(db => Task.FromResult(db.Add(Event(new string('x', 100_000)))), Cancel);
        Assert.Equal("the disk is gone", (await Assert.ThrowsAsync<IOException>(() => refused)).Message);
        log.Refresh();
        Assert.True(log.Length > 100_000);

        refuses = false;
        await writes.RunAsync(db => Task.FromResult(db.Add(Event("kept"))), Cancel);
        log.Refresh();
        Assert.InRange(log.Length, 1, 100_000);
        await SeeAsync(new string('x', 100_000), "kept");
    }

    async Task SeeAsync(params string[] kinds)
    {
        await using var other = _database.CreateDbContext();
        for (var looks = 0; looks < 3000 && await other.Set<EventRow>().CountAsync(Cancel) < kinds.Length; looks++) await Task.Delay(10, Cancel);
        Assert.Equal(kinds, await other.Set<EventRow>().OrderBy(row => row.Id).Select(row => row.Kind).ToListAsync(Cancel));
    }

    static EventRow Event(string kind) => new() { Kind = kind, Json = "{}", At = new DateTimeOffset(2022, 9, 26, 2, 0, 0, TimeSpan.Zero) };
}
