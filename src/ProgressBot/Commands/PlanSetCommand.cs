using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Coordination;
using ProgressBot.Core.Reminding;
using ProgressBot.Jobs;
using ProgressBot.Plans;
using ProgressBot.Turns;

namespace ProgressBot.Commands;

/// <summary>The verb <c>plan set</c>: changes when a plan's rounds are due and people are reminded; without settings it shows them.</summary>
static class PlanSetCommand
{
    public static async Task<int> RunAsync(int id, IReadOnlyList<string> settings, string? data, CancellationToken cancellationToken)
    {
        var pairs = settings.Select(setting => setting.Split('=', 2)).ToList();
        if (pairs.Find(pair => pair.Length < 2) is { } broken)
        {
            var keys = string.Join(CommandWording.Wording.Text("format.comma"), ScheduleSetting.Keys);
            await Console.Error.WriteLineAsync(CommandWording.Text("setting_how", ("given", broken[0]), ("keys", keys)));
            return 2;
        }
        await using var bot = await BotShell.OpenAsync(data);
        var wording = bot.GetRequiredService<DialogLibrary>().Book.Wording(DialogBook.DefaultLocale);
        var (plan, refused, refusal) = await bot.GetRequiredService<PlanStore>().SetAsync(id, [.. pairs.Select(pair => (pair[0].Trim(), pair[1].Trim()))], cancellationToken);
        if (plan is null)
        {
            await Console.Error.WriteLineAsync(refusal is { } error
                ? $"{refused}: {ScheduleText.Refusal(wording, error, refused!)}"
                : wording.Text("refusal.plan_unknown", ("id", id)));
            return 1;
        }
        Console.WriteLine(ScheduleText.Of(wording, plan, bot.GetRequiredService<IOptions<DigestOptions>>().Value.Schedule));
        return 0;
    }
}
