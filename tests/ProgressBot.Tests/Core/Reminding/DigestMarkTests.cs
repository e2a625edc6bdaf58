using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class DigestMarkTests
{
    static readonly DigestSchedule Weekly = DigestSchedule.Default;

    [Theory]
    // on time; late the same evening, on the next working day, in working hours only; after three weeks the latest alone
    [InlineData("2022-09-30 16:30", "2022-09-30"), InlineData("2022-09-30 19:59", "2022-09-30"), InlineData("2022-09-30 20:00", null)]
    [InlineData("2022-10-03 10:00", null), InlineData("2022-10-08 07:59", null), InlineData("2022-10-08 08:00", "2022-09-30")]
    [InlineData("2022-10-21 10:00", "2022-10-14"), InlineData("2022-09-30 16:29", null)]
    public void A_digest_leaves_at_its_time_or_late_once_in_office_hours(string now, string? day)
    {
        var (taken, due) = Take(Begun("2022-09-26 09:00"), now);

        Assert.Equal(day, due?.Day.ToString("yyyy-MM-dd"));
        Assert.Null(Take(taken, now).Due);
    }

    [Fact]
    public void What_is_planned_follows_the_schedule_and_the_calendar_as_they_are_now()
    {
        var mark = Begun("2022-09-26 09:00");

        var moved = Take(mark, "2022-09-27 09:00", Weekly with { Day = DayOfWeek.Wednesday, Time = new TimeOnly(10, 0) }).Mark;

        Assert.Equal(At("2022-09-28 10:00"), moved.NextAt);
        Assert.Null(Take(moved, "2022-09-27 09:00", Weekly with { Cycles = DigestCycles.None }).Mark.NextAt);
    }

    [Fact]
    public void A_later_time_said_after_it_left_does_not_bring_a_second_one_on_that_day()
    {
        var later = Weekly with { Time = new TimeOnly(18, 0) };
        var (left, due) = Take(Begun("2022-09-26 09:00"), "2022-09-30 16:30");
        Assert.NotNull(due);

        var (again, none) = Take(left, "2022-09-30 16:40", later);
        var (last, neither) = Take(again, "2022-09-30 18:00", later);

        Assert.Equal((null, null, At("2022-10-09 18:00")), (none, neither, last.NextAt));
    }

    [Fact]
    public void One_that_was_switched_off_while_nobody_looked_is_not_sent()
    {
        var (mark, due) = Take(Begun("2022-09-26 09:00"), "2022-09-30 17:00", Weekly with { Cycles = DigestCycles.Monthly, Time = new TimeOnly(19, 0) });

        Assert.Equal((null, At("2022-09-30 19:00")), (due, mark.NextAt));
    }

    [Fact]
    public void The_last_one_leaves_by_the_last_day_late_if_it_must()
    {
        var until = Weekly with { Until = new DateOnly(2022, 10, 1) };
        var begun = Begun("2022-09-26 09:00");

        Assert.Equal((new DateOnly(2022, 9, 30), null), Take(begun, "2022-10-08 09:00", until) is var (late, due) ? (due?.Day, late.NextAt) : default);
        Assert.Null(Take(begun with { NextAt = At("2022-10-09 16:30"), Handled = new DateOnly(2022, 9, 30) }, "2022-10-09 16:30", until).Due);
    }

    [Theory]
    [InlineData("2022-09-30 09:39", false), InlineData("2022-09-30 09:40", true), InlineData("2022-09-30 16:00", true), InlineData("2022-09-30 16:01", false), InlineData("2022-09-29 10:00", false)]
    public void Coordinators_are_told_on_the_day_once_and_not_at_the_last_minute(string now, bool told)
    {
        var (mark, next) = Begun("2022-09-26 09:00").TakeNotice(Weekly, WorkingCalendar.China, At(now));

        Assert.Equal(told, next is not null);
        Assert.Null(mark.TakeNotice(Weekly, WorkingCalendar.China, At(now)).Next);
    }

    [Fact]
    public void Nobody_is_told_of_one_that_will_not_leave_or_without_being_asked_to()
    {
        var mark = Begun("2022-09-26 09:00");
        var skipped = mark.Skip(new DateOnly(2022, 9, 30), 1, At("2022-09-29 10:00"));

        Assert.Null(mark.TakeNotice(Weekly with { Notice = null }, WorkingCalendar.China, At("2022-09-30 10:00")).Next);
        Assert.Null(skipped.TakeNotice(Weekly, WorkingCalendar.China, At("2022-09-30 10:00")).Next);
        Assert.NotNull(skipped.Restore().TakeNotice(Weekly, WorkingCalendar.China, At("2022-09-30 10:00")).Next);
    }

    static DigestMark Begun(string now)
    {
        var (mark, due) = Take(new DigestMark(), now);
        Assert.Null(due);
        return mark;
    }

    static (DigestMark Mark, DigestOccasion? Due) Take(DigestMark mark, string now, DigestSchedule? schedule = null) => mark.Take(schedule ?? Weekly, WorkingCalendar.China, At(now));

    static DateTimeOffset At(string shanghai) => new(DateTime.Parse(shanghai), TimeSpan.FromHours(8));
}
