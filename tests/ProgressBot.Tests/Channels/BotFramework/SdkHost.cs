using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>The bot on Microsoft's SDK (<c>src/ProgressBot.BotBuilder</c>), built with the tests and run as a process of its own.</summary>
internal sealed class SdkHost : IAsyncDisposable
{
    const string Ready = "Now listening on: ";

    // the tests lie in a folder that is called after what they were built as
    static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

    readonly Process process;
    readonly HttpClient http;

    SdkHost(Process process, Uri address) => (this.process, http) = (process, new HttpClient { BaseAddress = address });

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SdkHost> StartAsync(string data)
    {
        var program = Path.Combine(Repository.Root, ".artifacts", "bin", "ProgressBot.BotBuilder", Configuration, "ProgressBot.BotBuilder.dll");
        // a host that is killed cannot hand over the sending; the next one need not wait long for it
        string[] settings =
        [
            "--urls", "http://127.0.0.1:0", "--Data:Directory", data, "--Outbox:Duty", "00:00:02",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information",
        ];
        var start = new ProcessStartInfo("dotnet", [program, .. settings]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
            if (line.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at)
                return new SdkHost(process, new Uri(line[(at + Ready.Length)..]));
        throw new InvalidOperationException("the host on the SDK did not start");
    }

    /// <summary>Posts an activity; the status, and what the bot says in the response.</summary>
    public async Task<(int Status, string Said)> PostAsync(JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), null, "application/json");
        using var response = await http.PostAsync(BotFrameworkRegistration.Path, content, Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        return ((int)response.StatusCode, body.Length == 0 ? "" : string.Join('\n', Texts(JsonSerializer.Deserialize<JsonElement>(body))));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    static IEnumerable<string?> Texts(JsonElement body) => body.GetProperty("activities").EnumerateArray().Select(reply => reply.GetProperty("text").GetString());
}
