using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class RoundScheduleTests
{
    static readonly RoundSchedule Year2022 = new(RoundPeriod.Month, new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31), DueRule.Default);

    [Fact]
    public void By_default_a_month_is_due_on_its_last_working_day()
    {
        Assert.Equal(
            ["1月 01-30", "2月 02-28", "3月 03-31", "4月 04-29", "5月 05-31", "6月 06-30", "7月 07-29", "8月 08-31", "9月 09-30", "10月 10-31", "11月 11-30", "12月 12-30"],
            Rounds(Year2022).Select(round => $"{round.Label} {Shanghai(round.DueAt):MM-dd}"));
    }

    [Fact]
    public void By_default_a_round_opens_six_working_days_before_and_locks_ten_after()
    {
        var september = Rounds(Year2022)[8];

        Assert.Equal("2022-09-22 08:00", Shanghai(september.OpensAt).ToString("yyyy-MM-dd HH:mm"));
        Assert.Equal("2022-09-30 18:00", Shanghai(september.DueAt).ToString("yyyy-MM-dd HH:mm"));
        Assert.Equal("2022-10-19 18:00", Shanghai(september.LocksAt).ToString("yyyy-MM-dd HH:mm"));
        Assert.Equal(TimeSpan.Zero, september.DueAt.Offset);
    }

    [Theory]
    [InlineData(DueDay.DayAfter, 1, Roll.Forward, "2022-09", "2022-10-08"), InlineData(DueDay.DayAfter, 1, Roll.Back, "2022-09", "2022-09-30")]
    [InlineData(DueDay.DayAfter, 5, Roll.Forward, "2022-09", "2022-10-08"), InlineData(DueDay.DayAfter, 5, Roll.Back, "2022-09", "2022-09-30")]
    [InlineData(DueDay.DayAfter, 9, Roll.Forward, "2022-09", "2022-10-09"), InlineData(DueDay.DayAfter, 9, Roll.Back, "2022-09", "2022-10-09")]
    [InlineData(DueDay.DayAfter, 1, Roll.Forward, "2022-12", "2023-01-03"), InlineData(DueDay.DayAfter, 1, Roll.Back, "2022-12", "2022-12-30")]
    [InlineData(DueDay.WorkingDayAfter, 3, Roll.Back, "2022-12", "2023-01-05"), InlineData(DueDay.WorkingDayAfter, 1, Roll.Back, "2022-09", "2022-10-08")]
    [InlineData(DueDay.Day, 31, Roll.Back, "2024-02", "2024-02-29"), InlineData(DueDay.Day, 31, Roll.Back, "2023-02", "2023-02-28")]
    [InlineData(DueDay.Day, 25, Roll.Forward, "2022-09", "2022-09-26"), InlineData(DueDay.Day, 25, Roll.Back, "2022-09", "2022-09-23")]
    [InlineData(DueDay.DayAfter, 30, Roll.Back, "2024-01", "2024-02-29"), InlineData(DueDay.LastWorkingDay, 1, Roll.Forward, "2022-12", "2022-12-30")]
    public void A_due_date_on_a_day_off_rolls_by_rule(DueDay day, int number, Roll roll, string month, string due)
    {
        var first = DateOnly.Parse(month + "-01");
        var schedule = new RoundSchedule(RoundPeriod.Month, first.AddMonths(-2), first.AddMonths(2), new DueRule { Day = day, Number = number, Roll = roll });

        var round = Rounds(schedule).Single(round => round.PeriodStart == first);

        Assert.Equal(DateOnly.Parse(due), DateOnly.FromDateTime(Shanghai(round.DueAt)));
    }

    [Theory]
    [InlineData(RoundPeriod.Quarter, "一季度 03-31|二季度 06-30|三季度 09-30|四季度 12-30")]
    [InlineData(RoundPeriod.HalfYear, "上半年 06-30|下半年 12-30")]
    [InlineData(RoundPeriod.Year, "全年 12-30")]
    public void Longer_periods_are_called_and_due_as_people_expect(RoundPeriod period, string expected) =>
        Assert.Equal(expected, string.Join('|', Rounds(Year2022 with { Period = period }).Select(round => $"{round.Label} {Shanghai(round.DueAt):MM-dd}")));

    [Fact]
    public void A_week_of_holidays_has_no_round()
    {
        var weeks = Rounds(Year2022 with { Period = RoundPeriod.Week, Start = new DateOnly(2026, 2, 9), End = new DateOnly(2026, 3, 1) });

        Assert.Equal(["第7周 02-14", "第9周 02-28"], weeks.Select(round => $"{round.Label} {Shanghai(round.DueAt):MM-dd}"));
    }

    [Fact]
    public void A_year_of_weeks_has_all_its_weeks_with_the_numbers_people_use()
    {
        var weeks = Rounds(Year2022 with { Period = RoundPeriod.Week });

        // the fifth week was the Spring Festival
        Assert.Equal(Enumerable.Range(1, 52).Except([5]).Select(week => $"第{week}周"), weeks.Select(round => round.Label));
        Assert.Equal("第39周", weeks.Single(round => round.PeriodStart == new DateOnly(2022, 9, 26)).Label);
        Assert.Equal("2021年第52周", Rounds(Year2022 with { Period = RoundPeriod.Week, Start = new DateOnly(2021, 12, 27) })[0].Label);
    }

    [Fact]
    public void The_first_and_last_period_are_cut_to_the_window()
    {
        var rounds = Rounds(Year2022 with { Start = new DateOnly(2022, 3, 15), End = new DateOnly(2022, 11, 15) });

        Assert.Equal(9, rounds.Count);
        Assert.Equal(new DateOnly(2022, 3, 15), rounds[0].PeriodStart);
        Assert.Equal(new DateOnly(2022, 11, 15), rounds[^1].PeriodEnd);
        Assert.Equal("2022-11-15 18:00", Shanghai(rounds[^1].DueAt).ToString("yyyy-MM-dd HH:mm"));
    }

    [Fact]
    public void A_plan_over_two_years_names_the_year() =>
        Assert.Equal(
            ["2022年12月", "2023年1月"],
            Rounds(Year2022 with { Start = new DateOnly(2022, 12, 1), End = new DateOnly(2023, 1, 31) }).Select(round => round.Label));

    [Fact]
    public void A_round_never_opens_before_its_period()
    {
        var rule = new DueRule { Day = DueDay.Day, Number = 2, OpensBefore = 4 };

        var november = Rounds(Year2022 with { Rule = rule })[10];

        Assert.Equal("2022-11-01", Shanghai(november.OpensAt).ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void A_due_date_does_not_roll_back_out_of_its_period()
    {
        var rounds = Rounds(Year2022 with { Rule = new DueRule { Day = DueDay.Day, Number = 1, Roll = Roll.Back } });

        Assert.Equal(12, rounds.Count);
        Assert.Equal("2022-01-04", Shanghai(rounds[0].DueAt).ToString("yyyy-MM-dd"));
        Assert.Equal("2022-10-08", Shanghai(rounds[9].DueAt).ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void Whatever_the_rule_dates_are_working_days_in_order()
    {
        foreach (var schedule in EveryKindOfSchedule())
            foreach (var round in Rounds(schedule))
            {
                Assert.True(round.OpensAt < round.DueAt && round.DueAt <= round.LocksAt, $"{schedule} {round}");
                Assert.All([round.OpensAt, round.DueAt, round.LocksAt], at =>
                    Assert.True(WorkingCalendar.China.IsWorkingDay(DateOnly.FromDateTime(Shanghai(at))), $"{schedule} {round}"));
            }
    }

    [Fact]
    public void Local_times_stay_when_summer_time_begins_and_ends()
    {
        var schedule = Year2022 with { TimeZone = "America/New_York", Start = new DateOnly(2024, 2, 1), End = new DateOnly(2024, 12, 31) };

        var due = schedule.Rounds(WorkingCalendar.MondayToFriday).Select(round => round.DueAt.ToString("MM-dd HH:mm")).ToList();

        Assert.Equal(["02-29 23:00", "03-29 22:00", "04-30 22:00"], due[..3]);
        Assert.Equal(["10-31 22:00", "11-29 23:00", "12-31 23:00"], due[^3..]);
    }

    [Theory]
    [InlineData("2022-12-31", "2022-12-31", "Asia/Shanghai", ScheduleError.EmptyWindow)]
    [InlineData("2022-12-31", "2022-01-01", "Asia/Shanghai", ScheduleError.EmptyWindow)]
    [InlineData("2022-01-01", "2052-01-01", "Asia/Shanghai", ScheduleError.WindowTooLong)]
    [InlineData("2022-01-01", "2022-12-31", "Asia/Shanghia", ScheduleError.UnknownTimeZone)]
    public void A_window_or_zone_that_makes_no_sense_is_named(string start, string end, string zone, ScheduleError error)
    {
        var schedule = new RoundSchedule(RoundPeriod.Month, DateOnly.Parse(start), DateOnly.Parse(end), DueRule.Default, zone);

        Assert.Equal([error], schedule.Check());
        Assert.Throws<InvalidOperationException>(() => schedule.Rounds(WorkingCalendar.China));
    }

    [Fact]
    public void A_due_rule_that_makes_no_sense_is_named()
    {
        Assert.Equal([ScheduleError.NumberOutOfRange], (Year2022 with { Rule = new DueRule { Day = DueDay.Day, Number = 32 } }).Check());
        Assert.Equal([ScheduleError.NumberOutOfRange], (Year2022 with { Period = RoundPeriod.Week, Rule = new DueRule { Day = DueDay.Day, Number = 8 } }).Check());
        Assert.Equal([ScheduleError.SpanOutOfRange], (Year2022 with { Rule = new DueRule { LocksAfter = -1 } }).Check());
        Assert.Equal([ScheduleError.NoDayToReport], (Year2022 with { Rule = new DueRule { OpensAt = new(19, 0) } }).Check());
    }

    static IEnumerable<RoundSchedule> EveryKindOfSchedule() =>
        from period in Enum.GetValues<RoundPeriod>()
        from day in Enum.GetValues<DueDay>()
        from roll in Enum.GetValues<Roll>()
        from number in Enumerable.Range(1, 31).Where(number => number is 1 or 3 or 7 or 15 or 31)
        let schedule = new RoundSchedule(
            period, new DateOnly(2022, 1, 1), new DateOnly(2026, 12, 31), new DueRule { Day = day, Roll = roll, Number = number })
        where schedule.Check().Count == 0
        select schedule;

    static List<RoundDates> Rounds(RoundSchedule schedule) => [.. schedule.Rounds(WorkingCalendar.China)];

    static DateTime Shanghai(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(8)).DateTime;
}
