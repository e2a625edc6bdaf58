using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ProgressBot.Storage.Sqlite;

/// <summary>
/// Numbers for new rows, counted in memory from where each table's numbers end. For units of work of the write queue only, which nobody else writes beside;
/// a number whose row never comes to be stays unused.
/// </summary>
sealed class RowNumbering
{
    const string Last = "SELECT seq FROM sqlite_sequence WHERE name = $table";

    readonly Dictionary<Type, int> _last = [];
    readonly HashSet<Type> _read = [];

    /// <summary>Another process has written: where the tables' numbers end is read again. Numbers that were given out are not given out again.</summary>
    public void Forget() => _read.Clear();

    public int Next(BotDb db, Type row) => _last[row] = Peek(db, row);

    /// <summary>What <see cref="Next"/> will say.</summary>
    public int Peek(BotDb db, Type row)
    {
        if (_read.Add(row)) _last[row] = Math.Max(_last.GetValueOrDefault(row), Read(db, row));
        return _last[row] + 1;
    }

    static int Read(BotDb db, Type row)
    {
        using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = Last;
        command.Parameters.AddWithValue("$table", db.Model.FindEntityType(row)!.GetTableName());
        return command.ExecuteScalar() is long last ? (int)last : 0;
    }
}
