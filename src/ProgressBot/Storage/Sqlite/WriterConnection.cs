using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Win32.SafeHandles;
using SQLitePCL;

namespace ProgressBot.Storage.Sqlite;

/// <summary>The one connection that the write queue uses for as long as nothing breaks, with its statements prepared.</summary>
sealed class WriterConnection : IDisposable
{
    // ms, KiB and pages: another process may be writing; what turns read and write again and again stays in memory (more would only be walked through when the file
    // grows), and reaches the database file seldom; what a savepoint needs to be undone is nobody's after a crash and needs no file; commits are synced by LogSync, while
    // checkpoints still sync on their own, the log before the database
    const string Settings =
        "PRAGMA busy_timeout=30000; PRAGMA cache_size=-4096; PRAGMA wal_autocheckpoint=16000; PRAGMA temp_store=MEMORY; PRAGMA synchronous=NORMAL;";

    readonly RecordClock _clock;
    readonly SqliteConnection _connection;
    readonly PreparedStatement _begin, _version, _mark, _keep, _undo, _commit;
    readonly Action<SafeFileHandle> _flush;
    readonly RowNumbering _numbering;
    LogSync? _sync;
    int? _seen;

    public WriterConnection(BotDb db, RecordClock clock, RowNumbering numbering, Action<SafeFileHandle> flush)
    {
        (Db, _clock, _numbering, _flush) = (db, clock, numbering, flush);
        // the transaction is begun and ended here, and each unit of work has its savepoint
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.Database.OpenConnection();
        db.Database.ExecuteSqlRaw(Settings);
        _connection = (SqliteConnection)db.Database.GetDbConnection();
        _begin = new PreparedStatement(_connection, "BEGIN IMMEDIATE");
        _version = new PreparedStatement(_connection, "PRAGMA data_version");
        _mark = new PreparedStatement(_connection, "SAVEPOINT work");
        _keep = new PreparedStatement(_connection, "RELEASE work");
        _undo = new PreparedStatement(_connection, "ROLLBACK TO work");
        _commit = new PreparedStatement(_connection, "COMMIT");
    }

    public BotDb Db { get; }

    /// <summary>False when nothing more that is committed here would be called safe.</summary>
    public bool IsSound => _sync is not { HasFailed: true };

    /// <summary>Begins a transaction. Whoever else has written to the database meanwhile, in this process or another, makes what is in memory old.</summary>
    public void Begin()
    {
        _begin.Run();
        _version.Step();
        var version = _version.Int32(0);
        _version.Reset();
        if (version != _seen)
        {
            _clock.MoveAll();
            _numbering.Forget();
        }
        _seen = version;
    }

    /// <summary>Commits, and tells them when that is on the disk.</summary>
    public void Commit(IReadOnlyList<TaskCompletionSource> done)
    {
        // the log is there since the transaction began; if it cannot be opened, nothing is committed
        _sync ??= new LogSync(raw.sqlite3_db_filename(_connection.Handle, "main").utf8_to_string() + "-wal", _flush);
        _commit.Run();
        if (done.Count > 0) _sync.Tell(done);
    }

    /// <summary>Brings everything from the log to the database file, syncs that, and empties the log.</summary>
    /// <exception cref="IOException">Somebody has been reading from the log for longer than the busy timeout.</exception>
    public void EmptyLog()
    {
        using var checkpoint = new PreparedStatement(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        checkpoint.Step();
        if (checkpoint.Int32(0) != 0) throw new IOException("the log of the database is being read and cannot be emptied");
    }

    /// <summary>Saves what is tracked, if anything is.</summary>
    public Task SaveAsync() => Db.ChangeTracker.Entries().Any() ? Db.SaveChangesAsync() : Task.CompletedTask;

    public void Mark() => _mark.Run();
    public void Keep() => _keep.Run();

    public void Undo()
    {
        _undo.Run();
        _keep.Run();
    }

    public void Dispose()
    {
        _sync?.Dispose();
        Db.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
        // what broke may have left it open
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0) raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
        foreach (var statement in new[] { _begin, _version, _mark, _keep, _undo, _commit }) statement.Dispose();
        Db.Dispose();
    }
}
