using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.CrashTest;

/// <summary>A burst of reminders and answers, two bots that are killed over and over in the middle of it, and a count of what came of it.</summary>
sealed class CrashRun : IDisposable
{
    // slow enough for the burst to outlast the kills
    const int RateWhileKilling = 8;
    const int RateAfterwards = 400;

    readonly Stopwatch _watch = Stopwatch.StartNew();
    readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("progressbot-crash-");
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    int _rate = RateWhileKilling;

    public static async Task<int> RunAsync(int kills, int reminders, int replies, int seed)
    {
        using var run = new CrashRun();
        return await run.RunAllAsync(kills, reminders, replies, new Random(seed)) ? 0 : 1;
    }

    public void Dispose()
    {
        _http.Dispose();
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    string Database => Path.Combine(_data.FullName, "progressbot.db");

    async Task<bool> RunAllAsync(int kills, int reminders, int replies, Random random)
    {
        await using (var db = Open())
        {
            await db.Database.MigrateAsync();
            await Cast.SeedAsync(db, reminders);
        }
        await using var channel = new FakeChannelServer(random, () => _rate, () => _watch.Elapsed);
        var (url, offset) = (await channel.StartAsync(), Cast.Start - TimeProvider.System.GetUtcNow());
        var fleet = new Fleet(_data.FullName, url, offset, () => _rate, new Random(random.Next()), () => _watch.Elapsed);
        var talkers = Enumerable.Range(1, replies).Select(number => SayAsync(fleet, number, () => fleet.Killed.Count >= (long)number * kills / replies)).ToList();
        await Task.WhenAll(fleet.KillAsync(kills), fleet.KillAsync(kills));

        _rate = RateAfterwards;
        using var last = await fleet.StartAsync();
        var acknowledged = await Task.WhenAll(talkers);
        await UntilQuietAsync(reminders);
        fleet.Stop(last);
        await using var store = Open();
        return await Verdict.PrintAsync(store, new Evidence(channel, fleet.Killed, acknowledged, reminders, _watch.Elapsed));
    }

    BotDb Open()
    {
        var options = new DbContextOptionsBuilder<BotDb>();
        options.UseSqliteFile(Database);
        return new BotDb(options.Options);
    }

    /// <summary>Says something as often as it takes until a bot has acknowledged it, as every channel does; always with the same message id.</summary>
    async Task<string> SayAsync(Fleet fleet, int number, Func<bool> mayStart)
    {
        var said = new Said(Cast.Key(number), $"said-{number}", "帮助");
        while (!mayStart()) await Task.Delay(50);
        while (true)
        {
            if (fleet.AnyUrl is { } url && await TrySayAsync(url, said)) return said.Id;
            await Task.Delay(100);
        }
    }

    async Task<bool> TrySayAsync(string url, Said said)
    {
        try
        {
            using var response = await _http.PostAsJsonAsync(url + "/say", said);
            return response.IsSuccessStatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    async Task UntilQuietAsync(int reminders)
    {
        for (var quiet = 0; quiet < 3;)
        {
            await Task.Delay(1000);
            await using var db = Open();
            var written = await db.Set<OutboxMessage>().CountAsync(message => message.Kind == OutboxKind.Reminder);
            var open = await db.Set<OutboxMessage>().CountAsync(message => message.NextAt != null);
            quiet = written >= reminders && open == 0 ? quiet + 1 : 0;
            if (_watch.Elapsed > TimeSpan.FromHours(1)) throw new TimeoutException($"{written} reminders written, {open} messages still open.");
        }
    }
}

/// <summary>What a run left behind outside the database.</summary>
/// <param name="Acknowledged">Ids of what people said and the bot said it had stored.</param>
sealed record Evidence(FakeChannelServer Channel, IReadOnlyDictionary<int, TimeSpan> Killed, IReadOnlyList<string> Acknowledged, int Reminders, TimeSpan Took);
