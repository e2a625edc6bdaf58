using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.Tests.World;

/// <summary>A database in a file of its own, as in production, deleted in the end.</summary>
internal sealed class TestDatabase : IDbContextFactory<BotDb>, IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("progressbot-test-");
    readonly DbContextOptions<BotDb> _options;

    public TestDatabase()
    {
        File = Path.Combine(_folder.FullName, "bot.db");
        var options = new DbContextOptionsBuilder<BotDb>();
        options.UseSqliteFile(File);
        _options = options.Options;
        using var db = CreateDbContext();
        db.Database.Migrate();
    }

    public string File { get; }

    public BotDb CreateDbContext() => new(_options);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
