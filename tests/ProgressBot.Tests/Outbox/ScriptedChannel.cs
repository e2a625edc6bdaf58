using System.Collections.Concurrent;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Outbox;

/// <summary>A channel that answers as it is told and remembers what it was given, in order.</summary>
internal sealed class ScriptedChannel(string name, Func<Sending, ValueTask<Delivery>> answer) : IChannel
{
    readonly ConcurrentQueue<Sending> _taken = new();

    public string Name => name;

    public IReadOnlyList<Sending> Given => [.. _taken];

    public IReadOnlyList<string> Texts => [.. _taken.Select(sending => sending.Message.Text)];

    public static ScriptedChannel Taking(string name = "webchat") => new(name, sending => new(new Delivery.Sent("id-" + sending.Message.Text)));

    public ValueTask<Delivery> SendAsync(Address to, Outgoing message, string key, CancellationToken cancellationToken)
    {
        var sending = new Sending(to, message, key, cancellationToken);
        _taken.Enqueue(sending);
        return answer(sending);
    }
}

internal sealed record Sending(Address To, Outgoing Message, string Key, CancellationToken Cancelled);
