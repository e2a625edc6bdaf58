namespace ProgressBot.Tests.World;

public sealed class FakeClockTests
{
    [Fact]
    public async Task A_delay_ends_when_the_clock_is_moved_past_it()
    {
        var clock = FakeClock.At("2022-09-23 10:00");
        var delay = Task.Delay(TimeSpan.FromMinutes(5), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.False(delay.IsCompleted);

        clock.Advance(TimeSpan.FromMinutes(1));
        await delay;
        Assert.Equal(0, clock.PendingTimers);
    }

    [Fact]
    public void A_periodic_timer_fires_at_each_of_its_times_and_sees_them()
    {
        var clock = FakeClock.At("2022-09-23 10:00");
        var seen = new List<string>();
        using var timer = clock.CreateTimer(_ => seen.Add(clock.GetUtcNow().ToString("HH:mm")), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));

        clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(["02:01", "02:03", "02:05"], seen);
        Assert.Equal("02:06", clock.GetUtcNow().ToString("HH:mm"));
    }

    [Fact]
    public void The_clock_does_not_run_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeClock.At("2022-09-23 10:00").Advance(TimeSpan.FromTicks(-1)));
}
