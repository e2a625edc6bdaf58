using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.World;

/// <summary>Takes every message and remembers it; a person's address is the person's name.</summary>
sealed class ListeningChannel : IChannel
{
    public const string ChannelName = "talk";

    readonly List<(string To, Outgoing Message)> _heard = [];

    public string Name => ChannelName;

    public ValueTask<Delivery> SendAsync(Address to, Outgoing message, string key, CancellationToken cancellationToken)
    {
        lock (_heard) _heard.Add((to.Key, message));
        return new(new Delivery.Sent(null));
    }

    /// <summary>What came since the last call, person by person, each in order.</summary>
    public IReadOnlyList<(string To, Outgoing Message)> Take()
    {
        lock (_heard)
        {
            var taken = _heard.OrderBy(message => message.To, StringComparer.Ordinal).ToList();
            _heard.Clear();
            return taken;
        }
    }
}
