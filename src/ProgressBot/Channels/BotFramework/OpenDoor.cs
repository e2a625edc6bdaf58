using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// Without an app id nobody can prove who calls, so the door is open to this machine alone: the server must not listen elsewhere, and a request must
/// not have come through a proxy, from a web page under another name, or as a form that any page could post.
/// </summary>
internal sealed class OpenDoor(BotFrameworkOptions options, IServer server, ILogger<OpenDoor> log) : IHostedLifecycleService
{
    /// <summary>True when the request may pass without a token.</summary>
    public static bool Admits(HttpContext context) =>
        IsHere(context.Connection.RemoteIpAddress) && IsHere(context.Connection.LocalIpAddress)
        && IsHere(context.Request.Host.Host)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded")
        && context.Request.HasJsonContentType();

    /// <exception cref="InvalidOperationException">The server listens to more than this machine.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var outside = server.Features.Get<IServerAddressesFeature>()?.Addresses.Where(address => !IsHere(BindingAddress.Parse(address).Host)) ?? [];
        return options is { IsOff: false, IsProtected: false } && outside.Any()
            ? throw new InvalidOperationException(
                $"{BotFrameworkOptions.Section}:OpenOnLoopback asks for no token, so the server may listen on this machine only, "
                + $"and not on {string.Join(", ", outside)}.")
            : Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var problem in options.Problems())
            log.LogError("{Problem}", problem);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // no address means an in-memory server: a real one that has none (a Unix socket) was refused at the start
    static bool IsHere(IPAddress? address) => address is null || IPAddress.IsLoopback(address);
}
