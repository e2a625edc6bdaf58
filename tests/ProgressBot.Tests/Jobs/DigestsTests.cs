using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;
using ProgressBot.Plans;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Jobs;

public sealed class DigestsTests
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_on_one_database_send_a_digest_and_its_notice_once()
    {
        await using var bot = await WholeBot.StartAsync(Time("2022-09-28 09:00"));
        await using var other = bot.Another();
        Assert.False(await RunAsync(bot.Services));

        bot.Clock.MoveTo(Time("2022-09-30 09:45"));
        Assert.Equal([false, true], (await Task.WhenAll(RunAsync(bot.Services), RunAsync(other))).Order());
        bot.Clock.MoveTo(Time("2022-09-30 16:30"));
        Assert.Equal([false, true], (await Task.WhenAll(RunAsync(bot.Services), RunAsync(other))).Order());

        Assert.Equal(1, await CountAsync(bot, "digest-notice:"));
        Assert.Equal(2, await CountAsync(bot, "digest:"));
    }

    [Fact]
    public async Task A_digest_whose_transaction_failed_is_sent_by_the_next_sweep()
    {
        await using var bot = await WholeBot.StartAsync(Time("2022-09-28 09:00"));
        await RunAsync(bot.Services);
        bot.Clock.MoveTo(Time("2022-09-30 16:30"));
        await WriteAsync(bot, db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON SentDigests BEGIN SELECT RAISE(ABORT, 'disk full'); END"));

        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(bot.Services));
        Assert.Equal(0, await CountAsync(bot, "digest:"));
        await WriteAsync(bot, db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER full"));

        Assert.True(await RunAsync(bot.Services));
        Assert.False(await RunAsync(bot.Services));
        Assert.Equal(2, await CountAsync(bot, "digest:"));
    }

    [Fact]
    public async Task Whoever_reports_in_two_plans_gets_one_message_of_their_own()
    {
        await using var bot = await WholeBot.StartAsync(Time("2022-09-21 10:40"));
        await AddPlanAsync(bot);
        foreach (var id in (int[])[1, 2]) await bot.Services.GetRequiredService<PlanStore>().SetAsync(id, [("units", "on"), ("steps", "0")], Cancelled);
        await bot.HappenAsync("sweep");
        bot.Clock.MoveTo(Time("2022-09-23 10:00"));
        await bot.HappenAsync("sweep");

        bot.Clock.MoveTo(Time("2022-09-23 16:30"));
        await RunAsync(bot.Services);

        var own = await TextsAsync(bot, "digest:units:", "吴磊");
        var text = Assert.Single(own);
        Assert.Contains("《西湖区山海协作工程2022年度任务》", text);
        Assert.Contains("《对口支援》", text);
        Assert.DoesNotContain("区财政局", text);
        var office = Assert.Single(await TextsAsync(bot, "digest:", "陈静"));
        Assert.Contains("西湖区山海协作工程2022年度任务", office);
        Assert.Contains("对口支援", office);
    }

    [Fact]
    public async Task With_several_plans_the_bot_asks_which_is_not_to_leave_and_each_goes_its_own_way()
    {
        await using var bot = await WholeBot.StartAsync(Time("2022-09-28 09:00"));
        await AddPlanAsync(bot);
        await bot.HappenAsync("sweep");

        var asked = (await bot.SayAsync("陈静", "本周不发", [])).Messages.Single().Message;
        Assert.Contains("1 西湖区山海协作工程2022年度任务", asked.Text);
        Assert.Equal(["本周不发 1", "本周不发 2", "本周不发 全部"], asked.Buttons.Select(button => button.Text));
        Assert.Single((await bot.SayAsync("陈静", "本周不发 2", [])).Stored);
        bot.Clock.MoveTo(Time("2022-09-30 09:45"));
        await RunAsync(bot.Services);
        bot.Clock.MoveTo(Time("2022-09-30 16:30"));
        await RunAsync(bot.Services);

        Assert.DoesNotContain("对口支援", Assert.Single(await TextsAsync(bot, "digest-notice:", "陈静")));
        Assert.Equal(2, await CountAsync(bot, "digest:1:"));
        Assert.Equal(0, await CountAsync(bot, "digest:2:"));
    }

    [Fact]
    public async Task Before_its_time_a_named_plan_or_all_are_called_off_and_back()
    {
        await using var bot = await WholeBot.StartAsync(Time("2022-09-28 09:00"));
        await AddPlanAsync(bot);
        await bot.HappenAsync("sweep");

        Assert.Equal(2, (await bot.SayAsync("陈静", "本周不发 全部", [])).Stored.Count);
        Assert.Equal(["digest of plan 2 on 09-30 restored"], (await bot.SayAsync("陈静", "照发 2", [])).Stored);
        Assert.Equal(["digest of plan 1 on 09-30 restored"], (await bot.SayAsync("陈静", "照发", [])).Stored);
    }

    static DateTimeOffset Time(string shanghai) => FakeClock.At(shanghai).GetUtcNow();

    static Task<bool> RunAsync(IServiceProvider services) => services.GetRequiredService<Digests>().RunOnceAsync(Cancelled);

    static Task<bool> WriteAsync(WholeBot bot, Func<BotDb, Task> work) => bot.Services.GetRequiredService<WriteQueue>().RunAsync(async db =>
    {
        await work(db);
        return true;
    }, Cancelled);

    // a second plan in force, for units that have a part in the first
    static async Task AddPlanAsync(WholeBot bot)
    {
        await bot.Services.GetRequiredService<Store>().SaveAsync(async work =>
        {
            var unit = await work.Db.Set<Unit>().SingleAsync(unit => unit.Name == "区教育局", Cancelled);
            var (plan, id) = (work.Numbers.Next<Plan>(), work.Numbers.Next<WorkItem>());
            var item = new WorkItem
            {
                Id = id,
                PlanId = plan,
                Number = 1,
                Section = "教育帮扶",
                Name = "选派支教教师",
                Goal = "选派支教教师10名",
                Assignments = [new() { Id = work.Numbers.Next<Assignment>(), WorkItemId = id, UnitId = unit.Id, Role = UnitRole.Lead }],
                Milestones = [new() { Id = work.Numbers.Next<Milestone>(), WorkItemId = id, Name = "选派支教教师" }],
            };
            return Changes.Of(
            [
                .. Rows.Added(new Plan
                {
                    Id = plan,
                    Title = "对口支援",
                    Year = 2022,
                    Start = new DateOnly(2022, 1, 1),
                    End = new DateOnly(2022, 12, 31),
                    CreatedAt = bot.Now,
                    Items = [item],
                }),
            ]);
        }, Cancelled);
        Assert.Null(await bot.Services.GetRequiredService<PlanStore>().ActivateAsync(2, null, Cancelled));
    }

    static async Task<int> CountAsync(WholeBot bot, string key)
    {
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancelled);
        return await db.Set<OutboxMessage>().CountAsync(message => message.Key.StartsWith(key), Cancelled);
    }

    static async Task<IReadOnlyList<string>> TextsAsync(WholeBot bot, string key, string to)
    {
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancelled);
        return [.. (await db.Set<OutboxMessage>().Where(message => message.Key.StartsWith(key) && message.AddressKey == to).ToListAsync(Cancelled)).Select(message => message.Outgoing.Text)];
    }
}
