using System.Net;
using System.Net.Http.Json;
using ProgressBot.Core.Messaging;

namespace ProgressBot.CrashTest;

/// <summary>One message as the fake channel gets it.</summary>
/// <param name="Worker">The process that sent it.</param>
sealed record Handed(string To, string Key, string Text, int Worker);

/// <summary>The bot's side of the fake channel.</summary>
sealed class HttpFakeChannel(string url) : IChannel, IDisposable
{
    readonly HttpClient _http = new() { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan };

    public string Name => Cast.Channel;

    public void Dispose() => _http.Dispose();

    public async ValueTask<Delivery> SendAsync(Address to, Outgoing message, string key, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.PostAsJsonAsync("/send", new Handed(to.Key, key, message.Text, Environment.ProcessId), cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new Delivery.Sent(await response.Content.ReadAsStringAsync(cancellationToken)),
                HttpStatusCode.TooManyRequests => new Delivery.Later("too many", response.Headers.RetryAfter?.Delta, 429),
                var status => new Delivery.Later(status.ToString(), null, (int)status),
            };
        }
        catch (HttpRequestException broken)
        {
            return new Delivery.Unknown(broken.Message);
        }
    }
}
