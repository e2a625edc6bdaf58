using Microsoft.EntityFrameworkCore;
using ProgressBot.Outbox;
using ProgressBot.Storage;

namespace ProgressBot.Tests.Outbox;

public sealed class TwoSendersTests : IAsyncDisposable
{
    readonly OutboxWorld _world = new();

    [Fact]
    public async Task Two_senders_on_one_database_send_everything_once_and_in_order()
    {
        _world.Options.InFlight = 7;
        var channel = ScriptedChannel.Taking();
        for (var i = 0; i < 200; i++) _world.Write($"{i:000}", to: $"address {i % 11}");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => OutboxWorld.Drain(_world.Sender(channel)))));
        await OutboxWorld.Drain(_world.Sender(channel));

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i:000}"), channel.Texts.Order());
        Assert.All(channel.Given.GroupBy(sending => sending.To), address =>
            Assert.Equal(address.Select(sending => sending.Message.Text).Order(), address.Select(sending => sending.Message.Text)));
    }

    [Fact]
    public async Task What_one_sender_has_claimed_the_other_leaves_alone_until_the_claim_lapses()
    {
        _world.Write("一");
        _world.Write("二");
        var dead = _world.Queue();
        Assert.Equal(2, (await dead.ClaimAsync("webchat", 10, TestContext.Current.CancellationToken)).Count);
        var channel = ScriptedChannel.Taking();
        var sender = _world.Sender(channel);

        _world.Write("三");
        await OutboxWorld.Drain(sender);
        Assert.Empty(channel.Given);

        _world.Clock.Advance(_world.Options.Lease);
        await OutboxWorld.Drain(sender);
        Assert.Equal(["一", "二", "三"], channel.Texts);
        Assert.Equal(["a/一", "a/二", "a/三"], channel.Given.Select(sending => sending.Key));
    }

    [Fact]
    public async Task A_sender_whose_claim_has_lapsed_does_not_overwrite_what_the_next_one_recorded()
    {
        _world.Write("一");
        _world.Write("二", to: "b");
        var slow = _world.Queue();
        var claimed = await slow.ClaimAsync("webchat", 10, TestContext.Current.CancellationToken);
        _world.Clock.Advance(_world.Options.Lease);
        await OutboxWorld.Drain(_world.Sender(ScriptedChannel.Taking()));

        await slow.RecordAsync(
            [.. claimed.Select(message => new Outcome.GivenUp(message, "late", null))]);

        Assert.Equal((OutboxState.Sent, OutboxState.Sent), (_world.Row("一").State, _world.Row("二").State));
    }

    [Fact]
    public async Task Of_a_message_claimed_twice_in_one_process_the_last_claim_is_recorded()
    {
        _world.Write("一");
        var queue = _world.Queue();
        var first = await queue.ClaimAsync("webchat", 10, TestContext.Current.CancellationToken);
        _world.Clock.Advance(_world.Options.Lease);
        var second = await queue.ClaimAsync("webchat", 10, TestContext.Current.CancellationToken);

        await queue.RecordAsync([new Outcome.GivenUp(first[0], "late", null), new Outcome.Sent(second[0], _world.Clock.GetUtcNow(), "id")]);

        Assert.Equal((OutboxState.Sent, 2), (_world.Row("一").State, _world.Row("一").Attempts));
    }

    [Fact]
    public async Task A_message_whose_claim_is_about_to_lapse_is_given_back_and_not_sent()
    {
        _world.Options.Lease = _world.Options.SendTimeout * 2 - TimeSpan.FromTicks(1);
        var channel = ScriptedChannel.Taking();
        _world.Write("一");

        Assert.True(await _world.Sender(channel).SendOnceAsync(TestContext.Current.CancellationToken));

        Assert.Empty(channel.Given);
        Assert.Equal((OutboxState.Pending, 0), (_world.Row("一").State, _world.Row("一").Attempts));
    }

    [Fact]
    public void One_key_cannot_be_written_twice()
    {
        _world.Write("一");

        Assert.Throws<DbUpdateException>(() => _world.Write("一"));
    }

    [Fact]
    public async Task A_message_over_which_processes_die_is_given_up_in_the_end()
    {
        _world.Options.MaxAttempts = 4;
        _world.Write("一");
        for (var i = 0; i < 4; i++)
        {
            await _world.Queue().ClaimAsync("webchat", 10, TestContext.Current.CancellationToken);
            _world.Clock.Advance(_world.Options.Lease);
        }
        var channel = ScriptedChannel.Taking();

        await OutboxWorld.Drain(_world.Sender(channel));

        Assert.Empty(channel.Given);
        Assert.Equal(OutboxState.Dead, _world.Row("一").State);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
