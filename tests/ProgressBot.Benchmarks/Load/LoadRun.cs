using System.Diagnostics;
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
        using var server = Start(data);
        var ready = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not come up.");
        using var callers = new Callers(new Uri(ready["ready ".Length..]), plan);
        await callers.TalkAsync(TimeSpan.FromSeconds(plan.WarmUp));
        await server.StandardInput.WriteLineAsync("forget");
        var (before, own) = (Processor(server), Processor(Process.GetCurrentProcess()));
        var counted = await callers.TalkAsync(TimeSpan.FromSeconds(plan.Seconds));
        Print(counted, Processor(server) - before, Processor(Process.GetCurrentProcess()) - own);
        await server.StandardInput.WriteLineAsync("end");
        Console.Write(await server.StandardOutput.ReadToEndAsync());
        await server.WaitForExitAsync();
        return counted.Wrong == 0 ? 0 : 1;
    }

    static void Print(Talked counted, TimeSpan server, TimeSpan callers)
    {
        Console.WriteLine($"turns                 {counted.Turns,9:N0} in {counted.Took.TotalSeconds:0.0} s = {counted.Turns / counted.Took.TotalSeconds:N0} per second; receipts {counted.Receipts:N0}, not understood {counted.Wrong}");
        Console.WriteLine($"until the answer      half within {counted.Percentile(50):0.00} ms, 99 % within {counted.Percentile(99):0.00} ms");
        Console.WriteLine($"processor per turn    {server.TotalMicroseconds / counted.Turns:N0} µs of the bot, {callers.TotalMicroseconds / counted.Turns:N0} µs of the callers");
        Console.WriteLine("stages");
    }

    static Process Start(string data)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(LoadRun).Assembly.Location);
        start.ArgumentList.Add(LoadServer.Verb);
        start.ArgumentList.Add(data);
        return Process.Start(start)!;
    }

    static TimeSpan Processor(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
