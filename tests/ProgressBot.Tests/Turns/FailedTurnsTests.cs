using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Channels;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Turns;

public sealed class FailedTurnsTests
{
    [Fact]
    public async Task A_turn_that_fails_says_so_once_keeps_nothing_and_the_same_message_is_taken_later()
    {
        await using var bot = await WholeBot.StartAsync(FakeClock.At("2022-09-26 10:40").GetUtcNow());
        await bot.HappenAsync("sweep");
        var receive = bot.Services.GetRequiredService<ReceiveMessage>();
        var said = new Incoming(new Address(ListeningChannel.ChannelName, "周颖"), "message", "无变化", bot.Now);

        await RenameAsync(bot, "Events", "Nowhere");
        await Assert.ThrowsAnyAsync<DbException>(() => receive(said, TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<DbException>(() => receive(said, TestContext.Current.CancellationToken));
        await RenameAsync(bot, "Nowhere", "Events");

        Assert.Contains("请过几分钟再发一次", Assert.Single(await ToAsync(bot, "周颖")), StringComparison.Ordinal);
        await receive(said, TestContext.Current.CancellationToken);
        Assert.Contains("已按无变化报送3项", Assert.Single(await ToAsync(bot, "周颖")), StringComparison.Ordinal);
    }

    static async Task<IReadOnlyList<string>> ToAsync(WholeBot bot, string who) =>
        [.. (await bot.HappenAsync("sweep")).Messages.Where(message => message.To == who).Select(message => message.Message.Text)];

    static Task<bool> RenameAsync(WholeBot bot, string table, string name) => bot.Services.GetRequiredService<WriteQueue>().RunAsync(async db =>
    {
        var command = $"ALTER TABLE {table} RENAME TO {name}";
        await db.Database.ExecuteSqlRawAsync(command);
        return true;
    });
}
