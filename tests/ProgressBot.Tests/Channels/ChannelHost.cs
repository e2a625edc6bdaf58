using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgressBot.Demo;
using ProgressBot.Jobs;
using ProgressBot.Plans;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Channels;

/// <summary>The whole bot as a server in the last days of September, its round open, both doors open, nobody enrolled.</summary>
internal sealed class ChannelHost : IAsyncDisposable
{
    public const string Secret = "a-secret-for-trusted-sites";

    readonly string _folder = Directory.CreateTempSubdirectory("progressbot-channels-").FullName;
    readonly WebApplication _application;

    ChannelHost()
    {
        var clock = FakeClock.At("2022-01-04 09:00");
        _application = ProgressBotHost.Build(
            [
                "--urls", "http://127.0.0.1:0", "--Data:Directory", _folder, "--Channels:BotFramework:OpenOnLoopback", "true", "--Channels:DirectLine:Secret", Secret,
                "--Schedule:Rounds", "off", "--Schedule:Reminders", "off", "--Schedule:Digests", "off",
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(clock);
            });
        Clock = clock;
    }

    public FakeClock Clock { get; }
    public Uri Address => new(_application.Urls.First());
    public IServiceProvider Services => _application.Services;

    public static async Task<ChannelHost> StartAsync()
    {
        var host = new ChannelHost();
        await host.Services.MigrateAsync();
        await DemoCast.ImportSampleAsync(host.Services, 2022, TestContext.Current.CancellationToken);
        host.Clock.MoveTo(new DateTimeOffset(2022, 9, 27, 10, 40, 0, TimeSpan.FromHours(8)));
        await host.Services.GetRequiredService<Rounds>().RunOnceAsync(TestContext.Current.CancellationToken);
        await host._application.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public async Task<string> InviteAsync(string unit) => (await Services.GetRequiredService<Invitations>().CreateForUnitAsync(unit))!;

    /// <summary>How many messages the bot has said so far, sent or not.</summary>
    public async Task<int> SpokenAsync()
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Set<OutboxMessage>().CountAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
