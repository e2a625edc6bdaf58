using System.Net.Http.Json;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Demo;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage.Loading;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Web;

/// <summary>The whole bot as a server with the sample plan in force and the cast of the talks; each can sign in.</summary>
internal sealed class PlanHost : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("progressbot-plans-").FullName;
    readonly FakeClock _clock = new(TimeProvider.System.GetUtcNow()); // cookies must not have expired for the client, whose clock is real
    readonly WebApplication _application;

    PlanHost() => _application = ProgressBotHost.Build(
        ["--urls", "http://127.0.0.1:0", "--Data:Directory", _folder],
        builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(_clock);
        });

    public Uri Address => new(_application.Urls.First());
    public IServiceProvider Services => _application.Services;
    public FakeClock Clock => _clock;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<PlanHost> StartAsync()
    {
        var host = new PlanHost();
        await host.Services.MigrateAsync();
        await DemoCast.ImportSampleAsync(host.Services, 2022, Cancel);
        await Cast.EnrollAsync(host.Services.GetRequiredService<Store>(), host._clock.GetUtcNow());
        await host._application.StartAsync(Cancel);
        return host;
    }

    /// <summary>A browser of this person; of nobody when null.</summary>
    public async Task<HttpClient> SignInAsync(string? name)
    {
        var http = new HttpClient { BaseAddress = Address };
        if (name is not null) (await http.PostAsync(await LinkAsync(name), null, Cancel)).EnsureSuccessStatusCode();
        return http;
    }

    /// <summary>A link that signs this person in, once.</summary>
    public async Task<string> LinkAsync(string name)
    {
        var code = InvitationCode.Create();
        await Services.GetRequiredService<WriteQueue>().RunAsync(async db =>
        {
            var person = await db.Set<Person>().SingleAsync(person => person.Name == name);
            var now = _clock.GetUtcNow();
            return db.Add(new Invitation { CodeHash = InvitationCode.Hash(code)!, PersonId = person.Id, CreatedAt = now, ExpiresAt = now.AddDays(1) });
        }, Cancel);
        return $"/k/{code}";
    }

    /// <summary>Imports a sample through the page; the plan's number.</summary>
    public static async Task<int> ImportAsync(HttpClient coordinator, string sample)
    {
        using var answer = await coordinator.PostAsync($"/api/plans?name={Uri.EscapeDataString(sample)}", new ByteArrayContent(await File.ReadAllBytesAsync(TalkFile.PathOf(sample)!, Cancel)), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetInt32();
    }

    public async Task<T> LookAsync<T>(Func<BotDb, Task<T>> look)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        return await look(db);
    }

    public Task<Plan> PlanAsync(int id) => LookAsync(db => db.Set<Plan>().AsNoTracking().Followed().SingleAsync(plan => plan.Id == id, Cancel));

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
