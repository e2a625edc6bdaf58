using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Tests.Channels;

/// <summary>The same talk over the Bot Framework and over the web chat: the same words, and the same records.</summary>
public sealed class SameTalkTests
{
    static readonly string[] Talk =
    [
        "李强", "帮助", "培训就业累计312人次，见 https://news.example.cn/a.html", "培训通知", "其余无变化", "不对，培训就业应为321人次", "确认报送", "我的任务", "撤回",
        "消费帮扶销售额320万元", "先报这些", "确认报送", "进度", "谢谢",
    ];

    [Fact]
    public async Task Both_channels_say_and_keep_the_same()
    {
        var (overConnector, keptThere) = await PlayAsync(ChannelDoor.BotFramework);
        var (overWebChat, keptHere) = await PlayAsync(ChannelDoor.WebChat);

        Assert.Equal(overConnector, overWebChat);
        Assert.Equal(keptThere, keptHere);
        Assert.Contains(keptHere, line => line.Contains("321", StringComparison.Ordinal));
    }

    static async Task<(IReadOnlyList<string> Said, IReadOnlyList<string> Kept)> PlayAsync(Func<ChannelHost, Task<ChannelDoor>> open)
    {
        await using var host = await ChannelHost.StartAsync();
        await using var door = await open(host);
        var said = new List<string>();
        foreach (var text in Talk.Prepend(await host.InviteAsync("区人社局"))) said.Add(await door.SayAsync(text));
        return (said, await KeptAsync(host.Services));
    }

    static async Task<IReadOnlyList<string>> KeptAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var versions = await db.Set<ReportVersion>().AsNoTracking().Include(version => version.Figures).OrderBy(version => version.Id).ToListAsync(TestContext.Current.CancellationToken);
        var events = await db.Set<EventRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        var evidence = await db.Set<Evidence>().AsNoTracking().Include(piece => piece.Proofs).OrderBy(piece => piece.Id).ToListAsync(TestContext.Current.CancellationToken);
        var totals = await db.Set<Total>().AsNoTracking().OrderBy(total => total.IndicatorId).ToListAsync(TestContext.Current.CancellationToken);
        return
        [
            .. versions.Select(version => JsonSerializer.Serialize(version with { MessageId = null, Figures = [.. version.Figures.Select(figure => figure with { MessageId = null })] })), .. evidence.Select(piece => JsonSerializer.Serialize(piece with { MessageId = null })),
            .. totals.Select(total => JsonSerializer.Serialize(total)), .. events.Select(row => $"{row.Kind} {row.PersonId} {row.Json}"),
        ];
    }
}
