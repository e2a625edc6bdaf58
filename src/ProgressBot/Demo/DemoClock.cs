namespace ProgressBot.Demo;

/// <summary>A clock that runs like any other and can be put forward; it exists in the demonstration only.</summary>
sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    long _aheadTicks = (start - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    /// <summary>Puts the clock to a time; never back.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        var by = time - GetUtcNow();
        if (by > TimeSpan.Zero) Interlocked.Add(ref _aheadTicks, by.Ticks);
    }
}
