using System.Text.Json.Nodes;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>A fake cloud and a bot that trusts it; what most tests of this channel start from.</summary>
public abstract class BotFrameworkTests : IAsyncLifetime
{
    private protected TestClock Clock { get; } = new();

    private protected FakeCloud Cloud { get; private set; } = null!;

    private protected TestBot Bot { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Cloud = await FakeCloud.StartAsync();
        Bot = await TestBot.StartAsync(Cloud.Settings(), Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Cloud.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected JsonObject Message(string text = "到位资金累计5.1亿", string id = "1700000000001") => Sample.Message(Cloud.ServiceUrl, text, id);

    protected Task<HttpResponseMessage> SayAsync(JsonObject activity) =>
        Bot.PostAsync(activity.ToJsonString(), $"Bearer {Cloud.Token(Clock.Now)}");

    /// <summary>What was heard of one activity that must be taken.</summary>
    private protected async Task<Incoming> HearAsync(JsonObject activity)
    {
        var before = Bot.Heard.Count;
        Assert.Equal(200, (int)(await SayAsync(activity)).StatusCode);
        Assert.Equal(before + 1, Bot.Heard.Count);
        return Bot.Heard.Last();
    }

    /// <summary>Asserts that the activity is taken, and means nothing to the bot.</summary>
    protected async Task IgnoredAsync(JsonObject activity)
    {
        Assert.Equal(200, (int)(await SayAsync(activity)).StatusCode);
        Assert.Empty(Bot.Heard);
    }

    /// <summary>The address of a person the bot has just heard.</summary>
    private protected async Task<Address> MetAsync() => (await HearAsync(Message())).From;

    private protected ValueTask<Delivery> SendAsync(Address to, Outgoing message) => Bot.Channel.SendAsync(to, message, "key", Cancel);
}
