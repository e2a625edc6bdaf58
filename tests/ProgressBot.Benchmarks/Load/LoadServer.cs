using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ProgressBot.Benchmarks.Load;

/// <summary>The bot as <c>serve</c> runs it, in a process of its own so that its processor time can be told from the callers'. Open to this machine without tokens.</summary>
static class LoadServer
{
    public const string Verb = "load-server";
    public const string Stages = "stages";

    public static async Task<int> RunAsync(string data, bool tellStages)
    {
        // talks only: nobody is reminded of what the callers are reporting
        string[] settings =
        [
            "--urls", "http://127.0.0.1:0", "--Data:Directory", data, "--Channels:BotFramework:OpenOnLoopback", "true",
            "--Schedule:Rounds", "off", "--Schedule:Reminders", "off", "--Schedule:Digests", "off",
        ];
        await using var application = ProgressBotHost.Build(settings, builder =>
            builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error));
        using var stages = tellStages ? new StageTimes() : null;
        await application.StartAsync();
        Console.WriteLine("ready " + application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        while (await Console.In.ReadLineAsync() is { } line)
            if (line == "forget") stages?.Forget();
            else break;
        await application.StopAsync();
        stages?.Print();
        return 0;
    }
}
