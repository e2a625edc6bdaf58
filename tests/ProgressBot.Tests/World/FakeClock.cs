using System.Globalization;

namespace ProgressBot.Tests.World;

/// <summary>
/// A clock that stands still until it is moved. Timers fire inside <see cref="Advance"/> and <see cref="MoveTo"/>, in the order of their times, while the
/// clock shows the very time each was set for; a timer that is set by another one's callback fires in the same move when its time lies within it.
/// </summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    readonly Lock _gate = new();
    readonly List<FakeTimer> _timers = [];
    DateTimeOffset _now = start.ToUniversalTime();

    /// <summary>A clock at a local time of Shanghai, as in <c>FakeClock.At("2022-09-23 10:00")</c>.</summary>
    public static FakeClock At(string shanghaiTime) =>
        new(new DateTimeOffset(DateTime.Parse(shanghaiTime, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Timers that are set and have not fired or been disposed.</summary>
    public int PendingTimers
    {
        get { lock (_gate) return _timers.Count(timer => timer.Due is not null); }
    }

    /// <summary>True when a timer is set for this very time.</summary>
    public bool IsWaitedFor(DateTimeOffset time)
    {
        lock (_gate) return _timers.Any(timer => timer.Due == time);
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    // from a time nearby: elapsed times are computed in double precision
    public override long GetTimestamp() => (GetUtcNow() - new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.Zero)).Ticks;

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);

    /// <summary>Moves forward to a time, firing what falls due on the way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time has passed already.</exception>
    public void MoveTo(DateTimeOffset time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, GetUtcNow());
        while (TakeDue(time) is { } timer)
            timer.Fire();
        lock (_gate) _now = time.ToUniversalTime();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        lock (_gate) _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    FakeTimer? TakeDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next?.Due is not { } due) return null;
            _now = due > _now ? due : _now;
            next.Due = next.Period > TimeSpan.Zero ? due + next.Period : null;
            return next;
        }
    }

    sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? Due { get; set; }
        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                Period = period;
            }
            if (dueTime == TimeSpan.Zero) clock.MoveTo(clock.GetUtcNow());
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
