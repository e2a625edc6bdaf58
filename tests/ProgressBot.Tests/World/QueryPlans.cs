using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.Tests.World;

/// <summary>Asks SQLite for the plan of every statement before it runs.</summary>
internal sealed class QueryPlans : DbCommandInterceptor, IDbContextFactory<BotDb>
{
    readonly DbContextOptions<BotDb> _options;
    readonly List<string> _steps = [];
    bool _watching;

    public QueryPlans(string file)
    {
        var options = new DbContextOptionsBuilder<BotDb>();
        options.UseSqliteFile(file).AddInterceptors(this);
        _options = options.Options;
    }

    public IReadOnlyList<string> Steps => _steps;

    public void Begin() => _watching = true;

    public BotDb CreateDbContext() => new(_options);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note((SqliteCommand)command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note((SqliteCommand)command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    void Note(SqliteCommand command)
    {
        if (!_watching) return;
        using var explain = command.Connection!.CreateCommand();
        (explain.CommandText, explain.Transaction) = ("EXPLAIN QUERY PLAN " + command.CommandText, command.Transaction);
        foreach (SqliteParameter parameter in command.Parameters) explain.Parameters.AddWithValue(parameter.ParameterName, parameter.Value);
        using var reader = explain.ExecuteReader();
        while (reader.Read()) _steps.Add(reader.GetString(3));
    }
}
