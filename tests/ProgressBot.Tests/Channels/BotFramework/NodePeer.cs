using System.Runtime.CompilerServices;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>Runs the scripts in <c>peer/</c>, whose npm packages are fetched once.</summary>
internal static class NodePeer
{
    static readonly SemaphoreSlim Installing = new(1, 1);

    static string Folder { get; } = Path.Combine(Path.GetDirectoryName(ThisFile())!, "peer");

    static string Stamp { get; } = Path.Combine(Folder, "node_modules", ".package-lock.json");

    /// <summary>What the script printed; skips the test where Node.js or its packages cannot be had.</summary>
    public static async Task<string> RunAsync(string script, string argument)
    {
        Assert.SkipUnless(await StartAsync("node", "--version") is (0, _), "Node.js is not installed");
        Assert.SkipUnless(await InstallAsync(), "the npm packages of the peer could not be fetched");
        var (exit, output) = await StartAsync("node", script, argument);
        Assert.True(exit == 0, output);
        return output;
    }

    static async Task<bool> InstallAsync()
    {
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var isThere = File.Exists(Stamp) && File.GetLastWriteTimeUtc(Stamp) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));
            return isThere || await StartAsync("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") is (0, _);
        }
        finally
        {
            Installing.Release();
        }
    }

    static Task<(int Exit, string Output)> StartAsync(string program, params string[] arguments) => ChildProcess.RunAsync(Folder, program, arguments);

    static string ThisFile([CallerFilePath] string path = "") => path;
}
