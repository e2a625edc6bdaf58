using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgressBot.Core.Messaging;
using ProgressBot.Jobs;
using ProgressBot.Outbox;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.CrashTest;

/// <summary>
/// Everybody is due at once. How fast are reminders written, how fast sent, are the rates kept, how much memory does it take, and how long do turns take
/// meanwhile?
/// </summary>
static class BurstRun
{
    const int AppRate = 25;
    static readonly TimeSpan Limited = TimeSpan.FromSeconds(10);
    static readonly TimeProvider Clock = new ShiftedClock(Cast.Start - TimeProvider.System.GetUtcNow());

    public static async Task<int> RunAsync(int units)
    {
        var data = Directory.CreateTempSubdirectory("progressbot-burst-");
        try
        {
            await RunAsync(units, data.FullName);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            data.Delete(recursive: true);
        }
    }

    static async Task RunAsync(int units, string data)
    {
        await SeedAsync(units, data);
        // what the seeding needed is not the bot's
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await using var free = Bot(data, new CountingChannel(), limit: "");
        await WarmUpAsync(free);
        using var memory = new PeakMemory();
        await using var talk = new SmallTalk(free, units);

        var writing = await TimedAsync(() => SweepAsync(free));
        var written = await CountAsync(free, OutboxState.Pending);
        var sending = await TimedAsync(() => DrainAsync(free));
        var turns = await talk.EndAsync();
        Console.WriteLine($"reminders written          {written,8:N0} in {writing} = {units / writing.Wall.TotalSeconds:N0} per second");
        var sent = Channel(free).Times.Count;
        Console.WriteLine($"messages sent              {sent,8:N0} in {sending} = {sent / sending.Wall.TotalSeconds:N0} per second");
        Console.WriteLine($"turns meanwhile            {turns.Count,8:N0}, half within {Percentile(turns, 50):0.0} ms, 99 % within {Percentile(turns, 99):0.0} ms");
        Console.WriteLine($"memory at most             {memory.Peak / 1e6,8:0} MB");
        await LimitedAsync(data);
    }

    static async Task LimitedAsync(string data)
    {
        var channel = new CountingChannel { MostPerSecond = AppRate };
        await using var bot = Bot(data, channel, $"{AppRate}/1s");
        await using (var db = await Databases(bot).CreateDbContextAsync())
        {
            var now = bot.GetRequiredService<TimeProvider>().GetUtcNow();
            db.AddRange(Enumerable.Range(0, 1000).Select(number =>
                OutboxMessage.To(new Address(Cast.Channel, Cast.Key(number)), new Outgoing("提醒"), $"limited-{number}", OutboxKind.Reminder, now)));
            await db.SaveChangesAsync();
        }
        var sender = bot.GetRequiredService<OutboxSender>();
        await sender.StartAsync(CancellationToken.None);
        await Task.Delay(Limited);
        await sender.StopAsync(CancellationToken.None);
        var times = channel.Times;
        Console.WriteLine("sent in each second        " + string.Join(' ', times.GroupBy(time => (int)(time - times[0]).TotalSeconds).Select(second => second.Count())));
        var most = times.Max(first => times.Count(time => time >= first && time < first + TimeSpan.FromSeconds(1)));
        Console.WriteLine(
            $"at a rate of {AppRate} per second    {times.Count,5:N0} in {Limited.TotalSeconds:0} s, at most {most} in any second, refused by the channel {channel.Refused}");
    }

    static async Task SeedAsync(int units, string data)
    {
        var options = new DbContextOptionsBuilder<BotDb>();
        options.UseSqliteFile(Path.Combine(data, "progressbot.db"));
        await using var db = new BotDb(options.Options);
        await db.Database.MigrateAsync();
        await Cast.SeedAsync(db, units);
    }

    static ServiceProvider Bot(string data, CountingChannel channel, string limit)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Outbox:Limits:fake:Channel", limit)]).Build();
        return (ServiceProvider)new ServiceCollection()
            .AddLogging(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Error))
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(Clock)
            .AddSingleton<IChannel>(channel)
            .AddBot(configuration, new BotFolders(AppContext.BaseDirectory, data))
            .BuildServiceProvider();
    }

    static async Task WarmUpAsync(ServiceProvider bot)
    {
        var warm = new SmallTalk(bot, 1);
        await Task.Delay(500);
        await warm.EndAsync();
        await DrainAsync(bot);
        Channel(bot).Forget();
    }

    static async Task SweepAsync(ServiceProvider bot)
    {
        while (await bot.GetRequiredService<Rounds>().RunOnceAsync(CancellationToken.None)) { }
        while (await bot.GetRequiredService<Reminders>().RunOnceAsync(CancellationToken.None)) { }
    }

    static async Task DrainAsync(ServiceProvider bot)
    {
        while (await bot.GetRequiredService<OutboxSender>().SendOnceAsync()) { }
    }

    static async Task<int> CountAsync(ServiceProvider bot, OutboxState state)
    {
        await using var db = await Databases(bot).CreateDbContextAsync();
        return await db.Set<OutboxMessage>().CountAsync(message => message.State == state && message.Kind == OutboxKind.Reminder);
    }

    static IDbContextFactory<BotDb> Databases(ServiceProvider bot) => bot.GetRequiredService<IDbContextFactory<BotDb>>();

    static CountingChannel Channel(ServiceProvider bot) => (CountingChannel)bot.GetRequiredService<IChannel>();

    static async Task<Time> TimedAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await work();
        process.Refresh();
        return new Time(watch.Elapsed, process.TotalProcessorTime - before);
    }

    static double Percentile(IReadOnlyList<TimeSpan> times, int percent) =>
        times.Count == 0 ? 0 : times.Order().ElementAt((times.Count * percent - 1) / 100).TotalMilliseconds;

    /// <summary>By the wall clock, and of all processors.</summary>
    readonly record struct Time(TimeSpan Wall, TimeSpan Processor)
    {
        public override string ToString() => $"{Wall.TotalSeconds:0.0} s ({Processor.TotalSeconds:0.0} s of processor)";
    }
}
