using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Jobs;
using ProgressBot.Storage;

namespace ProgressBot.Commands;

/// <summary>The verb <c>digest --preview</c>: the text as it would leave; nothing is sent or kept.</summary>
static class DigestCommand
{
    public static async Task<int> RunAsync(DateTimeOffset? at, string? data, CancellationToken cancellationToken)
    {
        await using var bot = await BotShell.OpenAsync(data, at is { } time ? new BotShell.StoppedClock(time) : null);
        await using var db = await bot.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        var digests = await bot.GetRequiredService<Digests>().ComposeAsync(db, DialogBook.DefaultLocale);
        if (digests.Count == 0) await Console.Error.WriteLineAsync("还没有启用的任务书。");
        foreach (var (_, message) in digests) Console.WriteLine(message.Text);
        return digests.Count == 0 ? 1 : 0;
    }
}
