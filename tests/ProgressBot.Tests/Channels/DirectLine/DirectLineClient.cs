using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ProgressBot.Tests.Channels.DirectLine;

/// <summary>A plain HTTP client of a <see cref="ChatHost"/>, with cookies like a browser's.</summary>
internal sealed class DirectLineClient(ChatHost host) : IDisposable
{
    readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token = null, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> JsonAsync(HttpMethod method, string path, string? token = null, object? body = null)
    {
        using var response = await SendAsync(method, path, token, body);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>A conversation begun through a trusted site.</summary>
    public async Task<Talk> StartAsync(string user = "dl_ann")
    {
        var granted = await JsonAsync(HttpMethod.Post, "/v3/directline/tokens/generate", ChatHost.Secret, new { user = new { id = user } });
        var started = await JsonAsync(HttpMethod.Post, "/v3/directline/conversations", granted.GetProperty("token").GetString());
        return new Talk(started.GetProperty("conversationId").GetString()!, started.GetProperty("token").GetString()!, started.GetProperty("streamUrl").GetString()!);
    }

    public Task<HttpResponseMessage> PostAsync(Talk talk, object activity) =>
        SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{talk.Id}/activities", talk.Token, activity);

    public async Task<string[]> TextsAsync(Talk talk, string watermark = "") =>
        [.. (await HistoryAsync(talk, watermark)).Select(activity => activity.TryGetProperty("text", out var text) ? text.GetString()! : "")];

    public async Task<JsonElement[]> HistoryAsync(Talk talk, string watermark = "") =>
        [.. (await JsonAsync(HttpMethod.Get, $"/v3/directline/conversations/{talk.Id}/activities?watermark={watermark}", talk.Token)).GetProperty("activities").EnumerateArray()];

    public void Dispose() => http.Dispose();
}

/// <summary>A conversation and what opens it.</summary>
internal sealed record Talk(string Id, string Token, string StreamUrl = "")
{
    public async Task<ClientWebSocket> ListenAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(StreamUrl), TestContext.Current.CancellationToken);
        return socket;
    }

    /// <summary>The next frame; null when the server closed instead.</summary>
    public static async Task<string?> FrameAsync(ClientWebSocket socket)
    {
        var frame = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            if (part.MessageType is WebSocketMessageType.Close)
                return null;
            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(frame.ToArray());
        }
    }
}
