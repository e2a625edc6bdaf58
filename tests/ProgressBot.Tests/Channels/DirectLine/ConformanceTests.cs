using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ProgressBot.Tests.Channels.DirectLine;

public sealed class ConformanceTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_real_client_library_finds_what_the_protocol_promises()
    {
        await using var host = await ChatHost.StartAsync();

        var (exitCode, output) = await RunAsync(Here("conformance.mjs"), host.Address.ToString().TrimEnd('/'), Here("../../../../src/ProgressBot/Web/page/package.json"));

        var failures = output.Split('\n').Where(line => !line.StartsWith("ok ", StringComparison.Ordinal)).SkipLast(2);
        Assert.True(exitCode == 0, string.Join('\n', failures) + output.Split('\n')[^1]);
        Assert.Contains("42 of 42", output, StringComparison.Ordinal);
    }

    static string Here(string path, [CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, path));

    static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(Patience);
        await using var stopped = patience.Token.Register(() => node.Kill(entireProcessTree: true));
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(CancellationToken.None), node.StandardError.ReadToEndAsync(CancellationToken.None));
        await node.WaitForExitAsync(CancellationToken.None);
        return (node.ExitCode, await output + await errors);
    }
}
