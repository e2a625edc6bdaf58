using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Turns;

public sealed class TurnCacheTests
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static readonly DateTimeOffset Morning = new(2022, 9, 27, 10, 40, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task What_another_process_writes_counts_from_the_next_word_on()
    {
        await using var bot = await WholeBot.StartAsync(Morning);
        await bot.SayAsync("王敏", "我的任务", []);
        var before = await bot.SayAsync("王敏", "帮助", []);

        await using (var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancelled))
            await db.Set<Person>().Where(person => person.Name == "王敏").ExecuteUpdateAsync(set => set.SetProperty(person => person.Locale, "en"), Cancelled);

        var after = await bot.SayAsync("王敏", "帮助", []);
        Assert.NotEqual(Text(before), Text(after));
        Assert.DoesNotContain("我的任务", Text(after));
    }

    [Fact]
    public async Task A_unit_of_work_that_failed_makes_what_is_in_memory_old()
    {
        await using var bot = await WholeBot.StartAsync(Morning);
        var (writes, clock) = (bot.Services.GetRequiredService<WriteQueue>(), bot.Services.GetRequiredService<RecordClock>());
        await writes.RunAsync(_ => Task.FromResult(true), Cancelled);
        var since = clock.Now;

        await Assert.ThrowsAsync<InvalidOperationException>(() => writes.RunAsync<bool>(_ => throw new InvalidOperationException(), Cancelled));

        Assert.False(clock.Stands(since, []));
    }

    [Fact]
    public async Task One_unit_s_report_leaves_the_others_records_standing()
    {
        await using var bot = await WholeBot.StartAsync(Morning);
        var clock = bot.Services.GetRequiredService<RecordClock>();
        await bot.HappenAsync("sweep");
        await bot.SayAsync("李强", "培训就业累计312人次", []);
        await bot.SayAsync("李强", "其余无变化", []);
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancelled);
        var units = await db.Set<Unit>().ToDictionaryAsync(unit => unit.Name, unit => unit.Id, Cancelled);
        var since = clock.Now;

        await bot.SayAsync("李强", "确认报送", []);

        Assert.False(clock.Stands(since, [units["区人社局"]]));
        Assert.True(clock.Stands(since, [units["区投促局"]]));
        Assert.False(clock.Stands(since, null));
    }

    static string Text(Heard heard) => string.Join('\n', heard.Messages.Select(said => said.Message.Text));
}
