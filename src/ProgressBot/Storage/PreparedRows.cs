using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ProgressBot.Storage;

/// <summary>
/// Writes entities row by row through statements that stay prepared, past the tracker, which would be most of a turn's time: for what turns and sweeps write over and
/// over. Nothing is fixed up: foreign keys have to be set. For units of work of the write queue only, one caller at a time.
/// </summary>
sealed class PreparedRows(RecordClock clock) : IDisposable
{
    readonly Dictionary<Type, RowMapping> _mappings = [];
    readonly Dictionary<(Type, Kind), Statement> _written = [];
    readonly Dictionary<string, Statement> _asked = [];
    sqlite3? _connection;

    enum Kind { Insert, InsertNew, Upsert, Update }

    /// <summary>Adds a row. An entity that the database numbers has its number afterwards.</summary>
    /// <exception cref="SqliteException">Its key is there already.</exception>
    public void Insert(BotDb db, object entity)
    {
        var mapping = MappingOf(db, entity);
        mapping.BindInsert(Ready(db, entity, Kind.Insert, mapping), entity).Run();
        mapping.Number(entity, raw.sqlite3_last_insert_rowid(_connection!));
        RecordChanges.Note(clock, entity);
    }

    /// <summary>Adds a row unless its key is there already. False when it is.</summary>
    public bool InsertNew(BotDb db, object entity)
    {
        var mapping = MappingOf(db, entity);
        var added = mapping.BindInsert(Ready(db, entity, Kind.InsertNew, mapping), entity).Run() == 1;
        if (added) RecordChanges.Note(clock, entity);
        return added;
    }

    /// <summary>Adds a row, or changes the one that has its key.</summary>
    public void Upsert(BotDb db, object entity)
    {
        var mapping = MappingOf(db, entity);
        mapping.BindInsert(Ready(db, entity, Kind.Upsert, mapping), entity).Run();
        RecordChanges.Note(clock, entity);
    }

    /// <summary>Writes all of a row but what it belongs to: keys, foreign keys and members of unique indexes never change.</summary>
    /// <exception cref="DbUpdateConcurrencyException">There is no such row.</exception>
    public void Update(BotDb db, object entity)
    {
        var mapping = MappingOf(db, entity);
        if (mapping.BindUpdate(Ready(db, entity, Kind.Update, mapping), entity).Run() != 1) throw new DbUpdateConcurrencyException($"{entity.GetType().Name} is not there.");
        RecordChanges.Note(clock, entity);
    }

    /// <summary>Runs any other statement that changes nothing in the records that turns keep in memory.</summary>
    public int Run(BotDb db, string sql, params ReadOnlySpan<object?> values) => Bind(Asked(db, sql), values).Run();

    public List<T> Read<T>(BotDb db, string sql, Func<Statement, T> row, params ReadOnlySpan<object?> values)
    {
        var statement = Bind(Asked(db, sql), values);
        try
        {
            var rows = new List<T>();
            while (statement.Step()) rows.Add(row(statement));
            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _written.Values.Concat(_asked.Values)) statement.Dispose();
        _written.Clear();
        _asked.Clear();
    }

    RowMapping MappingOf(BotDb db, object entity)
    {
        if (!_mappings.TryGetValue(entity.GetType(), out var mapping))
            mapping = _mappings[entity.GetType()] = new RowMapping(db.Model.FindEntityType(entity.GetType())!);
        return mapping;
    }

    Statement Ready(BotDb db, object entity, Kind kind, RowMapping mapping)
    {
        var connection = ConnectionOf(db);
        var key = (entity.GetType(), kind);
        if (!_written.TryGetValue(key, out var statement)) statement = _written[key] = new Statement(connection, Sql(mapping, kind));
        return statement;
    }

    Statement Asked(BotDb db, string sql)
    {
        var connection = ConnectionOf(db);
        if (!_asked.TryGetValue(sql, out var statement)) statement = _asked[sql] = new Statement(connection, sql);
        return statement;
    }

    // after something broke the write queue opens its connection anew: the same object may then stand for another one of the database's
    SqliteConnection ConnectionOf(BotDb db)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        if (connection.Handle != _connection) Dispose();
        _connection = connection.Handle;
        return connection;
    }

    static string Sql(RowMapping mapping, Kind kind) => kind switch
    {
        Kind.Insert => mapping.Insert,
        Kind.InsertNew => mapping.InsertNew,
        Kind.Upsert => mapping.Upsert,
        _ => mapping.Update,
    };

    static Statement Bind(Statement statement, ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++) statement.Bind(index + 1, values[index]);
        return statement;
    }
}
