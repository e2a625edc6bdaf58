namespace ProgressBot.CrashTest;

/// <summary>The real clock, moved by a fixed span.</summary>
sealed class ShiftedClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
