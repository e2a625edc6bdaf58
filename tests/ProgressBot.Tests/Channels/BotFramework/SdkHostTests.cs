using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>The host on Microsoft's SDK, started as a program of its own: it takes, answers, and reaches people by itself.</summary>
public sealed class SdkHostTests : IAsyncLifetime
{
    readonly string data = TestBot.NewFolder();
    FakeCloud cloud = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => cloud = await FakeCloud.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await cloud.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task On_the_SDK_the_bot_answers_in_the_response_and_after_a_restart_still_reaches_the_person()
    {
        await using (var host = await SdkHost.StartAsync(data))
        {
            Assert.Equal((200, "您好，请输入邀请码。没有邀请码请联系牵头办公室。"), await host.PostAsync(Said("帮助").With("deliveryMode", "expectReplies")));
            Assert.Equal((501, ""), await host.PostAsync(Said("").With("type", "invoke").With("name", "nobody/knows")));
        }

        var arrived = new TaskCompletionSource();
        cloud.ConnectorAnswers.Enqueue(_ => Task.FromResult(arrived.TrySetResult()));
        await WriteAsync(new Outgoing("【11月进展报送】"));
        await using (await SdkHost.StartAsync(data))
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        var post = Assert.Single(cloud.Posts);
        Assert.Equal(("POST", "/connector/v3/conversations/a%3A1%7Cx%3By%3D1/activities"), (post.Method, post.Target));
        Assert.Equal("【11月进展报送】", post.Json.GetProperty("text").GetString());
        Assert.Equal("29:1a-user", post.Json.GetProperty("recipient").GetProperty("id").GetString());
    }

    JsonObject Said(string text) => Sample.Message(cloud.ServiceUrl, text);

    // what a reminder leaves for the outbox
    async Task WriteAsync(Outgoing message)
    {
        var options = new DbContextOptionsBuilder<BotDb>();
        options.UseSqliteFile(Path.Combine(data, "progressbot.db"));
        await using var db = new BotDb(options.Options);
        var reference = await db.Set<ConversationReference>().AsNoTracking().SingleAsync(Cancel);
        db.Add(OutboxMessage.To(reference.Address, message, "reminder", OutboxKind.Reminder, TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync(Cancel);
    }
}
