using Microsoft.Extensions.Logging.Abstractions;
using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Tests.World;
using static Microsoft.Extensions.Options.Options;

namespace ProgressBot.Tests.Outbox;

public sealed class OutboxQueryPlanTests
{
    [Fact]
    public async Task Claiming_recording_and_pausing_read_the_outbox_by_its_indexes_however_many_messages_are_open()
    {
        using var database = new TestDatabase();
        var plans = new QueryPlans(database.File);
        await using var writes = new WriteQueue(plans, new RecordClock(), new RowNumbering());
        using var rows = new PreparedRows();
        var (options, clock) = (Create(new OutboxOptions { Limits = { ["webchat"] = new ChannelLimits { Channel = "25/1s" } } }), FakeClock.At("2022-09-26 10:07"));
        var store = new Store(writes, rows, new RowNumbering(), new RecordClock(), clock);
        var queue = new OutboxQueue(writes, store, plans, new Duties(writes, plans, new RateLimiter(options, clock), options, clock), options, clock, NullLogger<OutboxQueue>.Instance);
        using (var db = database.CreateDbContext())
        {
            db.AddRange(Enumerable.Range(0, 2000).Select(number => OutboxMessage.To(new Address("webchat", $"{number}"), new Outgoing("提醒"), $"{number}", OutboxKind.Reminder, clock.GetUtcNow())));
            db.SaveChanges();
        }

        var claimed = await queue.ClaimAsync("webchat", 25, TestContext.Current.CancellationToken);
        plans.Begin();
        claimed = [.. claimed, .. await queue.ClaimAsync("webchat", 25, TestContext.Current.CancellationToken)];
        await queue.RecordAsync([.. claimed.Select(message => new Outcome.Sent(message, clock.GetUtcNow(), null))]);
        await queue.NextDueAsync(clock.GetUtcNow(), TestContext.Current.CancellationToken);

        Assert.Equal(50, claimed.Count);
        Assert.Contains(plans.Steps, step => step.Contains("IX_Outbox_Channel_Kind_NextAt", StringComparison.Ordinal));
        Assert.DoesNotContain(plans.Steps, step => step.StartsWith("SCAN o", StringComparison.Ordinal) || step.Contains("SCAN Outbox", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }
}
