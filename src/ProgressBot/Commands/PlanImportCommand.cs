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
            await Console.Error.WriteLineAsync(CommandWording.Text("file_missing", ("file", file.Name)));
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
            Console.WriteLine(CommandWording.Text("revision_kept", ("title", draft.Title), ("id", id), ("count", changes)));
            return 0;
        }
        foreach (var conflict in draft.Conflicts)
            Console.WriteLine(CommandWording.Text("conflict", ("where", conflict.Where), ("message", conflict.Message)));
        foreach (var warning in draft.Warnings)
            Console.WriteLine(CommandWording.Text("warning", ("where", warning.Where), ("message", warning.Message)));
        Console.WriteLine(CommandWording.Text("draft_kept", ("id", id), ("title", draft.Title), ("count", draft.Rows.Count)));
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
        Console.WriteLine(CommandWording.Text("activated", ("id", id)));
        return 0;
    }
}
