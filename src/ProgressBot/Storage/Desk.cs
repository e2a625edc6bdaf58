using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ProgressBot.Storage;

/// <summary>The one connection that the write queue works at for as long as nothing breaks, with its statements prepared.</summary>
sealed class Desk : IDisposable
{
    // in KiB and pages: what turns read and write again and again stays in memory (more would only be walked through when the file grows), and reaches the database file seldom;
    // what a savepoint needs to be undone is nobody's after a crash and needs no file
    const string Settings = "PRAGMA cache_size=-4096; PRAGMA wal_autocheckpoint=16000; PRAGMA temp_store=MEMORY;";

    readonly RecordClock _clock;
    readonly Statement _version, _mark, _keep, _undo;
    IDbContextTransaction? _transaction;
    int? _seen;

    public Desk(BotDb db, RecordClock clock)
    {
        (Db, _clock) = (db, clock);
        // each unit of work has its savepoint already
        db.Database.AutoSavepointsEnabled = false;
        // what has changed is found out once per saving, by Note
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Database.OpenConnection();
        db.Database.ExecuteSqlRaw(Settings);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        _version = new Statement(connection, "PRAGMA data_version");
        _mark = new Statement(connection, "SAVEPOINT work");
        _keep = new Statement(connection, "RELEASE work");
        _undo = new Statement(connection, "ROLLBACK TO work");
        db.SavingChanges += Note;
    }

    public BotDb Db { get; }

    /// <summary>Begins a transaction. Whoever else has written to the database meanwhile, in this process or another, makes what is in memory old.</summary>
    public void Begin()
    {
        _transaction = Db.Database.BeginTransaction();
        _version.Step();
        var version = _version.Int32(0);
        _version.Reset();
        if (version != _seen) _clock.MoveAll();
        _seen = version;
    }

    public void Commit()
    {
        _transaction!.Commit();
        _transaction.Dispose();
        _transaction = null;
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
        // pooled: the next to get it must not tell us of its changes
        Db.SavingChanges -= Note;
        (Db.Database.AutoSavepointsEnabled, Db.ChangeTracker.AutoDetectChangesEnabled) = (true, true);
        foreach (var statement in new[] { _version, _mark, _keep, _undo }) statement.Dispose();
        _transaction?.Dispose();
        Db.Dispose();
    }

    void Note(object? sender, SavingChangesEventArgs _)
    {
        Db.ChangeTracker.DetectChanges();
        RecordChanges.Note(_clock, Db.ChangeTracker);
    }
}
