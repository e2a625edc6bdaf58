using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Tests.Channels.DirectLine;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Storage;

public sealed class MigrationTests : IDisposable
{
    readonly string _file = Path.GetTempFileName();

    [Fact]
    public void The_migrations_lead_to_the_model_as_it_is()
    {
        using var db = Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_new_database_writes_ahead_keeps_its_foreign_keys_and_syncs_every_commit()
    {
        await using var db = Open();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
        Assert.Equal("1", await PragmaAsync(db, "foreign_keys"));
        Assert.Equal("2", await PragmaAsync(db, "synchronous"));
    }

    [Fact]
    public async Task The_first_start_warns_of_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("progressbot-first-");
        Assert.Empty(await WarningsAsync(folder.FullName));

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_database_that_another_version_has_made_is_refused_and_left_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("progressbot-unknown-");
        var file = Path.Combine(folder.FullName, "progressbot.db");
        await using (var db = new BotDb((DbContextOptions<BotDb>)new DbContextOptionsBuilder<BotDb>().UseSqliteFile(file).Options))
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT); INSERT INTO __EFMigrationsHistory VALUES ('20260101000000_Another', '10')",
                TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<UnknownDatabaseException>(() => WarningsAsync(folder.FullName));

        Assert.Equal(file, refused.File);
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lock_that_a_killed_process_has_left_holds_nobody_up(bool isUpToDate)
    {
        var folder = Directory.CreateTempSubdirectory("progressbot-killed-");
        var file = Path.Combine(folder.FullName, "progressbot.db");
        if (isUpToDate) await WarningsAsync(folder.FullName);
        await using (var db = new BotDb((DbContextOptions<BotDb>)new DbContextOptionsBuilder<BotDb>().UseSqliteFile(file).Options))
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); DELETE FROM __EFMigrationsLock; INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')",
                TestContext.Current.CancellationToken);

        await WarningsAsync(folder.FullName).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        await using (var db = new BotDb((DbContextOptions<BotDb>)new DbContextOptionsBuilder<BotDb>().UseSqliteFile(file).Options))
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    static async Task<IReadOnlyList<string>> WarningsAsync(string folder)
    {
        var lines = new List<string>();
        var configuration = new ConfigurationBuilder().Build();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System)
            .AddLogging(logging => logging.AddProvider(new RecordingLog(lines.Add)))
            .AddBot(configuration, new BotFolders(Repository.Root, folder)).BuildServiceProvider();
        await services.MigrateAsync();
        return [.. lines.Where(line => line.StartsWith("Warning", StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal))];
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    BotDb Open() => new((DbContextOptions<BotDb>)new DbContextOptionsBuilder<BotDb>().UseSqliteFile(_file).Options);

    static Task<string> PragmaAsync(BotDb db, string name) => TextAsync(db, $"PRAGMA {name}");

    static async Task<string> TextAsync(BotDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
