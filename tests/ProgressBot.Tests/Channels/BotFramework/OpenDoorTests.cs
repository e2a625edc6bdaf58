using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Channels.BotFramework;

public sealed class OpenDoorTests
{
    static readonly KeyValuePair<string, string?> Open = new("Channels:BotFramework:OpenOnLoopback", "true");

    [Fact]
    public async Task Without_an_app_id_there_is_no_such_place()
    {
        await using var bot = await TestBot.StartAsync([], new TestClock());
        Assert.Equal(HttpStatusCode.NotFound, (await bot.PostAsync(Sample.Message("http://127.0.0.1:9").ToJsonString())).StatusCode);
        Assert.IsType<Delivery.Later>(await bot.Channel.SendAsync(new Address("botframework", "x"), new Outgoing("x"), "key", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Opened_it_talks_to_the_Emulator_without_any_token()
    {
        await using var cloud = await FakeCloud.StartAsync();
        await using var bot = await TestBot.StartAsync([Open], new TestClock());

        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Sample.Message(cloud.ServiceUrl).ToJsonString())).StatusCode);
        await bot.Channel.SendAsync(bot.Heard.Single().From, new Outgoing("您好"), "key", TestContext.Current.CancellationToken);

        Assert.Equal("", Assert.Single(cloud.Posts).Authorization);
        Assert.Empty(cloud.TokenRequests);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.8")]
    [InlineData("Forwarded", "for=10.0.0.8")]
    [InlineData("Host", "progress.example.com")]
    public async Task What_came_from_elsewhere_is_refused(string header, string value)
    {
        await using var bot = await TestBot.StartAsync([Open], new TestClock());
        bot.Http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await bot.PostAsync(Sample.Message("http://127.0.0.1:9").ToJsonString())).StatusCode);
        Assert.Empty(bot.Heard);
    }

    [Fact]
    public async Task What_any_web_page_could_post_is_refused()
    {
        await using var bot = await TestBot.StartAsync([Open], new TestClock());
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.PostAsync(Sample.Message("http://127.0.0.1:9").ToJsonString(), contentType: "text/plain")).StatusCode);
    }

    [Fact]
    public async Task Opened_it_answers_to_this_machine_only()
    {
        await using var bot = await TestBot.StartAsync([Open], new TestClock());
        await bot.PostAsync(Sample.Message("http://169.254.169.254/latest").ToJsonString());
        Assert.IsType<Delivery.Dead>(await bot.Channel.SendAsync(bot.Heard.Single().From, new Outgoing("x"), "key", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    public async Task A_server_for_everybody_does_not_start_with_the_door_open(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Configuration.AddInMemoryCollection([Open]);
        builder.Services.AddSingleton(TimeProvider.System).AddBotFramework(builder.Configuration);
        await using var app = builder.Build();

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("OpenOnLoopback", problem.Message, StringComparison.Ordinal);
    }
}
