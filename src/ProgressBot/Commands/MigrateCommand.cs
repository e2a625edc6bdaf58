namespace ProgressBot.Commands;

/// <summary>The verb <c>migrate</c>.</summary>
static class MigrateCommand
{
    public static async Task<int> RunAsync(string? data)
    {
        await using var bot = await BotShell.OpenAsync(data);
        Console.WriteLine($"{bot.GetRequiredService<BotFolders>().Database}: up to date");
        return 0;
    }
}
