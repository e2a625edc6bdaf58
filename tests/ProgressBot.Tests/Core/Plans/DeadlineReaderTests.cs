using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Tests.Core.Plans;

public sealed class DeadlineReaderTests
{
    [Theory]
    [InlineData("7月底前完成拨付", "2024-07-31", DeadlinePrecision.Month)]
    [InlineData("于 2022 年 7 月底前完成", "2022-07-31", DeadlinePrecision.Month)]
    [InlineData("9月投入使用", "2024-09-30", DeadlinePrecision.Month)]
    [InlineData("十月底前建成", "2024-10-31", DeadlinePrecision.Month)]
    [InlineData("10月前完成", "2024-09-30", DeadlinePrecision.Month)]
    [InlineData("6月15日前上报", "2024-06-15", DeadlinePrecision.Day)]
    [InlineData("3月上旬完成", "2024-03-10", DeadlinePrecision.TenDays)]
    [InlineData("二季度末通车", "2024-06-30", DeadlinePrecision.Quarter)]
    [InlineData("上半年完成", "2024-06-30", DeadlinePrecision.HalfYear)]
    [InlineData("年内建成", "2024-12-31", DeadlinePrecision.Year)]
    [InlineData("2025年底前", "2025-12-31", DeadlinePrecision.Year)]
    public void A_wording_gives_the_last_day_that_is_in_time(string text, string date, DeadlinePrecision precision)
    {
        var found = Assert.Single(DeadlineReader.FindAll(text, 2024)).Deadline;

        Assert.Equal((DateOnly.Parse(date), precision), (found.Date!.Value, found.Precision));
    }

    [Theory]
    [InlineData("亚运会前投用")]
    [InlineData("国庆前亮灯")]
    public void An_event_stays_open(string text) =>
        Assert.Null(Assert.Single(DeadlineReader.FindAll(text, 2024)).Deadline.Date);

    [Theory]
    [InlineData("全年开展活动3场")]
    [InlineData("2023年12月起实施")]
    [InlineData("每月走访")]
    [InlineData("培训8月龄婴儿家长")]
    public void Words_that_set_no_limit_are_left_alone(string text) =>
        Assert.Empty(DeadlineReader.FindAll(text, 2024));

    [Theory]
    [InlineData("1-12月", "2024-12-31")]
    [InlineData("3月—11月", "2024-11-30")]
    [InlineData("2024年9月30日", "2024-09-30")]
    [InlineData("2024-09-30", "2024-09-30")]
    [InlineData("2024.9", "2024-09-30")]
    [InlineData("9.15前", "2024-09-15")]
    [InlineData("第三季度", "2024-09-30")]
    [InlineData("全年", "2024-12-31")]
    [InlineData("长期坚持", null)]
    public void A_column_of_deadlines_is_read_more_freely(string cell, string? date) =>
        Assert.Equal(date is null ? null : DateOnly.Parse(date), DeadlineReader.FromCell(cell, 2024)!.Date);

    [Fact]
    public void A_day_that_does_not_exist_is_open() => Assert.Null(DeadlineReader.FromCell("2月31日前", 2024)!.Date);
}
