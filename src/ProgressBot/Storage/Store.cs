using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage.Sqlite;

namespace ProgressBot.Storage;

/// <summary>
/// The one door to the record. Everything that changes it is a unit of work in the one line of writers: it reads, decides, and saves the changes that were
/// decided, in one transaction.
/// </summary>
sealed class Store(WriteQueue writes, PreparedRows rows, RowNumbering numbering, RecordClock clock, TimeProvider time)
{
    /// <summary>Runs a unit of work and returns when it is on the disk. If it throws, its own changes are undone and the caller gets the exception.</summary>
    public Task<T> RunAsync<T>(Func<UnitOfWork, Task<T>> work, CancellationToken cancellationToken = default) =>
        writes.RunAsync(db => work(new UnitOfWork(db, rows, numbering, clock, time)), cancellationToken);

    /// <summary>Saves what was decided.</summary>
    public Task SaveAsync(Func<UnitOfWork, Task<Changes>> decide, CancellationToken cancellationToken = default) => RunAsync(async unit =>
    {
        unit.Save(await decide(unit));
        return true;
    }, cancellationToken);
}

/// <summary>A unit of work while its transaction is open.</summary>
/// <param name="db">To read with.</param>
sealed class UnitOfWork(BotDb db, PreparedRows rows, RowNumbering numbering, RecordClock clock, TimeProvider time)
{
    const string StampOfPlans = $"SELECT Value FROM Stamps WHERE Name = '{Stamp.Plans}'";

    public BotDb Db => db;

    /// <summary>The time at which everything in it happens.</summary>
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>Numbers for rows that are new.</summary>
    public RowNumbers Numbers { get; } = new(row => numbering.Next(db, row));

    /// <summary>The number that the next new row of a kind will get.</summary>
    public int NextNumber<T>() => numbering.Peek(db, typeof(T));

    /// <summary>Writes rows, in order, and puts the messages into the outbox.</summary>
    public void Save(Changes changes)
    {
        Save(changes.Rows);
        foreach (var letter in changes.Letters) Write(RowChange.Add(OutboxMessage.Of(letter, Now)));
    }

    public void Save(params IEnumerable<RowChange> changes)
    {
        var isAboutPlans = false;
        foreach (var change in changes)
        {
            Write(change);
            isAboutPlans |= Stamp.IsOfPlans(change.Row);
        }
        if (isAboutPlans) Write(RowChange.Put(new Stamp { Name = Stamp.Plans, Value = 1 + rows.Read(db, StampOfPlans, row => row.Int64(0)).FirstOrDefault() }));
    }

    /// <summary>Adds a row unless its key is there already. False when it is.</summary>
    public bool TryAdd(object row) => rows.InsertMissing(db, row);

    /// <summary>Reads rows by a statement that stays prepared.</summary>
    public List<T> Read<T>(string sql, Func<PreparedStatement, T> row, params ReadOnlySpan<object?> values) => rows.Read(db, sql, row, values);

    void Write(RowChange change)
    {
        switch (change.Action)
        {
            case RowAction.Add: rows.Insert(db, change.Row); break;
            case RowAction.Ensure: rows.InsertMissing(db, change.Row); break;
            case RowAction.Put: rows.Upsert(db, change.Row); break;
            case RowAction.Change: rows.Update(db, change.Row); break;
            case RowAction.Remove: rows.Delete(db, change.Row); break;
            default: throw new ArgumentOutOfRangeException(nameof(change));
        }
        RecordScope.Note(clock, change.Row);
    }
}
