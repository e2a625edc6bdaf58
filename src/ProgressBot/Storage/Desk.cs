using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ProgressBot.Storage;

/// <summary>The one connection that the write queue works at for as long as nothing breaks, with its statements prepared.</summary>
sealed class Desk : IDisposable
{
    // ms, KiB and pages: another process may be writing; what turns read and write again and again stays in memory (more would only be walked through when the file
    // grows), and reaches the database file seldom; what a savepoint needs to be undone is nobody's after a crash and needs no file
    const string Settings = "PRAGMA busy_timeout=30000; PRAGMA cache_size=-4096; PRAGMA wal_autocheckpoint=16000; PRAGMA temp_store=MEMORY;";

    readonly RecordClock _clock;
    readonly SqliteConnection _connection;
    readonly Statement _begin, _version, _mark, _keep, _undo, _commit;
    int? _seen;

    public Desk(BotDb db, RecordClock clock)
    {
        (Db, _clock) = (db, clock);
        // the transaction is begun and ended here, and each unit of work has its savepoint
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        // what has changed is found out once per saving, by Note
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Database.OpenConnection();
        db.Database.ExecuteSqlRaw(Settings);
        _connection = (SqliteConnection)db.Database.GetDbConnection();
        _begin = new Statement(_connection, "BEGIN IMMEDIATE");
        _version = new Statement(_connection, "PRAGMA data_version");
        _mark = new Statement(_connection, "SAVEPOINT work");
        _keep = new Statement(_connection, "RELEASE work");
        _undo = new Statement(_connection, "ROLLBACK TO work");
        _commit = new Statement(_connection, "COMMIT");
        db.SavingChanges += Note;
    }

    public BotDb Db { get; }

    /// <summary>Begins a transaction. Whoever else has written to the database meanwhile, in this process or another, makes what is in memory old.</summary>
    public void Begin()
    {
        _begin.Run();
        _version.Step();
        var version = _version.Int32(0);
        _version.Reset();
        if (version != _seen) _clock.MoveAll();
        _seen = version;
    }

    public void Commit() => _commit.Run();

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
        // pooled: the next to get it must not tell us of its changes
        Db.SavingChanges -= Note;
        (Db.Database.AutoTransactionBehavior, Db.ChangeTracker.AutoDetectChangesEnabled) = (AutoTransactionBehavior.WhenNeeded, true);
        // what broke may have left it open
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0) raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
        foreach (var statement in new[] { _begin, _version, _mark, _keep, _undo, _commit }) statement.Dispose();
        Db.Dispose();
    }

    void Note(object? sender, SavingChangesEventArgs _)
    {
        Db.ChangeTracker.DetectChanges();
        RecordChanges.Note(_clock, Db.ChangeTracker);
    }
}
