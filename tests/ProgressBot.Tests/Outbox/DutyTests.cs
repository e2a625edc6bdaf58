using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;

namespace ProgressBot.Tests.Outbox;

public sealed class DutyTests : IAsyncDisposable
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    readonly OutboxWorld _world = new();
    readonly List<(string By, string To, DateTimeOffset At)> _arrivals = [];

    [Fact]
    public async Task Two_senders_on_one_database_keep_one_rate_between_them()
    {
        _world.Options.Limits["webchat"] = new ChannelLimits { Channel = "25/1s" };
        for (var i = 0; i < 200; i++) _world.Write($"{i}", to: $"address {i}");
        OutboxSender[] both = [Sender("first"), Sender("second")];

        while (_arrivals.Count < 200) await StepAsync(both);

        AssertRate(25, TimeSpan.FromSeconds(1));
        Assert.InRange(_arrivals[^1].At - _arrivals[0].At, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
        Assert.All(_arrivals, arrival => Assert.Equal("first", arrival.By));
    }

    [Fact]
    public async Task The_second_takes_over_when_the_first_is_gone_and_what_that_one_sent_goes_on_counting()
    {
        _world.Options.Limits["webchat"] = new ChannelLimits { Channel = "25/1s", Conversation = "1/1m" };
        for (var i = 0; i < 100; i++) _world.Write($"{i}", to: $"address {i % 75}");
        var (first, second) = (Sender("first"), Sender("second"));

        while (_arrivals.Count < 40) await StepAsync(first, second);
        var gone = _world.Clock.GetUtcNow();
        while (_arrivals.Count < 100) await StepAsync(second);

        Assert.Equal(["first", "second"], _arrivals.Select(arrival => arrival.By).Distinct());
        Assert.InRange(_arrivals.First(arrival => arrival.By == "second").At - gone, _world.Options.Duty / 2, _world.Options.Duty + Step);
        AssertRate(25, TimeSpan.FromSeconds(1));
        Assert.All(_arrivals.GroupBy(arrival => arrival.To).Where(address => address.Count() > 1), address => Assert.True(address.Last().At - address.First().At >= TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task What_the_first_had_in_its_hands_when_it_died_counts_as_sent_at_the_take_over()
    {
        _world.Options.Limits["webchat"] = new ChannelLimits { Channel = "1/1m" };
        _world.Write("一");
        _world.Write("二", to: "b");
        Assert.Single(await _world.Queue().ClaimAsync("webchat", 1, TestContext.Current.CancellationToken));

        _world.Clock.Advance(_world.Options.Duty);
        var takenOver = _world.Clock.GetUtcNow();
        var second = Sender("second");
        while (_arrivals.Count == 0) await StepAsync(second);

        Assert.Equal(takenOver + TimeSpan.FromMinutes(1), _arrivals[0].At);
    }

    [Fact]
    public async Task Whoever_leaves_hands_over_at_once_and_may_take_the_duty_again_later()
    {
        _world.Options.Limits["webchat"] = new ChannelLimits { Channel = "25/1s" };
        var (first, second) = (_world.Duties(), _world.Duties());
        var stop = TestContext.Current.CancellationToken;

        Assert.Equal((true, false), (await first.TakeAsync("webchat", stop), await second.TakeAsync("webchat", stop)));
        Assert.Equal((true, false), (first.IsOn("webchat"), second.IsOn("webchat")));

        await first.LeaveAsync();
        Assert.Equal((true, false), (await second.TakeAsync("webchat", stop), await first.TakeAsync("webchat", stop)));
        Assert.False(first.IsOn("webchat"));

        _world.Clock.Advance(_world.Options.Duty);
        Assert.False(second.IsOn("webchat"));
        Assert.True(await first.TakeAsync("webchat", stop));
    }

    [Fact]
    public async Task A_channel_without_rates_needs_nobody_on_duty()
    {
        Assert.True(await _world.Duties().TakeAsync("webchat", TestContext.Current.CancellationToken));

        Assert.Empty(_world.All<SenderDuty>());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    OutboxSender Sender(string name) => _world.Sender(new ScriptedChannel("webchat", sending =>
    {
        lock (_arrivals) _arrivals.Add((name, sending.To.Key, _world.Clock.GetUtcNow()));
        return new(new Delivery.Sent(null));
    }));

    async Task StepAsync(params OutboxSender[] senders)
    {
        foreach (var sender in senders) await OutboxWorld.Drain(sender);
        _world.Clock.Advance(Step);
    }

    void AssertRate(int most, TimeSpan per) =>
        Assert.All(_arrivals, first => Assert.InRange(_arrivals.Count(arrival => arrival.At >= first.At && arrival.At < first.At + per), 1, most));
}
