using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace ProgressBot.Commands;

/// <summary>The verb <c>backup</c>: the database by SQLite's own online backup first, then the evidence, which is only ever added to; so no row lacks its file.</summary>
static class BackupCommand
{
    public static async Task<int> RunAsync(FileInfo file, string? data, CancellationToken cancellationToken)
    {
        var folders = BotFolders.Find(data);
        if (file.Exists || !File.Exists(folders.Database))
        {
            await Console.Error.WriteLineAsync(file.Exists
                ? CommandWording.Text("file_exists", ("file", file.FullName))
                : CommandWording.Text("no_database", ("file", folders.Database)));
            return 1;
        }
        var copy = Path.GetTempFileName();
        try
        {
            Copy(folders.Database, copy);
            await using var archive = await ZipFile.OpenAsync(file.FullName, ZipArchiveMode.Create, cancellationToken);
            await archive.CreateEntryFromFileAsync(copy, "progressbot.db", cancellationToken);
            foreach (var path in Evidence(folders))
                await archive.CreateEntryFromFileAsync(path, Path.GetRelativePath(folders.Data, path), cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }
        Console.WriteLine($"{file.FullName}: {new FileInfo(file.FullName).Length / 1024} KiB");
        return 0;
    }

    public static void Copy(string database, string copy)
    {
        using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    // keys are left out, a backup must not let anybody in; of the database the consistent copy is taken
    static IEnumerable<string> Evidence(BotFolders folders) => Directory.EnumerateFiles(folders.Data, "*", SearchOption.AllDirectories)
        .Where(path => !Path.GetFileName(path).StartsWith("progressbot.db", StringComparison.Ordinal) && Path.GetExtension(path) != ".key" && !path.StartsWith(Path.Combine(folders.Data, "keys"), StringComparison.Ordinal));
}
