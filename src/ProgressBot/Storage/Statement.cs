using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ProgressBot.Storage;

/// <summary>One SQL statement that stays prepared. Values are numbered from 1, columns from 0; kinds of values and their text forms are those of Microsoft.Data.Sqlite.</summary>
sealed class Statement : IDisposable
{
    readonly sqlite3 _connection;
    readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(_connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), _connection);
    }

    /// <exception cref="ArgumentException">No column holds such a value.</exception>
    public Statement Bind(int number, object? value)
    {
        var result = value switch
        {
            null => raw.sqlite3_bind_null(_statement, number),
            string text => raw.sqlite3_bind_text(_statement, number, text),
            Utf8Text text => raw.sqlite3_bind_text(_statement, number, text.Bytes.Span),
            int whole => raw.sqlite3_bind_int64(_statement, number, whole),
            long whole => raw.sqlite3_bind_int64(_statement, number, whole),
            bool flag => raw.sqlite3_bind_int64(_statement, number, flag ? 1 : 0),
            decimal exact => raw.sqlite3_bind_text(_statement, number, exact.ToString("0.0###########################", CultureInfo.InvariantCulture)),
            DateOnly day => raw.sqlite3_bind_text(_statement, number, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Guid id => raw.sqlite3_bind_text(_statement, number, id.ToString().ToUpperInvariant()),
            _ => throw new ArgumentException($"no column holds a {value.GetType().Name}", nameof(value)),
        };
        SqliteException.ThrowExceptionForRC(result, _connection);
        return this;
    }

    /// <summary>Runs it. Returns how many rows it changed.</summary>
    public int Run()
    {
        try
        {
            Step();
            return raw.sqlite3_changes(_connection);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>True when there is a row to read.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW) return true;
        if (result is not raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, _connection);
        return false;
    }

    public int Int32(int column) => raw.sqlite3_column_int(_statement, column);
    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();
    public decimal Decimal(int column) => decimal.Parse(Text(column), NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
    public T Enum<T>(int column) where T : struct, Enum => System.Enum.Parse<T>(Text(column));

    /// <summary>Ready for other values. The old ones need not be taken away: each run binds all.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();
}
