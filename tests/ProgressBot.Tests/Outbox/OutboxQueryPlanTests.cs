using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using ProgressBot.Core.Messaging;
using ProgressBot.Outbox;
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
        var plans = new Plans(database.File);
        await using var writes = new WriteQueue(plans, new RecordClock());
        var (options, clock) = (Create(new OutboxOptions { Limits = { ["webchat"] = new ChannelLimits { Channel = "25/1s" } } }), FakeClock.At("2022-09-26 10:07"));
        var queue = new OutboxQueue(writes, plans, new Duties(writes, plans, new RateLimiter(options, clock), options, clock), options, clock, NullLogger<OutboxQueue>.Instance);
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

    /// <summary>Asks SQLite for the plan of every statement before it runs.</summary>
    sealed class Plans : DbCommandInterceptor, IDbContextFactory<BotDb>
    {
        readonly DbContextOptions<BotDb> _options;
        readonly List<string> _steps = [];
        bool _watching;

        public Plans(string file)
        {
            var options = new DbContextOptionsBuilder<BotDb>();
            options.UseSqliteFile(file).AddInterceptors(this);
            _options = options.Options;
        }

        public IReadOnlyList<string> Steps => _steps;

        public void Begin() => _watching = true;

        public BotDb CreateDbContext() => new(_options);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Note((SqliteCommand)command);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Note((SqliteCommand)command);
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }

        void Note(SqliteCommand command)
        {
            if (!_watching) return;
            using var explain = command.Connection!.CreateCommand();
            (explain.CommandText, explain.Transaction) = ("EXPLAIN QUERY PLAN " + command.CommandText, command.Transaction);
            foreach (SqliteParameter parameter in command.Parameters) explain.Parameters.AddWithValue(parameter.ParameterName, parameter.Value);
            using var reader = explain.ExecuteReader();
            while (reader.Read()) _steps.Add(reader.GetString(3));
        }
    }
}
