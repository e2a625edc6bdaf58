using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ProgressBot.Storage.Sqlite;

/// <summary>
/// Writes rows through statements that stay prepared, past the tracker, which would be most of a turn's time. Nothing is fixed up: keys and foreign keys have to
/// be set. For units of work of the write queue only, one caller at a time.
/// </summary>
sealed class PreparedRows : IDisposable
{
    readonly Dictionary<Type, RowMapping> _mappings = [];
    readonly Dictionary<(Type, RowWrite), PreparedStatement> _written = [];
    readonly Dictionary<string, PreparedStatement> _asked = [];
    sqlite3? _connection;

    /// <summary>Adds a row.</summary>
    /// <exception cref="SqliteException">Its key is there already.</exception>
    public void Insert(BotDb db, object entity) => Run(db, entity, MappingOf(db, entity).IsNumbered(entity) ? RowWrite.Insert : RowWrite.InsertUnnumbered);

    /// <summary>Adds a row unless its key is there already. False when it is.</summary>
    public bool InsertMissing(BotDb db, object entity) => Run(db, entity, RowWrite.InsertMissing) == 1;

    /// <summary>Adds a row, or changes the one that has its key.</summary>
    public void Upsert(BotDb db, object entity) => Run(db, entity, RowWrite.Upsert);

    /// <summary>
    /// Writes all of a row but what it belongs to: keys, foreign keys that have to be there and members of unique indexes never change.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">There is no such row.</exception>
    public void Update(BotDb db, object entity)
    {
        if (Run(db, entity, RowWrite.Update) != 1) throw new DbUpdateConcurrencyException($"{entity.GetType().Name} is not there.");
    }

    public void Delete(BotDb db, object entity) => Run(db, entity, RowWrite.Delete);

    /// <summary>Reads rows by a statement that stays prepared.</summary>
    public List<T> Read<T>(BotDb db, string sql, Func<PreparedStatement, T> row, params ReadOnlySpan<object?> values)
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

    int Run(BotDb db, object entity, RowWrite write)
    {
        var (mapping, connection, key) = (MappingOf(db, entity), ConnectionOf(db), (entity.GetType(), write));
        if (!_written.TryGetValue(key, out var statement)) statement = _written[key] = new PreparedStatement(connection, mapping.Sql(write));
        return mapping.Bind(statement, write, entity).Run();
    }

    RowMapping MappingOf(BotDb db, object entity)
    {
        if (!_mappings.TryGetValue(entity.GetType(), out var mapping))
            mapping = _mappings[entity.GetType()] = new RowMapping(db.Model.FindEntityType(entity.GetType())!);
        return mapping;
    }

    PreparedStatement Asked(BotDb db, string sql)
    {
        var connection = ConnectionOf(db);
        if (!_asked.TryGetValue(sql, out var statement)) statement = _asked[sql] = new PreparedStatement(connection, sql);
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

    static PreparedStatement Bind(PreparedStatement statement, ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++) statement.Bind(index + 1, values[index]);
        return statement;
    }
}
