using ProgressBot.Core.Messaging;
using ProgressBot.Storage;

namespace ProgressBot.Tests.Outbox;

public sealed class OutboxSenderTests : IAsyncDisposable
{
    readonly OutboxWorld _world = new();

    [Fact]
    public async Task A_message_reaches_its_channel_and_is_recorded_as_sent()
    {
        var channel = ScriptedChannel.Taking();
        _world.Write("您好");

        await OutboxWorld.Drain(_world.Sender(channel));

        var sending = Assert.Single(channel.Given);
        Assert.Equal((new Address("webchat", "a"), "您好", "a/您好"), (sending.To, sending.Message.Text, sending.Key));
        var row = _world.Row("您好");
        Assert.Equal((OutboxState.Sent, 1, "id-您好", null, null), (row.State, row.Attempts, row.ChannelMessageId, row.NextAt, row.Claim));
        Assert.Equal(_world.Clock.GetUtcNow(), row.SentAt);
    }

    [Fact]
    public async Task Nothing_to_do_is_told()
    {
        var sender = _world.Sender(ScriptedChannel.Taking());
        Assert.False(await sender.SendOnceAsync(TestContext.Current.CancellationToken));

        _world.Write("一");

        Assert.True(await sender.SendOnceAsync(TestContext.Current.CancellationToken));
        Assert.False(await sender.SendOnceAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Messages_to_one_address_keep_their_order_though_one_has_to_wait()
    {
        var channel = FailingOnce("一", new Delivery.Later("busy", TimeSpan.FromSeconds(30), 503));
        foreach (var text in new[] { "一", "二", "三" }) _world.Write(text);
        _world.Write("别人", to: "b");
        var sender = _world.Sender(channel);

        await OutboxWorld.Drain(sender);
        Assert.Equal(["一", "别人"], channel.Texts.Order());

        _world.Clock.Advance(TimeSpan.FromSeconds(40));
        await OutboxWorld.Drain(sender);
        Assert.Equal(["一", "一", "二", "三"], channel.Texts.Where(text => text != "别人"));
        Assert.Equal(2, _world.Row("一").Attempts);
        Assert.Equal(1, _world.Row("二").Attempts);
    }

    [Fact]
    public async Task The_channels_own_wish_when_to_try_again_is_obeyed()
    {
        _world.Write("一");
        var sender = _world.Sender(FailingOnce("一", new Delivery.Later("429", TimeSpan.FromMinutes(10), 429)));

        await OutboxWorld.Drain(sender);

        var row = _world.Row("一");
        Assert.Equal((OutboxState.Retry, 429, "429"), (row.State, row.HttpStatus, row.LastError));
        Assert.InRange(row.NextAt!.Value - _world.Clock.GetUtcNow(), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task Without_a_wish_the_wait_doubles_with_every_failure_up_to_an_hour()
    {
        _world.Write("一");
        var sender = _world.Sender(new ScriptedChannel("webchat", _ => new(new Delivery.Later("down"))));
        var waits = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            await OutboxWorld.Drain(sender);
            waits.Add((_world.Row("一").NextAt!.Value - _world.Clock.GetUtcNow()).TotalSeconds);
            _world.Clock.MoveTo(_world.Row("一").NextAt!.Value);
        }

        for (var i = 0; i < 12; i++) Assert.InRange(waits[i], 0.8 * Math.Min(3600, 5 * Math.Pow(2, i)), 1.2 * Math.Min(3600, 5 * Math.Pow(2, i)));
    }

    [Fact]
    public async Task A_message_that_always_fails_is_given_up_and_does_not_block_the_address()
    {
        _world.Options.MaxAttempts = 3;
        var channel = new ScriptedChannel("webchat", sending => new(sending.Message.Text == "一" ? new Delivery.Later("down") : new Delivery.Sent(null)));
        _world.Write("一");
        _world.Write("二");
        var sender = _world.Sender(channel);

        for (var i = 0; i < 3; i++)
        {
            await OutboxWorld.Drain(sender);
            _world.Clock.Advance(TimeSpan.FromHours(2));
        }

        Assert.Equal((OutboxState.Dead, 3, "down"), (_world.Row("一").State, _world.Row("一").Attempts, _world.Row("一").LastError));
        Assert.Equal(OutboxState.Sent, _world.Row("二").State);
        Assert.Empty(_world.All<DeadAddress>());
    }

    [Fact]
    public async Task A_message_the_channel_finds_malformed_does_not_kill_its_address()
    {
        var channel = FailingOnce("一", new Delivery.Dead("bad request", 400));
        _world.Write("一");
        _world.Write("二");

        await OutboxWorld.Drain(_world.Sender(channel));

        Assert.Equal((OutboxState.Dead, 400), (_world.Row("一").State, _world.Row("一").HttpStatus));
        Assert.Equal(OutboxState.Sent, _world.Row("二").State);
        Assert.Empty(_world.All<DeadAddress>());
    }

    [Fact]
    public async Task To_a_dead_address_nothing_is_attempted_any_more_and_it_is_on_record()
    {
        var channel = FailingOnce("一", new Delivery.Dead("blocked", 403));
        _world.Write("一");
        _world.Write("二");
        var sender = _world.Sender(channel);
        await OutboxWorld.Drain(sender);

        _world.Write("三");
        _world.Write("别人", to: "b");
        await OutboxWorld.Drain(sender);

        Assert.Equal(["一", "别人"], channel.Texts);
        Assert.Equal((OutboxState.Dead, 0), (_world.Row("二").State, _world.Row("二").Attempts));
        Assert.Equal((OutboxState.Dead, 0), (_world.Row("三").State, _world.Row("三").Attempts));
        var dead = Assert.Single(_world.All<DeadAddress>());
        Assert.Equal(("webchat", "a", "blocked", 403), (dead.Channel, dead.Key, dead.Reason, dead.HttpStatus));
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_arrived_it_is_tried_once_more_with_the_same_key()
    {
        var channel = new ScriptedChannel("webchat", _ => new(new Delivery.Unknown("timed out")));
        _world.Write("一");
        var sender = _world.Sender(channel);
        for (var i = 0; i < 3; i++)
        {
            await OutboxWorld.Drain(sender);
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["a/一", "a/一"], channel.Given.Select(sending => sending.Key));
        Assert.Equal((OutboxState.Dead, "timed out"), (_world.Row("一").State, _world.Row("一").LastError));
    }

    [Fact]
    public async Task A_channel_that_breaks_its_promise_and_throws_is_tried_again()
    {
        var calls = 0;
        var channel = new ScriptedChannel("webchat", _ => calls++ == 0 ? throw new InvalidOperationException() : new(new Delivery.Sent(null)));
        _world.Write("一");
        var sender = _world.Sender(channel);

        await OutboxWorld.Drain(sender);
        Assert.Equal((OutboxState.Retry, "InvalidOperationException"), (_world.Row("一").State, _world.Row("一").LastError));

        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await OutboxWorld.Drain(sender);
        Assert.Equal(OutboxState.Sent, _world.Row("一").State);
    }

    [Fact]
    public async Task A_slow_address_does_not_hold_up_the_others_and_is_cut_off_in_the_end()
    {
        var slow = new TaskCompletionSource<Delivery>();
        var channel = new ScriptedChannel("webchat", sending => sending.To.Key == "slow" ? new(slow.Task) : new(new Delivery.Sent(null)));
        _world.Write("一", to: "slow");
        _world.Write("二", to: "b");
        var sender = _world.Sender(channel);

        var step = sender.SendOnceAsync(TestContext.Current.CancellationToken);
        await UntilPatienceIsWaitedForAsync(() => channel.Given.Count == 2);
        _world.Clock.Advance(_world.Options.Patience);
        Assert.True(await step);
        Assert.Equal((OutboxState.Sending, OutboxState.Sent), (_world.Row("一").State, _world.Row("二").State));

        _world.Clock.Advance(_world.Options.SendTimeout);
        await OutboxWorld.Drain(sender);
        Assert.Equal((OutboxState.Retry, "no answer within 20 s"), (_world.Row("一").State, _world.Row("一").LastError));
    }

    [Fact]
    public async Task Replies_go_before_reminders_and_reminders_before_digests()
    {
        _world.Options.InFlight = 1;
        var channel = ScriptedChannel.Taking();
        _world.Write("周报", to: "a", kind: OutboxKind.Digest);
        _world.Write("提醒", to: "b", kind: OutboxKind.Reminder);
        _world.Write("催办", to: "c", kind: OutboxKind.Nudge);
        _world.Write("答复", to: "d", kind: OutboxKind.Reply);

        await OutboxWorld.Drain(_world.Sender(channel));

        Assert.Equal(["答复", "催办", "提醒", "周报"], channel.Texts);
    }

    [Fact]
    public async Task A_message_for_a_channel_that_is_not_there_waits_for_it()
    {
        _world.Write("一", channel: "feishu");
        await OutboxWorld.Drain(_world.Sender(ScriptedChannel.Taking()));
        Assert.Equal(OutboxState.Pending, _world.Row("一").State);

        await OutboxWorld.Drain(_world.Sender(ScriptedChannel.Taking("feishu")));
        Assert.Equal(OutboxState.Sent, _world.Row("一").State);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    static ScriptedChannel FailingOnce(string text, Delivery failure)
    {
        var failed = false;
        return new ScriptedChannel("webchat", sending =>
        {
            if (failed || sending.Message.Text != text) return new(new Delivery.Sent(null));
            failed = true;
            return new(failure);
        });
    }

    /// <summary>The step runs on other threads up to the point where only the clock can move it on.</summary>
    async Task UntilPatienceIsWaitedForAsync(Func<bool> given)
    {
        // sends have timers of their own
        while (!given() || !_world.Clock.IsWaitedFor(_world.Clock.GetUtcNow() + _world.Options.Patience))
            await Task.Yield();
    }
}
