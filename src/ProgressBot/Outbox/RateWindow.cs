namespace ProgressBot.Outbox;

/// <summary>
/// Keeps one rate exactly, over every stretch of its length and not only on average: a place is taken when a sending starts and given back one window after it
/// ended, so that the order of arrival at the other side cannot break the rate, however long the way took.
/// </summary>
internal sealed class RateWindow(Rate rate)
{
    readonly Queue<long> _ends = new();
    int _underWay;

    /// <summary>How many may start now. Timestamps are in ticks of 100 ns and never go back.</summary>
    public int Room(long now)
    {
        while (_ends.TryPeek(out var end) && end + rate.Per.Ticks <= now) _ends.Dequeue();
        return rate.Count - _underWay - _ends.Count;
    }

    /// <summary>Until when there is no room; zero when there is, null when that depends on a sending under way.</summary>
    public TimeSpan? OpensIn(long now) =>
        Room(now) > 0 ? TimeSpan.Zero : _ends.TryPeek(out var end) ? TimeSpan.FromTicks(end + rate.Per.Ticks - now) : null;

    public bool IsIdle(long now) => Room(now) == rate.Count;

    /// <summary>Counts no sending that has ended.</summary>
    public void Forget() => _ends.Clear();

    /// <summary>Counts a sending that ended elsewhere; to be called in the order of the ends.</summary>
    public void Recall(long end) => _ends.Enqueue(end);

    public void Start() => _underWay++;

    public void End(long now)
    {
        _underWay--;
        _ends.Enqueue(now);
    }
}
