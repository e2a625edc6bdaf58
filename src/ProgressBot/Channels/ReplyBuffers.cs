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

    /// <summary>True while somebody waits for the replies to this address.</summary>
    public bool IsOpen(Address address) => open.ContainsKey(address);

    /// <summary>True when the reply was taken into an open buffer.</summary>
    public bool TryAdd(Address address, Outgoing reply) => open.TryGetValue(address, out var buffer) && buffer.TryAdd(reply);
}

/// <summary>The replies of one request; disposing closes it.</summary>
internal sealed class ReplyBuffer(int capacity, Action<ReplyBuffer> close) : IDisposable
{
    readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<Outgoing> replies = [];
    bool isClosed;

    public Task Closed => closed.Task;

    public bool TryAdd(Outgoing reply)
    {
        lock (replies)
        {
            if (isClosed || replies.Count >= capacity)
                return false;
            replies.Add(reply);
            return true;
        }
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
