using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;
using ProgressBot.Storage;

namespace ProgressBot.Tests.Outbox;

public sealed class OutboxCleanupTests : IAsyncDisposable
{
    readonly OutboxWorld _world = new();

    [Fact]
    public async Task Old_answers_go_and_the_record_of_who_was_reminded_stays()
    {
        _world.Write("答复");
        _world.Write("提醒", kind: OutboxKind.Reminder);
        await OutboxWorld.Drain(_world.Sender(ScriptedChannel.Taking()));
        _world.Write("没送出", to: "b");
        var cleanup = new OutboxCleanup(_world.Database, _world.Clock);

        _world.Clock.Advance(TimeSpan.FromDays(90));
        Assert.False(await cleanup.RunOnceAsync(TestContext.Current.CancellationToken));
        _world.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(await cleanup.RunOnceAsync(TestContext.Current.CancellationToken));
        Assert.False(await cleanup.RunOnceAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["提醒", "没送出"], _world.All<OutboxMessage>().Select(message => message.Outgoing.Text));
    }

    [Fact]
    public async Task What_was_taken_in_is_known_for_ninety_days()
    {
        await using (var db = _world.Database.CreateDbContext())
        {
            db.Add(new InboxRow { Channel = "webchat", MessageId = "1", At = _world.Clock.GetUtcNow() });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var cleanup = new OutboxCleanup(_world.Database, _world.Clock);

        _world.Clock.Advance(TimeSpan.FromDays(90));
        Assert.False(await cleanup.RunOnceAsync(TestContext.Current.CancellationToken));
        Assert.Single(_world.All<InboxRow>());
        _world.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(await cleanup.RunOnceAsync(TestContext.Current.CancellationToken));
        Assert.Empty(_world.All<InboxRow>());
    }

    [Fact]
    public void A_message_comes_out_of_the_database_as_it_went_in()
    {
        var table = new Table(["指标", "累计"], [["到位资金", "5.1亿元"]]);
        var message = OutboxMessage.To(
            new Address("webchat", "a"), new Outgoing("请核对 <b>&</b>") { Buttons = [new Button("确认报送")], Table = table }, "k", OutboxKind.Reply, _world.Clock.GetUtcNow());

        var outgoing = message.Outgoing;

        Assert.Equal("请核对 <b>&</b>", outgoing.Text);
        Assert.Equal("确认报送", Assert.Single(outgoing.Buttons).Text);
        Assert.Equal(["到位资金", "5.1亿元"], outgoing.Table!.Rows[0]);
        Assert.Contains("到位资金", message.Payload);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
