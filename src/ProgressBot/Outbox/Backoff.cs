namespace ProgressBot.Outbox;

/// <summary>When a message that could not be sent is tried again.</summary>
internal static class Backoff
{
    /// <summary>
    /// The channel's own wish and up to a tenth more; without one, the first wait doubled with each attempt up to the longest, give or take a fifth, so that
    /// what failed together does not come back together.
    /// </summary>
    /// <param name="attempts">Attempts made, 1 and up.</param>
    /// <param name="seed">Decides the jitter; the message's own number.</param>
    public static TimeSpan After(int attempts, TimeSpan? wish, long seed, OutboxOptions options)
    {
        var dice = Dice(unchecked((ulong)seed * 31 + (ulong)attempts));
        if (wish is { } wanted) return (wanted < TimeSpan.Zero ? TimeSpan.Zero : wanted) * (1 + dice / 10);
        var doubled = options.FirstRetry * Math.Pow(2, Math.Min(attempts - 1, 30));
        return (doubled < options.LongestRetry ? doubled : options.LongestRetry) * (0.8 + 0.4 * dice);
    }

    /// <summary>A number from 0 to below 1 (the finaliser of SplitMix64).</summary>
    static double Dice(ulong seed)
    {
        var mixed = unchecked(seed * 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ mixed >> 27) * 0x94D049BB133111EB);
        return ((mixed ^ mixed >> 31) >> 11) * (1.0 / (1UL << 53));
    }
}
