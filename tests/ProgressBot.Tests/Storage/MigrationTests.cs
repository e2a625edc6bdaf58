using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgressBot.Storage;
using ProgressBot.Tests.Channels.DirectLine;
using ProgressBot.Tests.World;
using ProgressBot.Turns;

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
    public async Task The_first_start_warns_of_nothing_and_a_later_one_says_what_cannot_be_taken_back()
    {
        var folder = Directory.CreateTempSubdirectory("progressbot-first-");
        Assert.Empty(await WarningsAsync(folder.FullName));

        SqliteConnection.ClearAllPools();
        File.Delete(Path.Combine(folder.FullName, "progressbot.db"));
        await using (var db = new BotDb((DbContextOptions<BotDb>)new DbContextOptionsBuilder<BotDb>().UseSqliteFile(Path.Combine(folder.FullName, "progressbot.db")).Options))
            await db.GetService<IMigrator>().MigrateAsync("RecordsByUnit", TestContext.Current.CancellationToken);
        Assert.Contains(await WarningsAsync(folder.FullName), line => line.Contains("ItemReminders", StringComparison.Ordinal));

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_taken_in_before_the_inbox_was_laid_out_anew_is_not_taken_again()
    {
        await using var db = Open();
        await db.GetService<IMigrator>().MigrateAsync("LastAnswers", TestContext.Current.CancellationToken);
        db.Add(new InboxRow { Channel = "webchat", MessageId = "7", At = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        using var rows = new PreparedRows(new RecordClock());
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.False(rows.InsertNew(db, new InboxRow { Channel = "webchat", MessageId = "7", At = DateTimeOffset.UnixEpoch }));
        Assert.True(rows.InsertNew(db, new InboxRow { Channel = "webchat", MessageId = "8", At = DateTimeOffset.UnixEpoch }));
        Assert.Contains("WITHOUT ROWID", await TextAsync(db, "SELECT sql FROM sqlite_schema WHERE name = 'Inbox'"), StringComparison.Ordinal);
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
