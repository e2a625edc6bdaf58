using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ProgressBot.Storage.Sqlite;

/// <summary>One SQL statement that stays prepared. Values are numbered from 1, columns from 0; kinds of values and their text forms are those of Microsoft.Data.Sqlite.</summary>
sealed class PreparedStatement : IDisposable
{
    readonly sqlite3 _connection;
    readonly sqlite3_stmt _statement;

    // where a text is made into bytes; the database takes a copy of them
    byte[] _text = [];

    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(_connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), _connection);
    }

    /// <exception cref="ArgumentException">No column holds such a value.</exception>
    public void Bind(int number, object? value)
    {
        switch (value)
        {
            case null or string: Bind(number, (string?)value); break;
            case Utf8Text text: Bind(number, text); break;
            case int whole: Bind(number, whole); break;
            case long whole: Bind(number, whole); break;
            case bool flag: Bind(number, flag ? 1 : 0); break;
            case decimal exact: Bind(number, exact); break;
            case DateOnly day: Bind(number, day); break;
            case Guid id: Bind(number, id); break;
            default: throw new ArgumentException($"no column holds a {value.GetType().Name}", nameof(value));
        }
    }

    public void Bind(int number, Utf8Text value) => Check(raw.sqlite3_bind_text(_statement, number, value.Bytes.Span));
    public void Bind(int number, long value) => Check(raw.sqlite3_bind_int64(_statement, number, value));
    public void Bind(int number, decimal value) => BindText(number, value.TryFormat(Room(64), out var length, "0.0###########################", CultureInfo.InvariantCulture) ? length : throw new FormatException());
    public void Bind(int number, DateOnly value) => BindText(number, value.TryFormat(Room(64), out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture) ? length : throw new FormatException());
    public void Bind(int number, Guid value) => Bind(number, value.ToString().ToUpperInvariant());

    public void Bind(int number, string? value)
    {
        if (value is null) Check(raw.sqlite3_bind_null(_statement, number));
        // a text of no bytes would be taken for none at all; one with NUL ends there
        else if (value.Length == 0 || value.Contains('\0', StringComparison.Ordinal)) Check(raw.sqlite3_bind_text(_statement, number, value));
        else BindText(number, Encoding.UTF8.GetBytes(value, Room(Encoding.UTF8.GetMaxByteCount(value.Length))));
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
    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);
    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();
    public decimal Decimal(int column) => decimal.Parse(Text(column), NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
    public DateOnly Date(int column) => DateOnly.ParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    public T Enum<T>(int column) where T : struct, Enum => System.Enum.Parse<T>(Text(column));

    /// <summary>Ready for other values. The old ones need not be taken away: each run binds all.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    Span<byte> Room(int size) => _text.Length >= size ? _text : _text = new byte[size];
    void BindText(int number, int length) => Check(raw.sqlite3_bind_text(_statement, number, _text.AsSpan(0, length)));
    void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);
}
