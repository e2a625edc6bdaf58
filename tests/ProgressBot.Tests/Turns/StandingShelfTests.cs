using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.People;
using ProgressBot.Storage;
using ProgressBot.Tests.World;
using Xunit;

namespace ProgressBot.Tests.Turns;

public sealed class StandingShelfTests
{
    static readonly DateTimeOffset Morning = new(2022, 9, 23, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task What_another_process_writes_counts_from_the_next_word_on()
    {
        await using var bot = await WholeBot.StartAsync(Morning);
        await bot.SayAsync("王敏", "我的任务", []);
        var before = await bot.SayAsync("王敏", "帮助", []);

        await using (var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync())
            await db.Set<Person>().Where(person => person.Name == "王敏").ExecuteUpdateAsync(set => set.SetProperty(person => person.Locale, "en"));

        var after = await bot.SayAsync("王敏", "帮助", []);
        Assert.NotEqual(Text(before), Text(after));
        Assert.DoesNotContain("我的任务", Text(after));
    }

    [Fact]
    public async Task A_turn_that_failed_leaves_nothing_in_memory()
    {
        await using var bot = await WholeBot.StartAsync(Morning);
        await bot.SayAsync("王敏", "我的任务", []);
        var writes = bot.Services.GetRequiredService<WriteQueue>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => writes.RunAsync<bool>(async db =>
        {
            (await db.Set<Person>().SingleAsync(person => person.Name == "王敏")).Locale = "en";
            await db.SaveChangesAsync();
            throw new InvalidOperationException();
        }));

        Assert.Contains("我的任务", Text(await bot.SayAsync("王敏", "帮助", [])));
    }

    static string Text(Heard heard) => string.Join('\n', heard.Messages.Select(said => said.Message.Text));
}
