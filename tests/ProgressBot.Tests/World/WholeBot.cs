using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;
using ProgressBot.Outbox;
using ProgressBot.Plans;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Tests.World;

/// <summary>The whole bot without a network: real store, turns, sweeps and outbox, a channel that listens, a clock that is moved.</summary>
sealed class WholeBot : ITalkWorld
{
    readonly string _folder;
    readonly FakeClock _clock;
    readonly ListeningChannel _channel = new();
    ServiceProvider _services;
    long _lastEvent;
    readonly Dictionary<string, string> _latest = [];
    int _messages;

    WholeBot(string folder, FakeClock clock)
    {
        (_folder, _clock) = (folder, clock);
        _services = Open();
    }

    public DateTimeOffset Now => _clock.GetUtcNow();
    public IServiceProvider Services => _services;
    public FakeClock Clock => _clock;

    /// <summary>Where its database lies.</summary>
    public string Folder => _folder;

    /// <summary>With the sample plan of 2022 in force since January and the cast of <see cref="Cast"/>.</summary>
    public static async Task<WholeBot> StartAsync(DateTimeOffset now)
    {
        var folder = Directory.CreateTempSubdirectory("progressbot-talk-").FullName;
        File.Copy(await Template.Value, Path.Combine(folder, "progressbot.db"));
        return new WholeBot(folder, new FakeClock(now));
    }

    public Task<Heard> MoveToAsync(DateTimeOffset time)
    {
        if (time > Now) _clock.MoveTo(time);
        return HappenAsync("sweep");
    }

    public async Task<Heard> SayAsync(
        string who, string text, IReadOnlyList<string> files, IReadOnlyDictionary<string, string>? card = null, bool edits = false)
    {
        var kept = new List<IncomingFile>();
        foreach (var name in files) kept.Add(await KeepAsync(name));
        var id = $"message-{++_messages}";
        if (!edits) _latest[who] = id;
        var incoming = new Incoming(new Address(ListeningChannel.ChannelName, who), id, text, Now)
        {
            Files = kept,
            Card = card,
            Replaces = edits ? _latest[who] : null,
        };
        await _services.GetRequiredService<TurnRunner>().RunAsync(incoming, default);
        return await HearAsync();
    }

    async Task<IncomingFile> KeepAsync(string name)
    {
        if (TalkFile.PathOf(name) is not { } path) return TalkFile.Named(name);
        await using var content = File.OpenRead(path);
        var saved = (FileSaving.Saved)await _services.GetRequiredService<FileStore>().SaveAsync(name, content, content.Length, default);
        return new IncomingFile(saved.File.Name, saved.File.ContentType, saved.File.Size, saved.File.Key);
    }

    public async Task<Heard> HappenAsync(string what)
    {
        switch (what.Split(' '))
        {
            case ["sweep"]:
                await SweepAsync<Rounds>(rounds => rounds.RunOnceAsync(default));
                await SweepAsync<Reminders>(reminders => reminders.RunOnceAsync(default));
                await SweepAsync<OfficeNotices>(notices => notices.RunOnceAsync(default));
                await SweepAsync<Digests>(digests => digests.RunOnceAsync(default));
                break;
            case ["restart"]:
                await _services.DisposeAsync();
                _services = Open();
                break;
            case ["invite", var unit]:
                var code = await _services.GetRequiredService<Invitations>().CreateForUnitAsync(unit);
                return new Heard([("console", new Outgoing(code!))], []);
            case ["in", "force", "since", var day]:
                await _services.GetRequiredService<Store>().RunAsync(async work =>
                {
                    var plan = await work.Db.Set<Plan>().AsNoTracking().SingleAsync();
                    work.Save(RowChange.Change(plan with { ActivatedAt = DateTimeOffset.Parse($"{day} 09:00 +8", CultureInfo.InvariantCulture) }));
                    return true;
                }, default);
                break;
            default:
                throw new FormatException($"nothing happens by '{what}'");
        }
        return await HearAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }

    async Task SweepAsync<T>(Func<T, Task<bool>> step) where T : notnull
    {
        while (await step(_services.GetRequiredService<T>()))
        {
        }
    }

    async Task<Heard> HearAsync()
    {
        while (await _services.GetRequiredService<OutboxSender>().SendOnceAsync(default))
        {
        }
        await using var db = await _services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync();
        var events = await db.Set<EventRow>().AsNoTracking().Where(row => row.Id > _lastEvent).OrderBy(row => row.Id).ToListAsync();
        _lastEvent = events.Count == 0 ? _lastEvent : events[^1].Id;
        var names = await NamesAsync(db);
        var stored = events.Select(Event).OfType<DialogEvent>()
            .SelectMany(happened => StoredFact.Lines(happened, id => names.Reports[id], id => names.Indicators[id]));
        return new Heard(_channel.Take(), [.. stored]);
    }

    static async Task<(Dictionary<int, string> Reports, Dictionary<int, string> Indicators)> NamesAsync(BotDb db)
    {
        var reports = await (from report in db.Set<Report>()
                             join item in db.Set<WorkItem>() on report.WorkItemId equals item.Id
                             join unit in db.Set<Unit>() on report.UnitId equals unit.Id
                             select new { report.Id, Name = unit.Name + "/" + item.Name })
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        return (reports, await db.Set<Indicator>().ToDictionaryAsync(indicator => indicator.Id, indicator => indicator.Name));
    }

    // null for what happened outside the talk, on the page or the command line
    static DialogEvent? Event(EventRow row) => typeof(DialogEvent).Assembly.GetType($"ProgressBot.Core.Reporting.{row.Kind}") is { } type
        ? (DialogEvent)JsonSerializer.Deserialize(row.Json, type)!
        : null;

    /// <summary>Another process on the same database.</summary>
    public ServiceProvider Another() => Open();

    ServiceProvider Open() => Open(_folder, _clock, _channel);

    static ServiceProvider Open(string folder, TimeProvider clock, IChannel channel)
    {
        var settings = new Dictionary<string, string?> { ["Bot:PublicUrl"] = "https://progress.example" };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton(clock);
        services.AddSingleton(channel);
        services.AddBot(configuration, new BotFolders(Repository.Root, folder));
        return services.BuildServiceProvider();
    }

    // made once per run: migrated, the sample plan in force, the cast enrolled
    static readonly Lazy<Task<string>> Template = new(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("progressbot-template-").FullName;
        var clock = FakeClock.At("2022-01-04 09:00");
        await using (var services = Open(folder, clock, new ListeningChannel()))
        {
            await services.MigrateAsync();
            await Demo.DemoCast.ImportSampleAsync(services, 2022, default);
            await Cast.EnrollAsync(services.GetRequiredService<Store>(), clock.GetUtcNow());
        }
        SqliteConnection.ClearAllPools();
        return Path.Combine(folder, "progressbot.db");
    });
}
