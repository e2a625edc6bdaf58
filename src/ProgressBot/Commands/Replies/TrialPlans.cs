using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs.Answers.Trials;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reminding;
using ProgressBot.Files;
using ProgressBot.Plans;
using ProgressBot.Storage;

namespace ProgressBot.Commands.Replies;

/// <summary>Finds the plan that <c>replies</c> tries messages on: in a document, or among those that are kept.</summary>
static class TrialPlans
{
    /// <summary>Null when there is none; why is written to <paramref name="error"/>.</summary>
    public static async Task<TrialPlan?> FindAsync(string plan, string? data, TextWriter error, CancellationToken cancellationToken) =>
        int.TryParse(plan, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && !File.Exists(plan) ? await KeptAsync(id, data, error, cancellationToken) : Read(new FileInfo(plan), error);

    static async Task<TrialPlan?> KeptAsync(int id, string? data, TextWriter error, CancellationToken cancellationToken)
    {
        await using var bot = await BotShell.OpenAsync(data);
        await using var db = await bot.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        if (await PlanStore.FindAsync(db, id) is { } kept)
            return TrialPlan.Of(kept, await db.Set<Unit>().AsNoTracking().Include(unit =>
                unit.Members).ToListAsync(cancellationToken), bot.GetRequiredService<Func<WorkingCalendar>>()());
        await error.WriteLineAsync(CommandWording.Wording.Text("refusal.plan_unknown", ("id", id)));
        return null;
    }

    static TrialPlan? Read(FileInfo file, TextWriter error)
    {
        if (!file.Exists)
        {
            error.WriteLine(CommandWording.Text("file_missing", ("file", file.Name)));
            return null;
        }
        try
        {
            using var stream = file.OpenRead();
            var draft = PlanReader.Read(DocumentFile.Open(stream, file.Name));
            if (Adoption.Obstacles(draft) is not { Count: > 0 } obstacles) return TrialPlan.Of(draft, WorkingCalendar.China);
            foreach (var obstacle in obstacles) error.WriteLine($"{file.Name}: {obstacle}");
        }
        catch (Exception failure) when (failure is UnreadableFileException or UnauthorizedAccessException or IOException)
        {
            error.WriteLine($"{file.Name}: {(failure is UnreadableFileException ? failure.Message : CommandWording.Text("file_closed"))}");
        }
        return null;
    }
}
