using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ProgressBot.Channels.DirectLine;
using ProgressBot.Channels;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Tests.World;
using ProgressBot.Web;

namespace ProgressBot.Tests.Channels.DirectLine;

/// <summary>Direct Line and the page on a real port of this machine, before a bot that answers every message once with what it heard.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    public const string Secret = "a-secret-for-trusted-sites";

    readonly WebApplication application;
    readonly ConcurrentDictionary<string, Incoming> heard = new();

    ChatHost(WebApplication application, MovableClock clock, string directory)
    {
        this.application = application;
        Clock = clock;
        Directory = directory;
    }

    public MovableClock Clock { get; }

    public string Directory { get; }

    /// <summary>The people there are, by personal link.</summary>
    public Dictionary<string, PersonIdentity> People { get; } = new()
    {
        ["wang"] = new PersonIdentity("1", "王敏", "区投促局"),
        ["li"] = new PersonIdentity("2", "李强", "区人社局"),
    };

    public ConcurrentDictionary<Address, string> Addresses { get; } = new();

    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Each message once, whatever the client repeats.</summary>
    public ICollection<Incoming> Heard => heard.Values;

    /// <summary>What the bot answers; null for nothing.</summary>
    public Func<Incoming, Outgoing?> Answer { get; set; } = incoming => new Outgoing($"收到：{incoming.Text}");

    public Uri Address => new(application.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IServiceProvider Services => application.Services;

    /// <param name="directory">The data directory of an earlier host that is started again; a new one when null.</param>
    public static async Task<ChatHost> StartAsync(string? directory = null, int port = 0, Action<IServiceCollection>? more = null, Dictionary<string, string?>? settings = null,
        Action<WebApplication>? map = null)
    {
        directory ??= System.IO.Directory.CreateTempSubdirectory("progressbot-chat-").FullName;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Channels:DirectLine:Secret"] = Secret });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        ChatHost? host = null;
        var clock = new MovableClock();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSqliteStorage(Path.Combine(directory, "bot.db"));
        builder.Services.AddDirectLine(builder.Configuration, directory);
        builder.Services.AddWebPage(builder.Configuration, directory);
        builder.Services.AddSingleton<ReceiveMessage>((incoming, cancellationToken) => host!.ReceiveAsync(incoming, cancellationToken));
        builder.Services.AddSingleton<KnowLink>((code, _) => new(host!.People.ContainsKey(code)));
        builder.Services.AddSingleton<RedeemLink>((code, _) => new(host!.People.GetValueOrDefault(code)));
        builder.Services.AddSingleton<FindPerson>((id, _) => new(host!.PersonOf(id)));
        builder.Services.AddSingleton<FindPersonAt>((address, _) => new(host!.PersonOf(host.Addresses.GetValueOrDefault(address))));
        builder.Services.AddSingleton<FindWording>(Wordings.Find).AddSingleton<FindWordingAt>(Wordings.FindAt);
        builder.Services.AddSingleton<ClaimAddress>((id, address, _) => host!.Claim(id, address));
        more?.Invoke(builder.Services);
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddProvider(new RecordingLog(line => host?.Log.Enqueue(line)));
        var application = builder.Build();
        application.UseWebPage();
        application.UseRouting();
        application.MapDirectLine();
        application.MapWebPage();
        // for a client in another process
        application.MapPost("/test/clock/{seconds}", (int seconds) => clock.Move(TimeSpan.FromSeconds(seconds)));
        application.MapPost("/test/say/{conversation}/{text}", (string conversation, string text) => host!.SayAsync(conversation, new Outgoing(text), text).AsTask());
        map?.Invoke(application);
        host = new ChatHost(application, clock, directory);
        await CreateDatabaseAsync(application.Services);
        await application.StartAsync();
        return host;
    }

    /// <summary>Says something of its own accord, as the outbox would.</summary>
    public ValueTask<Delivery> SayAsync(string conversationId, Outgoing message, string key) =>
        Services.GetServices<IChannel>().Single(channel => channel.Name == WebChatChannel.ChannelName)
            .SendAsync(new Address(WebChatChannel.ChannelName, conversationId), message, key, CancellationToken.None);

    public Task StopAsync() => application.StopAsync();

    public Task WaitForShutdownAsync() => application.WaitForShutdownAsync();

    /// <summary>Another host on the same port with the same data. This one is gone then.</summary>
    public async Task<ChatHost> RestartAsync()
    {
        var port = Address.Port;
        await StopAsync();
        await application.DisposeAsync();
        return await StartAsync(Directory, port);
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    static async Task CreateDatabaseAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    async Task ReceiveAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (!heard.TryAdd(incoming.MessageId, incoming) || Answer(incoming) is not { } answer)
            return;
        await SayAsync(incoming.From.Key, answer, $"answer to {incoming.MessageId}");
    }

    PersonIdentity? PersonOf(string? id) => People.Values.FirstOrDefault(person => person.Id == id);

    ValueTask Claim(string id, Address address)
    {
        Addresses[address] = id;
        return ValueTask.CompletedTask;
    }
}

/// <summary>A clock that starts at the machine's time and is moved by hand.</summary>
internal sealed class MovableClock : TimeProvider
{
    DateTimeOffset now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan by) => now += by;
}

/// <summary>Everything that was logged at any level, as lines.</summary>
internal sealed class RecordingLog(Action<string> line) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, line);

    public void Dispose() { }

    sealed class Recorder(string category, Action<string> line) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            line($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
