using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class WorkingCalendarTests
{
    static readonly WorkingCalendar China = WorkingCalendar.China;

    [Fact]
    public void Every_day_from_2022_to_2026_is_as_the_official_notices_say()
    {
        var wrong = Enumerable.Range(0, 1826).Select(new DateOnly(2022, 1, 1).AddDays).Where(day => China.IsWorkingDay(day) != Official(day));

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(2022, 249), InlineData(2023, 249), InlineData(2024, 251), InlineData(2025, 248), InlineData(2026, 248)]
    public void A_year_has_the_number_of_working_days_its_notice_implies(int year, int expected) =>
        Assert.Equal(expected, China.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Theory]
    [InlineData("2022-10-08", true), InlineData("2022-10-09", true), InlineData("2022-10-03", false)]
    [InlineData("2024-02-18", true), InlineData("2025-01-26", true), InlineData("2022-12-31", false), InlineData("2024-02-29", true)]
    public void Well_known_days_work_or_do_not(string day, bool works) => Assert.Equal(works, China.IsWorkingDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2022-10-03", "国庆节"), InlineData("2022-10-08", "调休上班"), InlineData("2022-10-15", "周末")]
    [InlineData("2022-10-10", null), InlineData("2022-12-31", "元旦"), InlineData("2025-10-06", "国庆节、中秋节")]
    public void A_day_is_called_what_people_call_it(string day, string? name) => Assert.Equal(name, China.NameOf(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2022-09-30", 1, "2022-10-08"), InlineData("2022-09-30", 2, "2022-10-09"), InlineData("2022-09-30", 3, "2022-10-10")]
    [InlineData("2022-10-03", 1, "2022-10-08"), InlineData("2022-10-08", -1, "2022-09-30"), InlineData("2022-10-03", 0, "2022-10-03")]
    [InlineData("2022-12-30", 1, "2023-01-03"), InlineData("2024-02-28", 1, "2024-02-29"), InlineData("2024-02-09", 1, "2024-02-18")]
    public void Counting_steps_over_days_off_and_onto_make_up_days(string from, int days, string to) =>
        Assert.Equal(DateOnly.Parse(to), China.AddWorkingDays(DateOnly.Parse(from), days));

    [Fact]
    public void Counting_between_two_days_undoes_adding()
    {
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var from = new DateOnly(2022, 1, 1).AddDays(random.Next(1800));
            var days = random.Next(-60, 61);

            Assert.Equal(days, China.WorkingDaysBetween(from, China.AddWorkingDays(from, days)));
        }
    }

    [Theory]
    [InlineData("2022-10-01", Roll.Forward, "2022-10-08"), InlineData("2022-10-01", Roll.Back, "2022-09-30")]
    [InlineData("2022-09-30", Roll.Forward, "2022-09-30"), InlineData("2022-09-30", Roll.Back, "2022-09-30")]
    public void A_date_on_a_day_off_rolls_by_rule(string date, Roll roll, string to) =>
        Assert.Equal(DateOnly.Parse(to), China.Rolled(DateOnly.Parse(date), roll));

    [Fact]
    public void A_stretch_without_working_days_has_no_last_one() =>
        Assert.Null(China.LastWorkingDay(new DateOnly(2026, 2, 16), new DateOnly(2026, 2, 22)));

    [Fact]
    public void A_year_that_is_not_loaded_follows_the_weekdays()
    {
        Assert.False(China.IsLoaded(2027));
        Assert.False(China.IsWorkingDay(new DateOnly(2027, 10, 2)));
        Assert.True(China.IsWorkingDay(new DateOnly(2027, 10, 1)));
    }

    [Theory]
    [InlineData("2026-10-31", null), InlineData("2026-11-01", 2027), InlineData("2026-12-31", 2027), InlineData("2027-01-04", 2027), InlineData("2025-12-01", null)]
    public void A_missing_year_is_announced_from_November_on(string today, int? year)
    {
        Assert.Equal(year, China.MissingYear(DateOnly.Parse(today)));
    }

    static bool Official(DateOnly day) =>
        OfficialNotices.WeekendDaysWorked.Contains(day) ||
        (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !OfficialNotices.WeekdaysOff.Contains(day));
}
