using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Jobs;

public sealed class OfficeNoticesTests
{
    [Theory]
    [InlineData("2026-10-30 10:00", null)]
    [InlineData("2026-11-02 10:00", "2027年")]
    [InlineData("2026-11-02 08:59", null)]
    [InlineData("2026-11-01 10:00", null)]
    [InlineData("2027-01-04 10:00", "2027年")]
    public async Task From_November_on_coordinators_are_told_once_in_office_hours_of_a_year_that_is_missing(string now, string? year)
    {
        await using var bot = await WholeBot.StartAsync(FakeClock.At(now).GetUtcNow());

        Assert.Equal(year is not null, await RunAsync(bot));
        Assert.False(await RunAsync(bot));

        var texts = await TextsAsync(bot, "calendar:");
        if (year is null) Assert.Empty(texts);
        else Assert.Contains(year, Assert.Single(texts));
    }

    [Fact]
    public async Task A_dead_address_is_told_once_with_what_to_do_and_again_when_it_dies_again()
    {
        await using var bot = await WholeBot.StartAsync(FakeClock.At("2022-09-26 10:00").GetUtcNow());

        await DieAsync(bot, "周颖");
        Assert.True(await RunAsync(bot));
        Assert.False(await RunAsync(bot));
        var text = Assert.Single(await TextsAsync(bot, "dead:"));
        Assert.Contains("周颖（区商务局）", text);
        Assert.Contains("邀请 区商务局", text);

        await bot.SayAsync("周颖", "我的任务", []);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await DieAsync(bot, "周颖");
        Assert.True(await RunAsync(bot));
        Assert.Equal(2, (await TextsAsync(bot, "dead:")).Count);
    }

    [Fact]
    public async Task Whoever_can_be_reached_elsewhere_is_nobodys_trouble()
    {
        await using var bot = await WholeBot.StartAsync(FakeClock.At("2022-09-26 10:00").GetUtcNow());
        await bot.Services.GetRequiredService<Store>().SaveAsync(async unit =>
        {
            var person = await unit.Db.Set<Person>().AsNoTracking().SingleAsync(person => person.Name == "周颖", TestContext.Current.CancellationToken);
            return Changes.Of([RowChange.Add(new PersonAddress { Id = unit.Numbers.Next<PersonAddress>(), PersonId = person.Id, Channel = "web", Key = "other", SeenAt = bot.Now })]);
        }, TestContext.Current.CancellationToken);

        await DieAsync(bot, "周颖");

        Assert.False(await RunAsync(bot));
    }

    static Task<bool> RunAsync(WholeBot bot) => bot.Services.GetRequiredService<OfficeNotices>().RunOnceAsync(TestContext.Current.CancellationToken);

    static Task<bool> DieAsync(WholeBot bot, string key) => bot.Services.GetRequiredService<WriteQueue>().RunAsync(async db =>
    {
        db.Add(new DeadAddress { Channel = ListeningChannel.ChannelName, Key = key, Since = bot.Now, Reason = "conversation not found" });
        await db.Set<PersonAddress>().Where(address => address.Channel == ListeningChannel.ChannelName && address.Key == key).ExecuteUpdateAsync(set => set.SetProperty(address => address.DeadSince, bot.Now));
        return true;
    }, default);

    static async Task<IReadOnlyList<string>> TextsAsync(WholeBot bot, string key)
    {
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync();
        return [.. (await db.Set<OutboxMessage>().Where(message => message.Key.StartsWith(key)).ToListAsync()).Select(message => message.Outgoing.Text)];
    }
}
