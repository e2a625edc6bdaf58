using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class SnoozeTests
{
    static readonly TimeZoneInfo Shanghai = ZoneTime.Find("Asia/Shanghai")!;
    static readonly Snooze Snooze = new(WorkingCalendar.China, Shanghai);
    static readonly DateTimeOffset Due = At("2022-09-30 18:00");

    [Theory]
    [InlineData("2022-09-26 10:07", "InTwoHours 09-26 12:07|TodayAfternoon 09-26 15:00|Tomorrow 09-27 09:00")]
    [InlineData("2022-09-26 12:50", "InTwoHours 09-26 14:50|Tomorrow 09-27 09:00|Day 09-30 09:00")]
    [InlineData("2022-09-26 19:00", "Tomorrow 09-27 09:00|Day 09-30 09:00")]
    [InlineData("2022-09-29 16:00", "InTwoHours 09-29 18:00|Tomorrow 09-30 09:00")]
    [InlineData("2022-09-30 10:00", "InTwoHours 09-30 12:00|TodayAfternoon 09-30 15:00")]
    [InlineData("2022-09-30 17:00", "")]
    [InlineData("2022-10-08 10:00", "")]
    public void What_is_offered_lies_between_now_and_the_due_time(string now, string expected) =>
        Assert.Equal(expected, string.Join('|', Snooze.Choices(At(now), Due).Select(choice => $"{choice.Kind} {Shanghai.WallClock(choice.At):MM-dd HH:mm}")));

    [Fact]
    public void Before_a_holiday_the_next_working_day_is_offered_not_tomorrow()
    {
        var choices = Snooze.Choices(At("2022-09-30 17:30"), At("2022-10-19 18:00"));

        Assert.Equal(
            ["InTwoHours 09-30 19:30", "Day 10-08 09:00", "Day 10-19 09:00"],
            choices.Select(choice => $"{choice.Kind} {Shanghai.WallClock(choice.At):MM-dd HH:mm}"));
    }

    [Theory]
    [InlineData("2022-09-29", null), InlineData("2022-09-30", null)]
    [InlineData("2022-10-01", SnoozeRefusal.NotBeforeDue), InlineData("2022-09-25", SnoozeRefusal.Past), InlineData("2022-09-26", SnoozeRefusal.Past)]
    public void A_named_day_is_taken_or_refused_with_a_reason(string day, SnoozeRefusal? refusal)
    {
        var answer = Snooze.Until(DateOnly.Parse(day), At("2022-09-26 10:00"), Due);

        Assert.Equal(refusal, answer.Refusal);
        Assert.Equal(refusal is null ? At(day + " 09:00") : null, answer.At);
    }

    static DateTimeOffset At(string shanghai) => new(DateTime.Parse(shanghai), TimeSpan.FromHours(8));
}
