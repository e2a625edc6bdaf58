using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ProgressBot.Storage.Sqlite;

/// <summary>The store in one SQLite file, and the one line of its writers: write-ahead log, foreign keys, and a commit that has reached the disk when it returns.</summary>
public static class SqliteStorage
{
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string databaseFile) =>
        services.AddPooledDbContextFactory<BotDb>(options => options.UseSqliteFile(databaseFile))
            .AddSingleton<RecordClock>().AddSingleton<RowNumbering>().AddSingleton<PreparedRows>().AddSingleton<WriteQueue>().AddSingleton<Store>();

    public static DbContextOptionsBuilder UseSqliteFile(this DbContextOptionsBuilder options, string databaseFile) =>
        options
            .UseSqlite(
                new SqliteConnectionStringBuilder { DataSource = databaseFile, ForeignKeys = true, DefaultTimeout = 30 }.ToString(),
                // a list as one value: as many values it would be another statement for every length, and slow to bind
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new Pragmas());

    sealed class Pragmas : DbConnectionInterceptor
    {
        const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (IsReadOnly(connection)) return;
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsReadOnly(connection)) return;
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        // EF looks whether a database exists through a connection that must not write
        static bool IsReadOnly(DbConnection connection) => new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
    }
}
