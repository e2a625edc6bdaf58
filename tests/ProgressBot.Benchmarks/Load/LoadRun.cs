using Microsoft.Data.Sqlite;

namespace ProgressBot.Benchmarks.Load;

/// <summary>Reporters talk to the bot over the Bot Framework protocol as fast as it answers: turns per second, processor time per turn, and where it goes.</summary>
static class LoadRun
{
    public static async Task<int> RunAsync(LoadPlan plan)
    {
        var data = Directory.CreateTempSubdirectory("progressbot-load-");
        try
        {
            await LoadCast.SeedAsync(data.FullName, plan.People);
            SqliteConnection.ClearAllPools();
            return await RunAsync(plan, data.FullName);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    static async Task<int> RunAsync(LoadPlan plan, string data)
    {
        using var bot = await Contender.StartAsync("the bot", Own(data, plan.Stages), plan);
        using var other = plan.Beside is [] ? null : await Contender.StartAsync(Path.GetFileNameWithoutExtension(plan.Beside[0]), ["dotnet", .. plan.Beside], plan);
        Contender[] all = other is null ? [bot] : [bot, other];
        await InTurnsAsync(all, plan.WarmUp, plan.Slice);
        foreach (var one in all) await one.ForgetAsync();
        await InTurnsAsync(all, plan.Seconds, plan.Slice);
        foreach (var one in all) await EndAsync(one);
        if (other is not null) Compare(bot, other);
        return all.All(one => one.Counted.Wrong == 0) ? 0 : 1;
    }

    // side by side in time, since a machine is not the same from one minute to the next; never at the same moment, or they would take the processor from each other
    static async Task InTurnsAsync(Contender[] all, int seconds, int slice)
    {
        for (var left = seconds; left > 0; left -= slice)
            foreach (var one in all)
                await one.TalkAsync(TimeSpan.FromSeconds(Math.Min(left, slice)));
    }

    static async Task EndAsync(Contender one)
    {
        var counted = one.Counted;
        Console.WriteLine(one.Name);
        Console.WriteLine($"turns                 {counted.Turns,9:N0} in {counted.Took.TotalSeconds:0.0} s = {counted.PerSecond:N0} per second; receipts {counted.Receipts:N0}, not understood {counted.Wrong}");
        Console.WriteLine($"until the answer      half within {counted.Percentile(50):0.00} ms, 99 % within {counted.Percentile(99):0.00} ms");
        Console.WriteLine($"processor per turn    {counted.ServerPerTurn:N0} µs of the server, {counted.Callers.TotalMicroseconds / counted.Turns:N0} µs of the callers");
        Console.WriteLine(await one.EndAsync());
    }

    static void Compare(Contender bot, Contender other) => Console.WriteLine(
        $"{bot.Name} to {other.Name}: {bot.Counted.PerSecond / other.Counted.PerSecond:0.00} times the turns, {bot.Counted.ServerPerTurn / other.Counted.ServerPerTurn:0.00} times the processor for each");

    static IEnumerable<string> Own(string data, bool stages)
    {
        var program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, typeof(LoadRun).Assembly.Location] : [program];
        return stages ? [.. self, LoadServer.Verb, data, LoadServer.Stages] : [.. self, LoadServer.Verb, data];
    }
}
