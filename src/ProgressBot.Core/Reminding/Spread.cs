namespace ProgressBot.Core.Reminding;

/// <summary>
/// Spreads what would happen at one time. Decided by person and day alone, so that it comes out the same after a restart, and everything one person
/// gets on a day comes at one time.
/// </summary>
internal static class Spread
{
    /// <summary>How far from a time of day, up to so many minutes to either side.</summary>
    public static TimeSpan Around(TimeOnly time, int minutes, int seed, DateOnly day) => Chosen(time, -minutes, minutes, seed, day);

    /// <summary>How far after a time of day, one to so many minutes.</summary>
    public static TimeSpan After(TimeOnly time, int minutes, int seed, DateOnly day) => Chosen(time, 1, minutes, seed, day);

    /// <summary>A number from 0 to below <paramref name="count"/>.</summary>
    public static int Pick(int seed, DateOnly day, int count) => (int)(Mixed(seed, day) % (uint)count);

    static TimeSpan Chosen(TimeOnly time, int first, int last, int seed, DateOnly day)
    {
        // quarters, not only the full and half hours: there are zones that are 45 minutes off
        var minutes = Enumerable.Range(first, last - first + 1).Where(minute => (time.Minute + minute) % 15 != 0).ToList();
        if (minutes.Count == 0) minutes = [last + 1];
        var chosen = Mixed(seed, day);
        return TimeSpan.FromMinutes(minutes[(int)(chosen % (uint)minutes.Count)]) + TimeSpan.FromSeconds(chosen / 977 % 60);
    }

    /// <summary>Mixes so that neighbouring seeds and days end far apart (the finaliser of MurmurHash3).</summary>
    static uint Mixed(int seed, DateOnly day)
    {
        var hash = unchecked((uint)seed * 0x9E3779B1u ^ (uint)day.DayNumber * 0x85EBCA77u);
        hash = unchecked((hash ^ hash >> 16) * 0x85EBCA6Bu);
        hash = unchecked((hash ^ hash >> 13) * 0xC2B2AE35u);
        return hash ^ hash >> 16;
    }
}
