using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class CalendarFormatTests
{
    [Fact]
    public void An_office_adds_a_year_and_keeps_the_others()
    {
        var calendar = Read("""
            years:
              2027:
                元旦: { off: 01-01..01-03, work: 2026-12-27 }
            """);

        Assert.True(calendar.IsLoaded(2027));
        Assert.True(calendar.IsLoaded(2022));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2027, 1, 1)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2026, 12, 27)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2022, 10, 3)));
    }

    [Fact]
    public void An_office_overrides_single_days_without_loading_their_year()
    {
        var calendar = Read("""
            days:
              2022-10-08: { off: 机关停电 }
              2027-03-06: { work: 集中办公 }
            """);

        Assert.False(calendar.IsWorkingDay(new DateOnly(2022, 10, 8)));
        Assert.Equal("机关停电", calendar.NameOf(new DateOnly(2022, 10, 8)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2027, 3, 6)));
        Assert.False(calendar.IsLoaded(2027));
    }

    [Fact]
    public void Another_calendar_stands_alone()
    {
        var calendar = Read("""
            extends: none
            weekend: [Friday, Saturday]
            years: { 2022: {} }
            """);

        Assert.True(calendar.IsWorkingDay(new DateOnly(2022, 10, 3)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2022, 10, 7)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2022, 10, 9)));
        Assert.False(calendar.IsLoaded(2023));
    }

    [Theory]
    [InlineData("years:\n  2027:\n    元旦: { off: 01-32 }", 3, "'01-32' is no date")]
    [InlineData("years:\n  2027:\n    元旦: { off: 02-29 }", 3, "'02-29' is no date")]
    [InlineData("years:\n  2027:\n    元旦: { free: 01-01 }", 3, "unknown key 'free'")]
    [InlineData("years:\n  twenty: {}", 2, "'twenty' is no year")]
    [InlineData("years:\n  2027:\n    元旦: { off: 01-03..01-01 }", 3, "'01-03..01-01' is a stretch of -1 days")]
    [InlineData("years:\n  2027:\n    元旦: { off: 01-01 }\n    春节: { off: 01-01 }", 4, "2027-01-01 stands here twice")]
    [InlineData("year:\n  2027: {}", 1, "unknown section 'year'")]
    [InlineData("weekend: [Saturday, 7]", 1, "'7' is no weekday")]
    [InlineData("weekend: [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday]", 1, "a week needs a working day")]
    [InlineData("days:\n  2027-01-01: maybe", 2, "expected 'key: value' lines")]
    [InlineData("- 2027", 1, "expected the sections")]
    [InlineData("", 1, "expected the sections")]
    [InlineData("years:\n  2027: {\n", 3, "")]
    [InlineData("extends: cn", 1, "'extends' can only be 'none'")]
    public void A_mistake_is_named_with_its_line_and_reason(string yaml, int line, string reason)
    {
        var reading = WorkingCalendar.Parse(yaml, "office.yaml", WorkingCalendar.China);

        Assert.Null(reading.Calendar);
        var error = Assert.Single(reading.Errors);
        Assert.StartsWith($"office.yaml:{line}: {reason}", error.ToString());
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var reading = WorkingCalendar.Parse("years:\n  2027:\n    元旦: { off: [13-01, 01-1] }\nx: 1", "office.yaml");

        Assert.Equal([3, 3, 4], reading.Errors.Select(error => error.Line));
    }

    static WorkingCalendar Read(string yaml)
    {
        var reading = WorkingCalendar.Parse(yaml, "office.yaml", WorkingCalendar.China);
        Assert.Empty(reading.Errors);
        return reading.Calendar!;
    }
}
