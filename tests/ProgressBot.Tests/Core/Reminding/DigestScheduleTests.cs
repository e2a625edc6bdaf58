using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class DigestScheduleTests
{
    static readonly DigestSchedule Weekly = DigestSchedule.Default;
    const DigestCycles Both = DigestCycles.Weekly | DigestCycles.Monthly;
    const DigestCycles All = Both | DigestCycles.Quarterly;

    [Theory]
    [InlineData("2022-09-26 09:00", "2022-09-30 16:30"), InlineData("2022-09-30 16:29", "2022-09-30 16:30")]
    // National Day: the whole of the first week is off but its Saturday and Sunday, which are made up
    [InlineData("2022-09-30 16:30", "2022-10-09 16:30"), InlineData("2022-10-09 16:30", "2022-10-14 16:30")]
    [InlineData("2023-09-25 09:00", "2023-09-28 16:30"), InlineData("2023-09-28 16:30", "2023-10-08 16:30")]
    [InlineData("2024-09-30 17:00", "2024-10-12 16:30", DayOfWeek.Saturday), InlineData("2025-09-29 09:00", "2025-09-30 16:30")]
    // Spring Festival: a week without a working day has none
    [InlineData("2026-02-14 09:00", "2026-02-27 16:30"), InlineData("2024-02-09 17:00", "2024-02-18 16:30"), InlineData("2025-01-25 09:00", "2025-01-27 16:30")]
    // the year changes
    [InlineData("2022-12-30 17:00", "2023-01-06 16:30"), InlineData("2023-12-29 17:00", "2024-01-05 16:30"), InlineData("2025-12-26 17:00", "2026-01-04 16:30")]
    public void Weekly_on_its_day_or_on_the_last_working_day_of_a_week_in_which_that_is_off(string after, string next, DayOfWeek day = DayOfWeek.Friday) =>
        Assert.Equal(At(next), (Weekly with { Day = day }).NextAfter(At(after), WorkingCalendar.China)?.At);

    [Theory]
    [InlineData(DigestCycles.Monthly, "2022-01-01 09:00", "2022-01-30 16:30"), InlineData(DigestCycles.Monthly, "2024-02-10 09:00", "2024-02-29 16:30")]
    [InlineData(DigestCycles.Monthly, "2022-12-30 16:30", "2023-01-31 16:30"), InlineData(DigestCycles.Quarterly, "2022-10-01 00:00", "2022-12-30 16:30")]
    [InlineData(DigestCycles.Monthly, "2023-09-01 09:00", "2023-09-28 16:30"), InlineData(DigestCycles.Monthly, "2025-01-02 09:00", "2025-01-27 16:30")]
    [InlineData(DigestCycles.HalfYearly, "2024-03-01 09:00", "2024-06-28 16:30"), InlineData(DigestCycles.Yearly, "2023-12-30 09:00", "2024-12-31 16:30")]
    public void Longer_ones_on_the_last_working_day_of_the_period(DigestCycles cycle, string after, string next) =>
        Assert.Equal(At(next), (Weekly with { Cycles = cycle }).NextAfter(At(after), WorkingCalendar.China)?.At);

    [Theory]
    [InlineData(Both, "2022-09-30", RoundPeriod.Month, "2022-09-01"), InlineData(All, "2022-09-30", RoundPeriod.Quarter, "2022-07-01")]
    [InlineData(Both, "2022-09-23", RoundPeriod.Week, "2022-09-19"), InlineData(Both, "2022-08-31", RoundPeriod.Month, "2022-08-01")]
    [InlineData(All, "2022-12-30", RoundPeriod.Quarter, "2022-10-01"), InlineData(DigestCycles.Weekly, "2022-09-30", RoundPeriod.Week, "2022-09-26")]
    [InlineData(Both | DigestCycles.Yearly, "2022-12-30", RoundPeriod.Year, "2022-01-01")]
    // a week's own day stays beside a month's end in the same week
    [InlineData(Both, "2022-09-02", RoundPeriod.Week, "2022-08-29"), InlineData(Both, "2023-09-28", RoundPeriod.Month, "2023-09-01")]
    public void Where_several_periods_end_on_a_day_there_is_one_called_after_the_longest(DigestCycles cycles, string day, RoundPeriod kind, string first)
    {
        var occasion = (Weekly with { Cycles = cycles }).On(DateOnly.Parse(day), WorkingCalendar.China)!;

        Assert.Equal((kind, DateOnly.Parse(first)), (occasion.Kind, occasion.First));
    }

    [Fact]
    public void Weekly_and_monthly_together_leave_on_the_days_of_both_and_never_twice_on_one()
    {
        var schedule = Weekly with { Cycles = Both };
        var days = Enumerable.Range(0, 365).Select(day => new DateOnly(2022, 1, 1).AddDays(day)).Where(day => schedule.On(day, WorkingCalendar.China) is not null).ToList();

        Assert.Equal(12, days.Count(day => schedule.On(day, WorkingCalendar.China)!.Kind == RoundPeriod.Month));
        Assert.All(days, day => Assert.True(WorkingCalendar.China.IsWorkingDay(day)));
        Assert.Contains(new DateOnly(2022, 8, 31), days);
        Assert.Contains(new DateOnly(2022, 9, 2), days);
    }

    [Fact]
    public void Without_a_cycle_there_is_none()
    {
        var schedule = Weekly with { Cycles = DigestCycles.None };

        Assert.Null(schedule.NextAfter(At("2022-09-26 09:00"), WorkingCalendar.China));
        Assert.Equal(new DateOnly(2022, 9, 26), schedule.Preview(At("2022-09-28 09:00"), WorkingCalendar.China, null).First);
    }

    [Fact]
    public void The_local_hour_stays_when_clocks_change()
    {
        var schedule = Weekly with { TimeZone = "Europe/Berlin" };

        var before = schedule.NextAfter(new DateTimeOffset(2024, 3, 25, 0, 0, 0, TimeSpan.Zero), WorkingCalendar.MondayToFriday)!;
        var after = schedule.NextAfter(before.At, WorkingCalendar.MondayToFriday)!;

        Assert.Equal("03-29 15:30", before.At.ToString("MM-dd HH:mm"));
        Assert.Equal("04-05 14:30", after.At.ToString("MM-dd HH:mm"));
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_named()
    {
        var schedule = Weekly with { TimeZone = "Asia/Hangzhou" };

        Assert.Equal([ScheduleError.UnknownTimeZone], schedule.Check());
        Assert.Throws<InvalidOperationException>(() => schedule.NextAfter(DateTimeOffset.UnixEpoch, WorkingCalendar.China));
    }

    [Theory]
    [InlineData("7:59", null, ScheduleError.DigestTimeOutOfRange), InlineData("20:00", null, ScheduleError.DigestTimeOutOfRange), InlineData("8:00", null, null)]
    [InlineData("16:30", "16:01", ScheduleError.NoticeOutOfRange), InlineData("16:30", "16:00", null), InlineData("16:30", "7:59", ScheduleError.NoticeOutOfRange)]
    public void Nothing_leaves_in_the_night_and_a_notice_comes_in_time(string time, string? notice, ScheduleError? error) =>
        Assert.Equal(error is { } one ? [one] : [], (Weekly with { Time = TimeOnly.Parse(time), Notice = notice is null ? null : TimeOnly.Parse(notice) }).Check());

    static DateTimeOffset At(string shanghai) => new(DateTime.Parse(shanghai), TimeSpan.FromHours(8));
}
