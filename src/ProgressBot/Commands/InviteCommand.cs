using ProgressBot.Core.People;
using ProgressBot.Plans;

namespace ProgressBot.Commands;

/// <summary>The verb <c>invite</c>.</summary>
static class InviteCommand
{
    public static async Task<int> RunAsync(string? unit, bool coordinator, string? data)
    {
        await using var bot = await BotShell.OpenAsync(data);
        var invitations = bot.GetRequiredService<Invitations>();
        var code = unit is not null ? await invitations.CreateForUnitAsync(unit) : await invitations.CreateAsync(coordinator ? Roles.Coordinator : Roles.Leader);
        if (code is null)
        {
            await Console.Error.WriteLineAsync(CommandWording.Text("unit_unknown", ("unit", unit)));
            return 1;
        }
        Console.WriteLine(code);
        return 0;
    }
}
