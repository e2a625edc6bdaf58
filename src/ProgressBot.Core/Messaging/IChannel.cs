namespace ProgressBot.Core.Messaging;

/// <summary>A way to reach people. The outbox calls <see cref="SendAsync"/>; what comes in is mapped to <see cref="Incoming"/> by the channel itself.</summary>
public interface IChannel
{
    /// <summary>The channel's name as it stands in <see cref="Address.Channel"/>.</summary>
    string Name { get; }

    /// <summary>Hands one message to the channel and says how that went. Throws only when cancelled.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="message">What.</param>
    /// <param name="key">The outbox's idempotency key: the same message retried carries the same key.</param>
    ValueTask<Delivery> SendAsync(Address to, Outgoing message, string key, CancellationToken cancellationToken);
}

/// <summary>How a sending went.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>The channel took it. <paramref name="Id"/>: the channel's id of the message, when it gave one.</summary>
    public sealed record Sent(string? Id) : Delivery;

    /// <summary>Not now. <paramref name="After"/>: the channel's own wish (Retry-After), when it said one.</summary>
    public sealed record Later(string Reason, TimeSpan? After = null, int? HttpStatus = null) : Delivery;

    /// <summary>It may or may not have arrived (a request timed out); the sender retries once with the same key.</summary>
    public sealed record Unknown(string Reason) : Delivery;

    /// <summary>Never: the address is gone or blocks us.</summary>
    public sealed record Dead(string Reason, int? HttpStatus = null) : Delivery;
}
