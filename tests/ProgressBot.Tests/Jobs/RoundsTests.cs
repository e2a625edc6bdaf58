using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Jobs;

public sealed class RoundsTests
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_whose_opening_was_cut_short_is_seen_by_nobody_and_then_opened_whole()
    {
        await using var bot = await WholeBot.StartAsync(FakeClock.At("2022-09-27 10:40").GetUtcNow());
        await bot.HappenAsync("sweep");
        var whole = await RosterAsync(bot);
        await using (var db = await OpenAsync(bot))
        {
            await db.Set<Report>().Where(report => report.Id > 2).ExecuteDeleteAsync(Cancelled);
            await db.Set<Round>().ExecuteUpdateAsync(set => set.SetProperty(round => round.State, RoundState.Opening), Cancelled);
        }
        Assert.Contains("没有", Text(await bot.SayAsync("李强", "我的任务", [])));

        var rounds = bot.Services.GetRequiredService<Rounds>();
        Assert.True(await rounds.RunOnceAsync(Cancelled));
        Assert.False(await rounds.RunOnceAsync(Cancelled));

        Assert.Equal(whole, await RosterAsync(bot));
        Assert.Contains("培训就业", Text(await bot.SayAsync("李强", "我的任务", [])));
    }

    static async Task<List<string>> RosterAsync(WholeBot bot)
    {
        await using var db = await OpenAsync(bot);
        var reports = await db.Set<Report>().Where(report => db.Set<Round>().Any(round => round.Id == report.RoundId && round.State == RoundState.Open)).ToListAsync(Cancelled);
        return [.. reports.Select(report => $"{report.WorkItemId} {report.UnitId} {report.Role}").Order()];
    }

    static Task<BotDb> OpenAsync(WholeBot bot) => bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancelled);

    static string Text(Heard heard) => string.Join('\n', heard.Messages.Select(said => said.Message.Text));
}
