using System.Collections.Immutable;
using System.Threading.Channels;

namespace ProgressBot.Channels.DirectLine;

/// <summary>One frame's worth: an activity as JSON and its number; 0 for what passes by and is not kept (typing).</summary>
internal sealed record LiveActivity(long Number, string Json);

/// <summary>
/// Who is listening to which conversation right now. Every listener has a bounded queue; one that does not keep up is cut off and comes back with its
/// watermark.
/// </summary>
internal sealed class LiveStreams
{
    const int QueueLength = 256;

    readonly Lock gate = new();
    volatile ImmutableDictionary<string, ImmutableList<Channel<LiveActivity>>> listeners = ImmutableDictionary<string, ImmutableList<Channel<LiveActivity>>>.Empty;

    /// <summary>Begins to listen. The reader ends when the listener is disposed or has fallen behind.</summary>
    public Listener Listen(string conversationId)
    {
        var queue = Channel.CreateBounded<LiveActivity>(new BoundedChannelOptions(QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        lock (gate)
            listeners = listeners.SetItem(conversationId, listeners.GetValueOrDefault(conversationId, []).Add(queue));
        return new Listener(this, conversationId, queue);
    }

    /// <summary>Hands an activity to everybody who listens; never waits.</summary>
    public void Publish(string conversationId, LiveActivity activity)
    {
        foreach (var queue in listeners.GetValueOrDefault(conversationId, []))
            if (!queue.Writer.TryWrite(activity))
                queue.Writer.TryComplete();
    }

    void Remove(string conversationId, Channel<LiveActivity> queue)
    {
        queue.Writer.TryComplete();
        lock (gate)
        {
            var left = listeners.GetValueOrDefault(conversationId, []).Remove(queue);
            listeners = left.IsEmpty ? listeners.Remove(conversationId) : listeners.SetItem(conversationId, left);
        }
    }

    /// <summary>One who listens, until disposed.</summary>
    internal sealed class Listener(LiveStreams streams, string conversationId, Channel<LiveActivity> queue) : IDisposable
    {
        public ChannelReader<LiveActivity> Activities => queue.Reader;

        public void Dispose() => streams.Remove(conversationId, queue);
    }
}
