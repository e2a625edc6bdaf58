using Microsoft.Extensions.Options;
using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Outbox;

public sealed class RateLimitTests : IAsyncDisposable
{
    readonly OutboxWorld _world = new();

    [Fact]
    public async Task A_conversation_gets_no_more_than_its_rate_in_any_window()
    {
        _world.Options.Limits["webchat"] = new ChannelLimits { Conversation = "7/1s 30/1m" };
        var arrivals = await SendAllAsync(60, _ => "a", TimeSpan.FromMilliseconds(50));

        Assert.Equal(60, arrivals.Count);
        AssertRate(arrivals, 7, TimeSpan.FromSeconds(1));
        AssertRate(arrivals, 30, TimeSpan.FromMinutes(1));
        Assert.InRange(arrivals[^1] - arrivals[0], TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75));
    }

    [Fact]
    public async Task A_channel_gets_no_more_than_its_rate_over_all_conversations()
    {
        _world.Options.Limits["webchat"] = new ChannelLimits { Channel = "25/1s" };
        var arrivals = await SendAllAsync(200, i => $"address {i}", TimeSpan.FromMilliseconds(20));

        AssertRate(arrivals, 25, TimeSpan.FromSeconds(1));
        Assert.InRange(arrivals[^1] - arrivals[0], TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Ten_thousand_open_messages_leave_at_the_rate_however_long_the_sender_thinks_between_looking_and_pausing()
    {
        _world.Options.Limits["webchat"] = new ChannelLimits { Channel = "25/1s" };
        var arrivals = new List<DateTimeOffset>();
        var sender = _world.Sender(new ScriptedChannel("webchat", _ =>
        {
            lock (arrivals) arrivals.Add(_world.Clock.GetUtcNow());
            return new(new Delivery.Sent(null));
        }));
        _world.WriteMany(10_000);

        var begun = _world.Clock.GetUtcNow();
        for (var thinks = 1; _world.Clock.GetUtcNow() < begun + TimeSpan.FromSeconds(10); thinks = thinks * 7 % 41)
        {
            var found = await sender.SendOnceAsync(TestContext.Current.CancellationToken);
            _world.Clock.Advance(TimeSpan.FromMilliseconds(thinks));
            if (!found) _world.Clock.Advance(await sender.PauseAsync(TestContext.Current.CancellationToken));
        }

        AssertRate(arrivals, 25, TimeSpan.FromSeconds(1));
        Assert.InRange(arrivals.Count, 225, 250);
    }

    [Fact]
    public async Task Room_that_opens_while_a_step_ends_is_not_slept_through()
    {
        _world.Options.Limits["webchat"] = new ChannelLimits { Channel = "1/1s" };
        _world.Write("一");
        _world.Write("二", to: "b");
        var sender = _world.Sender(ScriptedChannel.Taking());
        await OutboxWorld.Drain(sender);

        _world.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromMilliseconds(1), await sender.PauseAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_falls_due_while_a_step_ends_is_not_slept_through()
    {
        var sender = _world.Sender(new ScriptedChannel("webchat", _ => new(new Delivery.Later("busy", TimeSpan.FromMilliseconds(10)))));
        _world.Write("一");
        await OutboxWorld.Drain(sender);

        _world.Clock.Advance(TimeSpan.FromMilliseconds(20));

        Assert.Equal(TimeSpan.FromMilliseconds(1), await sender.PauseAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Waiting_for_room_does_not_count_as_an_attempt()
    {
        _world.Options.Limits["webchat"] = new ChannelLimits { Conversation = "1/1m" };
        _world.Write("一");
        _world.Write("二");
        var sender = _world.Sender(ScriptedChannel.Taking());

        await OutboxWorld.Drain(sender);

        var row = _world.Row("二");
        Assert.Equal((OutboxState.Pending, 0), (row.State, row.Attempts));
        Assert.Equal(_world.Clock.GetUtcNow().AddMinutes(1), row.NextAt);
    }

    [Fact]
    public void A_place_is_free_again_one_window_after_the_sending_ended_not_after_it_began()
    {
        var clock = FakeClock.At("2022-09-26 10:07");
        var limiter = Limiter(clock, "1/1s");
        var to = new Address("webchat", "a");

        Assert.True(limiter.TryStart(to));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False(limiter.TryStart(to));
        Assert.Null(limiter.OpensIn(to));

        limiter.End(to);
        Assert.Equal(TimeSpan.FromSeconds(1), limiter.OpensIn(to));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(limiter.TryStart(to));
    }

    [Fact]
    public void A_channel_without_limits_has_room_for_everything() =>
        Assert.Equal(int.MaxValue, Limiter(FakeClock.At("2022-09-26 10:07"), "").Room("feishu"));

    [Theory]
    [InlineData("7"), InlineData("0/1s"), InlineData("7/0s"), InlineData("7/1d"), InlineData("7/s"), InlineData("-7/1s")]
    public void A_rate_that_cannot_be_read_is_refused(string rate)
    {
        var error = Assert.Throws<FormatException>(() => Limiter(FakeClock.At("2022-09-26 10:07"), rate));

        Assert.Contains($"'{rate}'", error.Message);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    async Task<IReadOnlyList<DateTimeOffset>> SendAllAsync(int count, Func<int, string> to, TimeSpan step)
    {
        var arrivals = new List<DateTimeOffset>();
        var channel = new ScriptedChannel("webchat", _ =>
        {
            lock (arrivals) arrivals.Add(_world.Clock.GetUtcNow());
            return new(new Delivery.Sent(null));
        });
        for (var i = 0; i < count; i++) _world.Write($"{i}", to(i));
        var sender = _world.Sender(channel);
        for (var i = 0; i < 5000 && arrivals.Count < count; i++)
        {
            await OutboxWorld.Drain(sender);
            _world.Clock.Advance(step);
        }
        return arrivals;
    }

    static void AssertRate(IReadOnlyList<DateTimeOffset> arrivals, int most, TimeSpan per) =>
        Assert.All(arrivals, first => Assert.InRange(arrivals.Count(at => at >= first && at < first + per), 1, most));

    static RateLimiter Limiter(FakeClock clock, string conversation)
    {
        var options = new OutboxOptions { Limits = { ["webchat"] = new ChannelLimits { Conversation = conversation } } };
        return new RateLimiter(Options.Create(options), clock);
    }
}
