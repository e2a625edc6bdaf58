using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Storage;

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

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    BotDb Open() => new((DbContextOptions<BotDb>)new DbContextOptionsBuilder<BotDb>().UseSqliteFile(_file).Options);

    static async Task<string> PragmaAsync(BotDb db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
