using System.Diagnostics;
using ProgressBot.Core.Messaging;

namespace ProgressBot.CrashTest;

/// <summary>A channel that takes everything at once, or so much per second, and notes when.</summary>
sealed class CountingChannel : IChannel
{
    readonly Lock _gate = new();
    readonly List<TimeSpan> _times = [];
    readonly Stopwatch _watch = Stopwatch.StartNew();

    public string Name => Cast.Channel;
    public int MostPerSecond { get; init; } = int.MaxValue;
    public int Refused { get; private set; }

    /// <summary>When each message was taken.</summary>
    public IReadOnlyList<TimeSpan> Times
    {
        get { lock (_gate) return [.. _times]; }
    }

    public void Forget()
    {
        lock (_gate) _times.Clear();
    }

    public ValueTask<Delivery> SendAsync(Address to, Outgoing message, string key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = _watch.Elapsed;
            if (MostPerSecond < int.MaxValue && _times.Count(time => time > now - TimeSpan.FromSeconds(1)) >= MostPerSecond)
            {
                Refused++;
                return new(new Delivery.Later("too many", TimeSpan.FromSeconds(1), 429));
            }
            _times.Add(now);
            return new(new Delivery.Sent(null));
        }
    }
}
