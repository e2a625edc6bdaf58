using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class ScheduleSettingTests
{
    static readonly PlanSchedule Before = new();

    [Theory]
    [InlineData("repeat", "0", ScheduleError.NeverEnding)]
    [InlineData("repeat", "-5", ScheduleError.NeverEnding)]
    [InlineData("repeat", "61", ScheduleError.StepsOutOfRange)]
    [InlineData("steps", "-1 -1", ScheduleError.StepsOutOfRange)]
    [InlineData("steps", "61", ScheduleError.StepsOutOfRange)]
    [InlineData("opens", "-1", ScheduleError.SpanOutOfRange)]
    [InlineData("locks", "251", ScheduleError.SpanOutOfRange)]
    [InlineData("until", "8:00", ScheduleError.NoDayToReport)]
    [InlineData("due", "next 32", ScheduleError.NumberOutOfRange)]
    [InlineData("due", "after 0", ScheduleError.NumberOutOfRange)]
    [InlineData("calendar", "mars", ScheduleError.UnknownCalendar)]
    [InlineData("digest", "daily", ScheduleError.Unreadable)]
    [InlineData("digest", "21:00", ScheduleError.DigestTimeOutOfRange)]
    [InlineData("digest", "9:00", ScheduleError.NoticeOutOfRange)]
    [InlineData("digest", "", ScheduleError.Unreadable)]
    [InlineData("notice", "16:10", ScheduleError.NoticeOutOfRange)]
    [InlineData("notice", "soon", ScheduleError.Unreadable)]
    [InlineData("units", "some", ScheduleError.Unreadable)]
    [InlineData("colour", "red", ScheduleError.UnknownSetting)]
    [InlineData("roll", "sideways", ScheduleError.Unreadable)]
    [InlineData("at", "25:00", ScheduleError.Unreadable)]
    [InlineData("steps", "tomorrow", ScheduleError.Unreadable)]
    [InlineData("repeat", "99999999999", ScheduleError.Unreadable)]
    [InlineData("copies", "3 mars", ScheduleError.Unreadable)]
    [InlineData("copies", "3 1", ScheduleError.Unreadable)]
    [InlineData("opens", "", ScheduleError.Unreadable)]
    public void What_cannot_be_is_refused_by_name(string key, string value, ScheduleError error) =>
        Assert.Equal(new ScheduleChange(null, error), Change(Before, key, value));

    [Fact]
    public void A_window_without_a_day_is_refused()
    {
        var noneLate = Change(Before, "locks", "0").Schedule!;

        Assert.Equal(ScheduleError.NoDayToReport, Change(noneLate, "opens", "0").Refusal);
        Assert.Equal(0, noneLate.Due.LocksAfter);
    }

    [Fact]
    public void Every_setting_changes_its_own_part_and_no_other()
    {
        Assert.Equal([-5, 0, 2], Cadence("steps", "2,0,-5").Offsets);
        Assert.Equal((false, true), (Cadence("steps", "2,0,-5").Opening, Cadence("steps", "open 0").Opening));
        Assert.Equal((null, 9), (Cadence("repeat", "none").RepeatEvery, Cadence("repeat", "9").RepeatEvery));
        Assert.Equal((null, 1), (Cadence("copies", "none").CopiesFrom, Cadence("copies", "1").CopiesFrom));
        Assert.Equal((2, CopyTo.Lead), (Cadence("copies", "2 lead").CopiesFrom, Cadence("copies", "2 lead").CopiesTo));
        Assert.Equal(CopyTo.Everybody, Cadence("copies", "2").CopiesTo);
        Assert.Equal(new TimeOnly(9, 30), Cadence("at", "9:30").At);
        Assert.Equal(Before.Due with { OpensBefore = 4 }, Due("opens", "4"));
        Assert.Equal(Before.Due with { LocksAfter = 0 }, Due("locks", "0"));
        Assert.Equal(Before.Due with { Day = DueDay.DayAfter, Number = 5 }, Due("due", "next 5"));
        Assert.Equal(Before.Due with { Day = DueDay.WorkingDayAfter, Number = 3 }, Due("due", "after 3"));
        Assert.Equal(Before.Due, Due("due", "last"));
        Assert.Equal(Before.Due with { DueAt = new TimeOnly(12, 0) }, Due("until", "12:00"));
        Assert.Equal((Roll.Forward, Roll.Back), (Due("roll", "forward").Roll, Due("roll", "back").Roll));
        Assert.Equal(PlanCalendar.Weekdays, Change(Before, "calendar", "weekdays").Schedule!.Calendar);
    }

    [Theory]
    [InlineData("weekly monthly", DigestCycles.Weekly | DigestCycles.Monthly), InlineData("none", DigestCycles.None), InlineData("monthly", DigestCycles.Monthly)]
    [InlineData("half-yearly,yearly", DigestCycles.HalfYearly | DigestCycles.Yearly), InlineData("17:00", DigestCycles.Weekly)]
    [InlineData("wednesday", DigestCycles.Weekly), InlineData("wednesday quarterly", DigestCycles.Weekly | DigestCycles.Quarterly)]
    public void The_days_of_a_digest_are_said_in_any_order(string value, DigestCycles cycles) => Assert.Equal(cycles, Digest(Before, "digest", value).Cycles);

    [Fact]
    public void A_plans_digests_follow_the_offices_in_all_that_was_not_said_of_them()
    {
        var own = Change(Before, "digest", "monthly 11:00").Schedule!;
        var office = DigestSchedule.Default with { Units = true, TimeZone = "Europe/Berlin", Notice = new TimeOnly(9, 0) };

        Assert.Equal(office with { Cycles = DigestCycles.Monthly, Time = new TimeOnly(11, 0) }, own.Digests(office));
        Assert.Equal(new TimeOnly(8, 30), Digest(own, "notice", "8:30").Notice);
        Assert.Null(Digest(own, "notice", "none").Notice);
        Assert.True(Digest(own, "units", "on").Units);
        Assert.Equal(office, Change(own, "digest", "default").Schedule!.Digests(office));
    }

    static DigestSchedule Digest(PlanSchedule schedule, string key, string value) => Change(schedule, key, value).Schedule!.Digests(DigestSchedule.Default);

    [Fact]
    public void A_plan_by_weekdays_alone_reminds_on_a_holiday_that_the_office_has_off()
    {
        var shanghai = ZoneTime.Find("Asia/Shanghai")!;
        var round = new RoundDates("10月", new DateOnly(2022, 10, 1), new DateOnly(2022, 10, 7), At("2022-10-03"), At("2022-10-07"), At("2022-10-20"));

        var office = Before.Reminders(WorkingCalendar.China, shanghai).Steps(round, new Recipient(1, shanghai));
        var weekdays = (Before with { Calendar = PlanCalendar.Weekdays }).Reminders(WorkingCalendar.China, shanghai).Steps(round, new Recipient(1, shanghai));

        Assert.DoesNotContain(office, step => shanghai.Today(step.At) < new DateOnly(2022, 10, 8));
        Assert.Contains(weekdays, step => shanghai.Today(step.At) == new DateOnly(2022, 10, 4));
    }

    static DateTimeOffset At(string day) => new(DateTime.Parse(day + " 18:00"), TimeSpan.FromHours(8));

    static Cadence Cadence(string key, string value) => Change(Before, key, value).Schedule!.Cadence;

    static DueRule Due(string key, string value) => Change(Before, key, value).Schedule!.Due;

    static ScheduleChange Change(PlanSchedule schedule, string key, string value) => ScheduleSetting.Change(schedule, RoundPeriod.Month, key, ScheduleSetting.Words(value), DigestSchedule.Default);
}
