using Microsoft.EntityFrameworkCore;

namespace ProgressBot.Storage.Sqlite;

/// <summary>
/// Brings a database's schema up to date, one process at a time. Nothing pending takes no lock. Who updates holds a file open beside the database, which the
/// operating system lets go when the process is killed; the lock row that the migrations keep in the database would stay for ever, so that of a dead process is dropped.
/// </summary>
static class SchemaUpdate
{
    static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <exception cref="UnknownDatabaseException">Another version of the program has made it; it is left as it is.</exception>
    public static async Task RunAsync(BotDb db, string file, ILogger log, CancellationToken cancellationToken)
    {
        if (!await IsPendingAsync(db, file, cancellationToken)) return;
        await using var alone = await AloneAsync(file + ".updating", log, cancellationToken);
        // whoever was faster may have done it meanwhile
        if (!await IsPendingAsync(db, file, cancellationToken)) return;
        if (File.Exists(file)) await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    static async Task<bool> IsPendingAsync(BotDb db, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) return true;
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(db.Database.GetMigrations()).Any()) throw new UnknownDatabaseException(file);
        return db.Database.GetMigrations().Except(applied).Any();
    }

    // the file stays, empty: to delete it would let two in at once
    static async Task<FileStream> AloneAsync(string file, ILogger log, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        for (var times = 0; ; times++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!cancellationToken.IsCancellationRequested)
            {
                if (times == 0) log.LogWarning("Another process is bringing the database up to date; waiting for it.");
                await Task.Delay(Between, cancellationToken);
            }
        }
    }
}
