using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class ReminderScheduleTests
{
    static readonly TimeZoneInfo Shanghai = ZoneTime.Find("Asia/Shanghai")!;
    static readonly TimeZoneInfo NewYork = ZoneTime.Find("America/New_York")!;
    static readonly Recipient Somebody = new(17, Shanghai);
    static readonly ReminderSchedule Schedule = new(Cadence.OfRounds, WorkingCalendar.China, Shanghai);
    static readonly List<RoundDates> Months =
        [.. new RoundSchedule(RoundPeriod.Month, new DateOnly(2022, 1, 1), new DateOnly(2026, 12, 31), DueRule.Default).Rounds(WorkingCalendar.China)];
    static readonly RoundDates September = Months[8];

    [Fact]
    public void Somebody_who_never_answers_is_reminded_by_working_days_until_the_lock() =>
        Assert.Equal(
            ["Opening -6 09-22", "BeforeDue -3 09-27", "BeforeDue -1 09-29", "DueDay 0 09-30", "Overdue 1 10-08", "Overdue 3 10-10", "Repeated 8 10-17"],
            Schedule.Steps(September, Somebody).Select(step => $"{step.Kind} {step.Offset} {Local(step.At):MM-dd}"));

    [Fact]
    public void Copies_go_out_from_the_third_day_overdue() =>
        Assert.Equal([3, 8], Schedule.Steps(September, Somebody).Where(step => step.Copied).Select(step => step.Offset));

    [Fact]
    public void Nobody_is_reminded_on_a_day_off_in_quiet_hours_or_on_the_full_or_half_hour()
    {
        foreach (var round in Months)
            for (var seed = 0; seed < 40; seed++)
                Assert.All(Schedule.Steps(round, new Recipient(seed, Shanghai)), step =>
                {
                    var at = Local(step.At);
                    Assert.True(WorkingCalendar.China.IsWorkingDay(DateOnly.FromDateTime(at)));
                    Assert.InRange(at.TimeOfDay, new TimeSpan(9, 40, 0), new TimeSpan(10, 21, 0));
                    Assert.NotEqual(0, at.Minute % 30);
                });
    }

    [Fact]
    public void Steps_come_one_a_day_within_the_round()
    {
        foreach (var round in Months)
        {
            var steps = Schedule.Steps(round, Somebody);
            Assert.All(steps, step => Assert.True(round.OpensAt <= step.At && step.At < round.LocksAt));
            Assert.Equal(steps.Select(step => Local(step.At).Date).Distinct().Order(), steps.Select(step => Local(step.At).Date));
        }
    }

    [Fact]
    public void Reminders_are_spread_over_people_and_stay_where_they_are()
    {
        var times = Enumerable.Range(1, 1000).Select(seed => Schedule.Steps(September, new Recipient(seed, Shanghai))[0].At).ToList();

        Assert.True(times.GroupBy(at => new { at.Hour, at.Minute }).Max(minute => minute.Count()) < 80);
        Assert.Equal(times, Enumerable.Range(1, 1000).Select(seed => Schedule.Steps(September, new Recipient(seed, Shanghai))[0].At));
    }

    [Fact]
    public void The_next_step_lies_after_the_instant_never_on_it()
    {
        var first = Schedule.NextStep(September, September.OpensAt, Somebody)!;

        Assert.Equal(StepKind.Opening, first.Kind);
        Assert.Equal(-3, Schedule.NextStep(September, first.At, Somebody)!.Offset);
        Assert.Null(Schedule.NextStep(September, September.LocksAt, Somebody));
    }

    [Fact]
    public void After_an_outage_only_the_latest_due_step_is_sent()
    {
        var steps = Schedule.Steps(September, Somebody);
        var now = steps[3].At.AddHours(1);

        var due = Schedule.LatestDue(September, steps[0].At, now, Somebody);

        Assert.Equal(steps[3], due.Send);
        Assert.Equal([steps[1], steps[2]], due.Skipped);
        Assert.Null(Schedule.LatestDue(September, steps[3].At, now, Somebody).Send);
        Assert.Null(Schedule.LatestDue(September, null, steps[0].At.AddTicks(-1), Somebody).Send);
        Assert.Equal(steps[0], Schedule.LatestDue(September, null, steps[0].At, Somebody).Send);
    }

    [Fact]
    public void Somebody_abroad_is_reminded_in_the_morning_there()
    {
        var steps = Schedule.Steps(September, new Recipient(17, NewYork));

        Assert.Contains(steps, step => step.Offset == 3);
        Assert.All(steps, step => Assert.InRange(NewYork.WallClock(step.At).TimeOfDay, new TimeSpan(8, 0, 0), new TimeSpan(20, 0, 0)));
        Assert.All(steps.Where(step => step.Offset <= 0), step => Assert.True(step.At < September.DueAt));
    }

    [Fact]
    public void A_late_hour_moves_to_the_next_working_morning()
    {
        var late = new ReminderSchedule(new Cadence { At = new TimeOnly(20, 45) }, WorkingCalendar.China, Shanghai);

        var steps = late.Steps(September, Somebody);

        Assert.Equal(["09-23", "09-28", "09-30", "10-09", "10-11", "10-18"], steps.Select(step => Local(step.At).ToString("MM-dd")));
        Assert.All(steps, step => Assert.Equal(8, Local(step.At).Hour));
    }

    [Fact]
    public void An_items_deadline_on_a_Sunday_is_counted_from_the_Friday_before()
    {
        var items = new ReminderSchedule(Cadence.OfItems, WorkingCalendar.China, Shanghai);

        var steps = items.Steps(new DateOnly(2022, 7, 31), new DateOnly(2022, 12, 31), Somebody);

        Assert.Equal(["-10 07-15", "-3 07-26", "-1 07-28", "0 07-29", "1 08-01", "5 08-05"], steps.Select(step => $"{step.Offset} {Local(step.At):MM-dd}"));
    }

    [Fact]
    public void An_items_reminders_end_with_the_plan()
    {
        var weekly = new ReminderSchedule(Cadence.OfItems with { RepeatEvery = 5 }, WorkingCalendar.China, Shanghai);

        var steps = weekly.Steps(new DateOnly(2022, 11, 30), new DateOnly(2022, 12, 31), Somebody);

        Assert.Equal([-10, -3, -1, 0, 1, 5, 10, 15, 20], steps.Select(step => step.Offset));
    }

    [Fact]
    public void A_reviewer_is_reminded_after_three_working_days()
    {
        var submitted = new DateTimeOffset(2022, 9, 29, 17, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal("2022-10-09", Local(Schedule.AfterWaiting(submitted, 3, Somebody)).ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void A_cadence_that_makes_no_sense_is_named_and_refused()
    {
        Assert.Equal([ScheduleError.NeverEnding], new Cadence { RepeatEvery = 0 }.Check());
        Assert.Equal([ScheduleError.StepsOutOfRange], new Cadence { Offsets = [-1, -1] }.Check());
        Assert.Equal([ScheduleError.StepsOutOfRange], new Cadence { Jitter = 0 }.Check());
        Assert.Throws<ArgumentException>(() => new ReminderSchedule(new Cadence { RepeatEvery = -5 }, WorkingCalendar.China, Shanghai));
    }

    [Theory]
    [InlineData("Europe/Berlin", 10, "2022-10-30")]
    [InlineData("Europe/Berlin", 15, "2023-03-26")]
    [InlineData("America/New_York", 11, "2022-11-06")]
    [InlineData("America/New_York", 15, "2023-03-12")]
    [InlineData("Australia/Sydney", 10, "2022-10-02")]
    public void Somebody_in_a_zone_that_changes_its_clocks_is_reminded_by_day_once_a_day(string name, int month, string change)
    {
        var zone = ZoneTime.Find(name)!;
        var round = Months[month - 1] with { OpensAt = At(DateOnly.Parse(change).AddDays(-6)), DueAt = At(DateOnly.Parse(change).AddDays(6)), LocksAt = At(DateOnly.Parse(change).AddDays(20)) };

        for (var seed = 0; seed < 40; seed++)
        {
            var times = Schedule.Steps(round, new Recipient(seed, zone)).Select(step => zone.WallClock(step.At)).ToList();
            Assert.True(times.Count >= 5);
            Assert.All(times, time => Assert.InRange(time.TimeOfDay, new TimeSpan(8, 0, 0), new TimeSpan(20, 0, 0)));
            Assert.Equal(times.Select(time => time.Date).Distinct().Order(), times.Select(time => time.Date));
        }
    }

    [Fact]
    public void An_office_that_changes_its_clocks_is_reminded_and_due_at_the_same_time_by_the_wall()
    {
        var berlin = ZoneTime.Find("Europe/Berlin")!;
        var march = new RoundSchedule(RoundPeriod.Month, new DateOnly(2023, 3, 1), new DateOnly(2023, 3, 31), DueRule.Default, "Europe/Berlin").Rounds(WorkingCalendar.MondayToFriday).Single();

        var steps = new ReminderSchedule(Cadence.OfRounds, WorkingCalendar.MondayToFriday, berlin).Steps(march, new Recipient(17, berlin));

        Assert.Equal(["07:00", "16:00"], new[] { march.OpensAt, march.DueAt }.Select(at => at.UtcDateTime.ToString("HH:mm")));
        Assert.Equal(["03-23", "03-28", "03-30", "03-31", "04-03", "04-05", "04-12"], steps.Select(step => berlin.WallClock(step.At).ToString("MM-dd")));
        Assert.All(steps, step => Assert.InRange(berlin.WallClock(step.At).TimeOfDay, new TimeSpan(9, 40, 0), new TimeSpan(10, 21, 0)));
    }

    static DateTimeOffset At(DateOnly day) => Shanghai.Instant(day, new TimeOnly(18, 0));

    static DateTime Local(DateTimeOffset at) => Shanghai.WallClock(at);
}
