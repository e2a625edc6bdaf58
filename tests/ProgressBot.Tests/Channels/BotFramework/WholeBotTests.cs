using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgressBot.Storage;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>The channel in the real host: real dialogs, turns and outbox behind it.</summary>
public sealed class WholeBotTests : IAsyncLifetime
{
    readonly string data = TestBot.NewFolder();
    FakeCloud cloud = null!;
    WebApplication app = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cloud = await FakeCloud.StartAsync();
        app = ProgressBotHost.Build(
            ["--urls", "http://127.0.0.1:0", "--Data:Directory", data, "--Channels:BotFramework:OpenOnLoopback", "true", "--Channels:BotFramework:RequestTimeout", "00:00:03"],
            builder => builder.Logging.ClearProviders());
        await app.Services.MigrateAsync();
        await app.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await cloud.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Expected_replies_of_a_whole_turn_come_in_the_response_and_are_on_record_with_the_talk()
    {
        var answer = await SayAsync("帮助", "1", "expectReplies");

        var text = answer.GetProperty("activities")[0].GetProperty("text").GetString();
        Assert.NotEqual("", text);
        Assert.Empty(cloud.Posts);
        Assert.Equal(text, Assert.Single(OutgoingJson.ReadAll(Assert.Single(await StoredAsync<SessionRow>()).Answer!)).Text);
    }

    [Fact]
    public async Task The_same_activity_again_gets_the_answer_that_it_had_and_changes_nothing()
    {
        var first = await SayAsync("帮助", "1", "expectReplies");
        var again = await SayAsync("帮助", "1", "expectReplies");
        Assert.Equal(first.GetProperty("activities")[0].GetProperty("text").GetString(), again.GetProperty("activities")[0].GetProperty("text").GetString());
        Assert.Single(await StoredAsync<InboxRow>());
    }

    [Fact]
    public async Task An_older_activity_again_is_answered_with_nothing()
    {
        await SayAsync("帮助", "1", "expectReplies");
        await SayAsync("状态", "2", "expectReplies");
        Assert.Equal(0, (await SayAsync("帮助", "1", "expectReplies")).GetProperty("activities").GetArrayLength());
        Assert.Equal(2, (await StoredAsync<InboxRow>()).Count);
    }

    [Fact]
    public async Task What_went_through_the_Connector_does_not_come_in_a_later_response()
    {
        var sent = new TaskCompletionSource();
        cloud.ConnectorAnswers.Enqueue(_ =>
        {
            sent.SetResult();
            return Task.CompletedTask;
        });
        await SayAsync("帮助", "1", "normal");
        // until it has left, a response that is waited for may take it along
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal(0, (await SayAsync("帮助", "1", "expectReplies")).GetProperty("activities").GetArrayLength());
    }

    [Fact]
    public async Task An_ordinary_message_is_answered_through_the_Connector()
    {
        var answered = new TaskCompletionSource<string>();
        cloud.ConnectorAnswers.Enqueue(context =>
        {
            answered.SetResult(cloud.Posts.Last().Json.GetProperty("text").GetString()!);
            return Task.CompletedTask;
        });
        await SayAsync("帮助", "1", "normal");

        Assert.NotEqual("", await answered.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel));
    }

    [Fact]
    public async Task A_Connector_in_trouble_gets_the_answer_in_the_end_and_every_time_the_same()
    {
        var result = JsonSerializer.Deserialize<JsonElement>(await NodePeer.RunAsync("busy.cjs", app.Urls.First()));

        var calls = result.GetProperty("calls").EnumerateArray().Select(call => call.GetRawText()).ToArray();
        Assert.Equal(5, calls.Length);
        Assert.Single(calls.Distinct());
        Assert.Contains("/v3/conversations/c/activities/m1", calls[0], StringComparison.Ordinal);
    }

    async Task<JsonElement> SayAsync(string text, string id, string mode)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var response = await http.PostAsJsonAsync("/api/messages", Sample.Message(cloud.ServiceUrl, text, id).With("deliveryMode", mode), Cancel);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsStringAsync(Cancel);
        return body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body);
    }

    async Task<IReadOnlyList<T>> StoredAsync<T>()
        where T : class
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        return await db.Set<T>().AsNoTracking().ToListAsync(Cancel);
    }
}
