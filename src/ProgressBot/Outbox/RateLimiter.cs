using Microsoft.Extensions.Options;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Outbox;

/// <summary>One for all senders, of which <see cref="Duties"/> lets one process send at a time: how many messages a channel and each of its conversations may take, as configured.</summary>
internal sealed class RateLimiter
{
    const int SweepEvery = 4096;

    readonly Lock _gate = new();
    readonly TimeProvider _clock;
    readonly Dictionary<string, Rates> _rates;
    readonly Dictionary<string, RateWindow[]> _channels = [];
    readonly Dictionary<Address, RateWindow[]> _conversations = [];
    int _started;

    /// <exception cref="FormatException">A configured rate cannot be read.</exception>
    public RateLimiter(IOptions<OutboxOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _rates = options.Value.Limits.ToDictionary(
            limit => limit.Key, limit => new Rates(Rate.ParseAll(limit.Value.Channel), Rate.ParseAll(limit.Value.Conversation)));
    }

    public bool IsLimited(string channel) => _rates.TryGetValue(channel, out var rates) && rates.Channel.Count + rates.Conversation.Count > 0;

    /// <summary>The longest window of a channel: what ended before counts no more. Zero without limits.</summary>
    public TimeSpan Longest(string channel) =>
        _rates.TryGetValue(channel, out var rates) ? rates.Channel.Concat(rates.Conversation).Select(rate => rate.Per).DefaultIfEmpty().Max() : TimeSpan.Zero;

    /// <summary>Counts what has been sent on a channel so far, by whomever, in place of what was counted here. What seems to end in the future, by a clock that was set back, counts from now on.</summary>
    public void Recall(string channel, IReadOnlyCollection<(Address To, DateTimeOffset EndedAt)> sent)
    {
        lock (_gate)
        {
            var (now, time) = (Now, _clock.GetUtcNow());
            foreach (var window in ChannelWindows(channel).Concat(_conversations.Where(known => known.Key.Channel == channel).SelectMany(known => known.Value))) window.Forget();
            foreach (var (to, endedAt) in sent.OrderBy(sending => sending.EndedAt))
                foreach (var window in Windows(to)) window.Recall(now - Math.Max(0, (time - endedAt).Ticks));
        }
    }

    /// <summary>How many messages may start on a channel now.</summary>
    public int Room(string channel)
    {
        lock (_gate) return ChannelWindows(channel).Select(window => window.Room(Now)).DefaultIfEmpty(int.MaxValue).Min();
    }

    /// <summary>Takes a place in all windows a message counts in, or in none. Whoever got one calls <see cref="End"/> when the sending is over.</summary>
    public bool TryStart(Address to)
    {
        lock (_gate)
        {
            var windows = Windows(to);
            if (windows.Any(window => window.Room(Now) <= 0)) return false;
            foreach (var window in windows) window.Start();
            if (++_started % SweepEvery == 0) ForgetIdleConversations();
            return true;
        }
    }

    public void End(Address to)
    {
        lock (_gate)
            foreach (var window in Windows(to))
                window.End(Now);
    }

    /// <summary>How long until there is room again on a channel; null when that depends on sendings under way.</summary>
    public TimeSpan? OpensIn(string channel)
    {
        lock (_gate) return Longest(ChannelWindows(channel));
    }

    /// <inheritdoc cref="OpensIn(string)"/>
    public TimeSpan? OpensIn(Address to)
    {
        lock (_gate) return Longest(Windows(to));
    }

    long Now => _clock.GetElapsedTime(0).Ticks;

    TimeSpan? Longest(RateWindow[] windows)
    {
        var longest = TimeSpan.Zero;
        foreach (var window in windows)
            if (window.OpensIn(Now) is not { } opens) return null;
            else if (opens > longest) longest = opens;
        return longest;
    }

    RateWindow[] Windows(Address to) => [.. ChannelWindows(to.Channel), .. ConversationWindows(to)];

    RateWindow[] ChannelWindows(string channel)
    {
        if (_channels.TryGetValue(channel, out var windows)) return windows;
        return _channels[channel] = _rates.TryGetValue(channel, out var rates) ? [.. rates.Channel.Select(rate => new RateWindow(rate))] : [];
    }

    RateWindow[] ConversationWindows(Address to)
    {
        if (_conversations.TryGetValue(to, out var windows)) return windows;
        if (!_rates.TryGetValue(to.Channel, out var rates) || rates.Conversation.Count == 0) return [];
        return _conversations[to] = [.. rates.Conversation.Select(rate => new RateWindow(rate))];
    }

    void ForgetIdleConversations()
    {
        foreach (var (address, windows) in _conversations)
            if (windows.All(window => window.IsIdle(Now)))
                _conversations.Remove(address);
    }

    sealed record Rates(IReadOnlyList<Rate> Channel, IReadOnlyList<Rate> Conversation);
}
