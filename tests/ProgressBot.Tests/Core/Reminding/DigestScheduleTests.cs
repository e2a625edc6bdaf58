using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class DigestScheduleTests
{
    [Theory]
    [InlineData("2022-09-26 09:00", "2022-09-30 16:30"), InlineData("2022-09-30 16:29", "2022-09-30 16:30")]
    [InlineData("2022-09-30 16:30", "2022-10-09 16:30"), InlineData("2022-10-09 16:30", "2022-10-14 16:30")]
    [InlineData("2026-02-14 09:00", "2026-02-27 16:30"), InlineData("2022-12-30 17:00", "2023-01-06 16:30")]
    public void Weekly_on_Friday_or_on_the_last_working_day_of_a_week_whose_Friday_is_off(string after, string next) =>
        Assert.Equal(At(next), DigestSchedule.Default.NextAfter(At(after), WorkingCalendar.China));

    [Theory]
    [InlineData(DigestCycle.Monthly, "2022-01-01 09:00", "2022-01-30 16:30"), InlineData(DigestCycle.Monthly, "2024-02-10 09:00", "2024-02-29 16:30")]
    [InlineData(DigestCycle.Monthly, "2022-12-30 16:30", "2023-01-31 16:30"), InlineData(DigestCycle.Quarterly, "2022-10-01 00:00", "2022-12-30 16:30")]
    public void Monthly_and_quarterly_on_the_last_working_day(DigestCycle cycle, string after, string next) =>
        Assert.Equal(At(next), (DigestSchedule.Default with { Cycle = cycle }).NextAfter(At(after), WorkingCalendar.China));

    [Fact]
    public void The_local_hour_stays_when_clocks_change()
    {
        var schedule = DigestSchedule.Default with { TimeZone = "Europe/Berlin" };

        var before = schedule.NextAfter(new DateTimeOffset(2024, 3, 25, 0, 0, 0, TimeSpan.Zero), WorkingCalendar.MondayToFriday);
        var after = schedule.NextAfter(before, WorkingCalendar.MondayToFriday);

        Assert.Equal("03-29 15:30", before.ToString("MM-dd HH:mm"));
        Assert.Equal("04-05 14:30", after.ToString("MM-dd HH:mm"));
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_named()
    {
        var schedule = DigestSchedule.Default with { TimeZone = "Asia/Hangzhou" };

        Assert.Equal([ScheduleError.UnknownTimeZone], schedule.Check());
        Assert.Throws<InvalidOperationException>(() => schedule.NextAfter(DateTimeOffset.UnixEpoch, WorkingCalendar.China));
    }

    static DateTimeOffset At(string shanghai) => new(DateTime.Parse(shanghai), TimeSpan.FromHours(8));
}
