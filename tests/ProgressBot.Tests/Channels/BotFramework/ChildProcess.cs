using System.Diagnostics;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>Programs that a test runs and waits for.</summary>
internal static class ChildProcess
{
    /// <summary>What the program printed, its errors only when it failed; exit code -1 when it is not installed.</summary>
    public static async Task<(int Exit, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, process.ExitCode == 0 ? output : output + await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, $"{program} is not there");
        }
    }
}
