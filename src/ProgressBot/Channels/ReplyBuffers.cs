using System.Collections.Concurrent;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels;

/// <summary>
/// Replies that leave in the HTTP response of what they answer. While a buffer is open for an address, whatever is sent there is put into it: by the
/// channel, when the outbox comes to it, or by the turn itself once it is committed, which saves the way through the outbox. One is open per address
/// at a time, so that two requests of one person do not get each other's answers.
/// </summary>
internal sealed class ReplyBuffers
{
    readonly ConcurrentDictionary<Address, ReplyBuffer> open = new();

    /// <summary>Opens the buffer of an address, after the one before it was closed.</summary>
    /// <param name="capacity">How many replies fit; further ones go the ordinary way.</param>
    public async Task<ReplyBuffer> OpenAsync(Address address, int capacity, CancellationToken cancellationToken)
    {
        var mine = new ReplyBuffer(capacity, closed => open.TryRemove(KeyValuePair.Create(address, closed)));
        while (open.GetOrAdd(address, mine) is var current && current != mine)
            await current.Closed.WaitAsync(cancellationToken);
        return mine;
    }

    /// <summary>Keeps room for up to so many replies, for a turn to fill once it is committed; 0 when nobody waits.</summary>
    public int Reserve(Address address, int wanted) => open.TryGetValue(address, out var buffer) ? buffer.Reserve(wanted) : 0;

    /// <summary>Puts replies into the room that was kept for them.</summary>
    public void Fill(Address address, IReadOnlyList<Outgoing> replies)
    {
        if (replies.Count > 0 && open.TryGetValue(address, out var buffer))
            buffer.Fill(replies);
    }

    /// <summary>True when the reply was taken into an open buffer.</summary>
    public bool TryAdd(Address address, Outgoing reply) => open.TryGetValue(address, out var buffer) && buffer.TryAdd(reply);
}

/// <summary>The replies of one request; disposing closes it.</summary>
internal sealed class ReplyBuffer(int capacity, Action<ReplyBuffer> close) : IDisposable
{
    readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<Outgoing> replies = [];
    int room = capacity;
    bool isClosed;

    public Task Closed => closed.Task;

    public bool TryAdd(Outgoing reply)
    {
        lock (replies)
        {
            if (isClosed || room == 0)
                return false;
            room--;
            replies.Add(reply);
            return true;
        }
    }

    public int Reserve(int wanted)
    {
        lock (replies)
        {
            var kept = isClosed ? 0 : Math.Min(room, wanted);
            room -= kept;
            return kept;
        }
    }

    public void Fill(IReadOnlyList<Outgoing> reserved)
    {
        lock (replies)
            replies.AddRange(reserved);
    }

    /// <summary>Closes the buffer and gives what came, in order.</summary>
    public IReadOnlyList<Outgoing> Take()
    {
        lock (replies)
        {
            isClosed = true;
            return [.. replies];
        }
    }

    public void Dispose()
    {
        Take();
        close(this);
        closed.TrySetResult();
    }
}
