using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reminding;
using ProgressBot.Files;
using ProgressBot.Plans;

namespace ProgressBot.Commands;

/// <summary>The verbs <c>plan import</c> and <c>plan activate</c>.</summary>
static class PlanImportCommand
{
    public static async Task<int> RunAsync(FileInfo file, IReadOnlyCollection<string> counters, string? data, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"{file.Name}: 文件不存在。");
            return 2;
        }
        try
        {
            using var stream = file.OpenRead();
            return await ImportAsync(PlanReader.Read(DocumentFile.Open(stream, file.Name), counters), file.Name, data, cancellationToken);
        }
        catch (UnreadableFileException unreadable)
        {
            await Console.Error.WriteLineAsync($"{file.Name}: {unreadable.Message}");
            return 1;
        }
    }

    static async Task<int> ImportAsync(PlanDraft draft, string fileName, string? data, CancellationToken cancellationToken)
    {
        await using var bot = await BotShell.OpenAsync(data);
        var (id, changes, obstacles) = await bot.GetRequiredService<PlanStore>().ImportAsync(draft, fileName, cancellationToken);
        foreach (var obstacle in obstacles) await Console.Error.WriteLineAsync($"{fileName}: {obstacle}");
        if (id is null) return 1;
        if (changes is not null)
        {
            Console.WriteLine($"《{draft.Title}》已启用（编号 {id}），这份文件有{changes}处不同，存为修订稿，尚未改动。请管理员打开网页的任务书 {id} 逐条确认。");
            return 0;
        }
        foreach (var conflict in draft.Conflicts) Console.WriteLine($"不一致 {conflict.Where}：{conflict.Message}");
        foreach (var warning in draft.Warnings) Console.WriteLine($"提示 {warning.Where}：{warning.Message}");
        Console.WriteLine($"已存为草稿 {id}：《{draft.Title}》，任务{draft.Rows.Count}项。核对后运行 plan activate {id} 启用。");
        return 0;
    }
}

static class PlanActivateCommand
{
    public static async Task<int> RunAsync(int id, RoundPeriod period, string? data, CancellationToken cancellationToken)
    {
        await using var bot = await BotShell.OpenAsync(data);
        if (await bot.GetRequiredService<PlanStore>().ActivateAsync(id, period, cancellationToken) is { } obstacle)
        {
            await Console.Error.WriteLineAsync(obstacle);
            return 1;
        }
        Console.WriteLine($"任务书 {id} 已启用。");
        return 0;
    }
}
