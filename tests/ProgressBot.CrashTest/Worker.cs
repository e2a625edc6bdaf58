using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using ProgressBot.Channels;
using ProgressBot.Core.Messaging;
using ProgressBot.Jobs;

namespace ProgressBot.CrashTest;

/// <summary>What a worker is told when it is started.</summary>
/// <param name="Rate">Messages per second it may send.</param>
sealed record WorkerOrder(string Data, string ChannelUrl, string Rate, TimeSpan Offset);

/// <summary>Something a person says, as the fake channel hands it to the bot.</summary>
sealed record Said(string From, string Id, string Text);

/// <summary>
/// The bot as it runs in an office, in a process that will be killed: its own store, turns, sweeps and sender; only the channel and the date are made up.
/// </summary>
static class Worker
{
    public static async Task<int> RunAsync(WorkerOrder order)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // standard output is read up to the line that says it is up
        builder.Logging.ClearProviders().AddSimpleConsole(line => line.SingleLine = true)
            .SetMinimumLevel(LogLevel.Error).AddFilter("ProgressBot.Outbox", LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(Settings(order));
        builder.Services.AddSingleton<TimeProvider>(new ShiftedClock(order.Offset));
        builder.Services.AddBot(builder.Configuration, new BotFolders(AppContext.BaseDirectory, order.Data));
        builder.Services.AddSingleton<IChannel>(new HttpFakeChannel(order.ChannelUrl));
        await using var app = builder.Build();
        app.MapPost("/say", async (Said said, ReceiveMessage receive, TimeProvider clock, CancellationToken cancellationToken) =>
        {
            await receive(new Incoming(new Address(Cast.Channel, said.From), said.Id, said.Text, clock.GetUtcNow()), cancellationToken);
            return Results.Ok();
        });
        await app.StartAsync();
        Console.WriteLine("ready " + app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await SweepAsync(app.Services, app.Lifetime.ApplicationStopping);
        return 0;
    }

    static Dictionary<string, string?> Settings(WorkerOrder order) => new()
    {
        ["Outbox:Limits:fake:Channel"] = $"{order.Rate}/1s",
        ["Outbox:Limits:fake:Conversation"] = "7/1s",
        ["Outbox:SendTimeout"] = "00:00:02",
        ["Outbox:Lease"] = "00:00:10",
        ["Outbox:Poll"] = "00:00:00.2",
        // somebody dies every other second
        ["Outbox:Duty"] = "00:00:00.8",
        ["Outbox:FirstRetry"] = "00:00:00.2",
        ["Outbox:LongestRetry"] = "00:00:02",
        // a machine that is too slow to answer in time must not look like a channel that lost the message
        ["Outbox:UnconfirmedRetries"] = "100",
        ["Outbox:MaxAttempts"] = int.MaxValue.ToString(CultureInfo.InvariantCulture),
    };

    static async Task SweepAsync(IServiceProvider services, CancellationToken stopping)
    {
        var (rounds, reminders) = (services.GetRequiredService<Rounds>(), services.GetRequiredService<Reminders>());
        try
        {
            while (true)
            {
                while (await rounds.RunOnceAsync(stopping)) { }
                while (await reminders.RunOnceAsync(stopping)) { }
                await Task.Delay(200, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // told to end, be it in the middle of a round
        }
    }
}
