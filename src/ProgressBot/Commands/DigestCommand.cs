using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs.Digests;
using ProgressBot.Core.Plans;
using ProgressBot.Jobs;
using ProgressBot.Storage;

namespace ProgressBot.Commands;

/// <summary>The verb <c>digest --preview</c>: the text as it would leave; nothing is sent or kept.</summary>
static class DigestCommand
{
    /// <param name="audience"><c>coordinator</c>, <c>leader</c> or a unit's name.</param>
    public static async Task<int> RunAsync(DateTimeOffset? at, string audience, string? data, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        await using var bot = await BotShell.OpenAsync(data, at is { } time ? new BotShell.StoppedClock(time) : null);
        await using var db = await bot.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        if (!await db.Set<Plan>().AnyAsync(plan => plan.State == PlanState.Active, cancellationToken))
            return await FailAsync(error, CommandWording.Text("no_active_plan"));
        var role = Enum.GetValues<DigestAudience>().FirstOrDefault(role => string.Equals(role.ToString(), audience, StringComparison.OrdinalIgnoreCase), DigestAudience.Unit);
        var unit = role == DigestAudience.Unit ? (await db.Set<Unit>().AsNoTracking().ToListAsync(cancellationToken)).Find(unit => unit.IsCalled(audience)) : null;
        if (role == DigestAudience.Unit && unit is null) return await FailAsync(error, CommandWording.Text("audience_unknown", ("audience", audience)));
        var digests = await bot.GetRequiredService<Digests>().PreviewAsync(db, role, unit);
        foreach (var message in digests) await output.WriteLineAsync(message.Text);
        if (digests.Count == 0) await error.WriteLineAsync(CommandWording.Text("digest_empty", ("audience", audience)));
        return 0;
    }

    static async Task<int> FailAsync(TextWriter error, string reason)
    {
        await error.WriteLineAsync(reason);
        return 1;
    }
}
