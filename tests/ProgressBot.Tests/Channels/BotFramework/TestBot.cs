using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Channels;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>A server with nothing but the Bot Framework channel; what is heard is kept, and answered by <see cref="Answers"/>.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    readonly WebApplication app;
    readonly string data;
    bool ownsData;

    TestBot(WebApplication app, string data) => (this.app, this.data) = (app, data);

    /// <param name="folder">Its data, which then outlives it; null for a folder of its own.</param>
    public static async Task<TestBot> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings, TestClock clock, string? folder = null)
    {
        var data = folder ?? NewFolder();
        var builder = WebApplication.CreateSlimBuilder();
        var complaints = new ComplaintLog();
        builder.Logging.ClearProviders().AddProvider(complaints);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        TestBot? bot = null;
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSqliteStorage(Path.Combine(data, "bot.db"));
        builder.Services.AddSingleton(provider => new FileStore(provider.GetRequiredService<IDbContextFactory<BotDb>>(), data, clock));
        builder.Services.AddSingleton<ReceiveMessage>((incoming, _) => bot!.HearAsync(incoming));
        builder.Services.AddSingleton<JoinAddresses>((known, other, _) =>
        {
            bot!.Joined.Enqueue((known, other));
            return ValueTask.CompletedTask;
        });
        builder.Services.AddSingleton<FindWordingAt>(Wordings.FindAt);
        builder.Services.AddBotFramework(builder.Configuration);
        bot = new TestBot(builder.Build(), data) { ownsData = folder is null, Complaints = complaints.Lines };
        bot.app.MapBotFramework();
        await bot.CreateSchemaAsync();
        await bot.app.StartAsync();
        bot.Http = new HttpClient { BaseAddress = new Uri(bot.app.Urls.First()) };
        return bot;
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("botframework-").FullName;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>What the server itself logged as an error.</summary>
    public ConcurrentQueue<string> Complaints { get; private init; } = [];

    public ConcurrentQueue<Incoming> Heard { get; } = [];

    /// <summary>Addresses that were found to be the same person's.</summary>
    public ConcurrentQueue<(Address Known, Address Other)> Joined { get; } = [];

    /// <summary>What the bot says to a message; nothing by default.</summary>
    public Func<Incoming, Outgoing[]> Answers { get; set; } = _ => [];

    public BotFrameworkChannel Channel => (BotFrameworkChannel)Get<IChannel>();

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public Task<HttpResponseMessage> PostAsync(string body, string? authorization = null, string contentType = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, BotFrameworkRegistration.Path)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(contentType, "utf-8")),
        };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return Http.SendAsync(request);
    }

    public async Task<IReadOnlyList<ConversationReference>> ReferencesAsync()
    {
        await using var db = await Get<IDbContextFactory<BotDb>>().CreateDbContextAsync();
        return await db.Set<ConversationReference>().AsNoTracking().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (ownsData)
            Directory.Delete(data, recursive: true);
    }

    sealed class ComplaintLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) ? this : NullLogger.Instance;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Lines.Enqueue($"{formatter(state, exception)} {exception?.Message}");
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Dispose() { }
    }

    async Task CreateSchemaAsync()
    {
        await using var db = await Get<IDbContextFactory<BotDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    async Task HearAsync(Incoming incoming)
    {
        Heard.Enqueue(incoming);
        var answers = Answers(incoming);
        var awaited = Get<ReplyBuffers>().Reserve(incoming.From, answers.Length);
        Get<ReplyBuffers>().Fill(incoming.From, answers[..awaited]);
        foreach (var answer in answers[awaited..])
            await Channel.SendAsync(incoming.From, answer, Guid.NewGuid().ToString(), CancellationToken.None);
    }
}
