using System.Net.WebSockets;
using System.Text;

namespace ProgressBot.Channels.DirectLine;

/// <summary>
/// One open stream: first what the log holds after the client's watermark, then what comes. Every frame is an activity set with its watermark; whatever the
/// client sends (empty pings) is read and dropped.
/// </summary>
internal sealed class StreamConnection(WebSocket socket, ConversationLog log, LiveStreams streams)
{
    const int ReplayAtOnce = 100;

    static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(3);

    /// <summary>Runs until either side closes, the listener falls behind, or the server stops.</summary>
    public async Task RunAsync(string conversationId, long watermark, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var abandoned = new CancellationTokenSource();
        using var listener = streams.Listen(conversationId);
        var reading = DropWhatComesAsync(over, abandoned.Token);
        try
        {
            var last = await ReplayAsync(conversationId, watermark, over.Token);
            await foreach (var activity in listener.Activities.ReadAllAsync(over.Token))
                if (activity.Number == 0 || activity.Number > last)
                    await SendAsync([activity], last = Math.Max(last, activity.Number), over.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException or IOException)
        {
        }
        await CloseAsync();
        abandoned.CancelAfter(Goodbye);
        await reading;
    }

    // not ended by `over`: a read that is cancelled tears the connection, and the client would miss our goodbye
    async Task DropWhatComesAsync(CancellationTokenSource over, CancellationToken abandoned)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), abandoned)).MessageType is not WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException or IOException)
        {
        }
        await over.CancelAsync();
    }

    async Task<long> ReplayAsync(string conversationId, long watermark, CancellationToken cancellationToken)
    {
        var last = watermark;
        while (await log.ReadAsync(conversationId, last, ReplayAtOnce, cancellationToken) is { Count: > 0 } activities)
            await SendAsync(activities, last = activities[^1].Number, cancellationToken);
        return last;
    }

    ValueTask SendAsync(IReadOnlyList<LiveActivity> activities, long watermark, CancellationToken cancellationToken) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(ActivitySet.Json(activities, watermark)).AsMemory(), WebSocketMessageType.Text, true, cancellationToken);

    async Task CloseAsync()
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var patience = new CancellationTokenSource(Goodbye);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "reconnect with the last watermark", patience.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
        }
    }
}

/// <summary>The protocol's set of activities, put together from activities that are JSON already.</summary>
internal static class ActivitySet
{
    public static string Json(IReadOnlyList<LiveActivity> activities, long watermark) =>
        $$"""{"activities":[{{string.Join(',', activities.Select(activity => activity.Json))}}],"watermark":"{{watermark}}"}""";
}
