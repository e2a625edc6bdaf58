using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Channels.DirectLine;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Channels.DirectLine;

public sealed class WebChatTests
{
    [Fact]
    public async Task What_was_said_is_still_there_after_a_restart_and_the_token_still_opens_it()
    {
        var first = await ChatHost.StartAsync();
        using var before = new DirectLineClient(first);
        var talk = await before.StartAsync();
        await before.PostAsync(talk, new { type = "message", text = "一" });

        await using var second = await first.RestartAsync();
        using var after = new DirectLineClient(second);
        await after.PostAsync(talk, new { type = "message", text = "二" });

        Assert.Equal(["一", "收到：一", "二", "收到：二"], await after.TextsAsync(talk));
        Assert.Equal(["二", "收到：二"], await after.TextsAsync(talk, "2"));
    }

    [Fact]
    public async Task The_same_outbox_key_twice_is_one_message()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new DirectLineClient(host);
        var talk = await client.StartAsync();

        var first = await host.SayAsync(talk.Id, new Outgoing("提醒"), "key");
        var second = await host.SayAsync(talk.Id, new Outgoing("提醒"), "key");

        Assert.Equal(first, second);
        Assert.Equal(["提醒"], await client.TextsAsync(talk));
    }

    [Fact]
    public async Task An_address_that_never_was_is_dead()
    {
        await using var host = await ChatHost.StartAsync();

        Assert.IsType<Delivery.Dead>(await host.SayAsync("nobody", new Outgoing("提醒"), "key"));
    }

    [Fact]
    public async Task A_repeated_post_reaches_the_turn_under_the_same_message_id()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new DirectLineClient(host);
        var talk = await client.StartAsync();
        var message = new { type = "message", text = "甲", locale = "zh-CN", channelData = new { clientActivityID = "c1" } };

        await client.PostAsync(talk, message);
        await client.PostAsync(talk, message);

        var heard = Assert.Single(host.Heard);
        Assert.Equal((new Address("webchat", talk.Id), "甲", "zh-CN"), (heard.From, heard.Text, heard.Locale));
        Assert.Equal((await client.HistoryAsync(talk))[0].GetProperty("id").GetString(), heard.MessageId);
    }

    [Fact]
    public async Task A_submitted_card_reaches_the_turn_as_its_text_and_data()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new DirectLineClient(host);

        await client.PostAsync(await client.StartAsync(), new { type = "message", value = new { text = "确认报送", report = "7", version = 2, odd = new { nested = 1 } } });

        var heard = Assert.Single(host.Heard);
        Assert.Equal("确认报送", heard.Text);
        Assert.Equal(new Dictionary<string, string> { ["text"] = "确认报送", ["report"] = "7", ["version"] = "2" }, heard.Card);
    }

    [Fact]
    public async Task A_bot_that_fails_is_502_and_the_same_message_may_be_sent_again()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new DirectLineClient(host);
        var talk = await client.StartAsync();
        host.Answer = _ => throw new InvalidOperationException("out of order");

        using var failed = await client.PostAsync(talk, new { type = "message", text = "甲", channelData = new { clientActivityID = "c1" } });

        Assert.Equal(HttpStatusCode.BadGateway, failed.StatusCode);
        Assert.Contains("BotRejectedActivity", await failed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["甲"], await client.TextsAsync(talk));
    }

    [Fact]
    public async Task Twenty_messages_at_once_get_twenty_numbers_and_rising_times()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new DirectLineClient(host);
        var talk = await client.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => host.SayAsync(talk.Id, new Outgoing($"{number}"), $"{number}").AsTask()));

        var history = await client.HistoryAsync(talk);
        var times = history.Select(activity => activity.GetProperty("timestamp").GetString()!).ToArray();
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"{talk.Id}|{number:D7}"), history.Select(activity => activity.GetProperty("id").GetString()));
        Assert.Equal(times.Distinct().Order(StringComparer.Ordinal), times);
    }

    [Fact]
    public async Task A_clock_that_goes_back_does_not_put_new_messages_before_old_ones()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new DirectLineClient(host);
        var talk = await client.StartAsync();
        await host.SayAsync(talk.Id, new Outgoing("先"), "1");
        host.Clock.Move(TimeSpan.FromSeconds(-30));

        await host.SayAsync(talk.Id, new Outgoing("后"), "2");

        var times = (await client.HistoryAsync(talk)).Select(activity => activity.GetProperty("timestamp").GetString()).ToArray();
        Assert.True(string.CompareOrdinal(times[0], times[1]) < 0);
    }

    [Fact]
    public async Task A_listener_that_does_not_keep_up_is_cut_off_and_comes_back_with_its_watermark()
    {
        await using var host = await ChatHost.StartAsync();
        var streams = host.Services.GetRequiredService<LiveStreams>();
        using var slow = streams.Listen("c");
        using var other = streams.Listen("other");

        for (var number = 1; number <= 1000; number++)
            streams.Publish("c", new LiveActivity(number, "{}"));

        var received = await slow.Activities.ReadAllAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);
        Assert.InRange(received, 1, 999);
        Assert.False(other.Activities.TryRead(out _));
    }

    [Fact]
    public async Task The_server_closes_its_streams_when_it_stops()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new DirectLineClient(host);
        using var socket = await (await client.StartAsync()).ListenAsync();

        await host.StopAsync();

        Assert.Null(await Talk.FrameAsync(socket));
    }

    [Fact]
    public async Task Nothing_in_the_log_lets_one_in_or_says_what_was_said()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new DirectLineClient(host);
        var talk = await client.StartAsync();
        using var socket = await talk.ListenAsync();
        await client.PostAsync(talk, new { type = "message", text = "不可外传" });
        await Talk.FrameAsync(socket);
        await client.SendAsync(HttpMethod.Post, "/k/wang");

        var atInformation = string.Join('\n', host.Log.Where(line => !line.StartsWith("Trace", StringComparison.Ordinal) && !line.StartsWith("Debug", StringComparison.Ordinal)));
        Assert.DoesNotContain("?t=", atInformation, StringComparison.Ordinal);
        Assert.DoesNotContain(talk.Token, string.Join('\n', host.Log), StringComparison.Ordinal);
        Assert.DoesNotContain("/k/wang", atInformation, StringComparison.Ordinal);
        Assert.DoesNotContain("不可外传", atInformation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signing_key_is_readable_by_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        await using var host = await ChatHost.StartAsync();
        using var client = new DirectLineClient(host);
        await client.StartAsync();

        var key = new FileInfo(Path.Combine(host.Directory, "directline.key"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, key.UnixFileMode);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("long enough but with spaces")]
    public void A_secret_that_is_none_stops_the_start(string secret)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Channels:DirectLine:Secret"] = secret }).Build();

        Assert.Throws<InvalidDataException>(() => new ServiceCollection().AddDirectLine(configuration, Path.GetTempPath()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_secret_nobody_mints_tokens(string? secret)
    {
        await using var host = await ChatHost.StartAsync(settings: new() { ["Channels:DirectLine:Secret"] = secret });
        using var client = new DirectLineClient(host);

        using var guess = await client.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", ChatHost.Secret);
        using var none = await client.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (guess.StatusCode, none.StatusCode));
    }
}
