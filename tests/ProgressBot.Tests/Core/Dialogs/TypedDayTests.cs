using ProgressBot.Core.Dialogs;

namespace ProgressBot.Tests.Core.Dialogs;

public sealed class TypedDayTests
{
    static readonly DateOnly Today = new(2022, 9, 26);

    [Theory]
    [InlineData("3 到10月20日 因验收推迟", "2022-10-20")]
    [InlineData("到10.20", "2022-10-20")]
    [InlineData("10-8", "2022-10-08")]
    [InlineData("10/8号", "2022-10-08")]
    [InlineData("2023年1月5日", "2023-01-05")]
    [InlineData("2022-12-31", "2022-12-31")]
    [InlineData("1月5日", "2023-01-05")]
    [InlineData("8月5日", "2022-08-05")]
    [InlineData("28日", "2022-09-28")]
    [InlineData("5日", "2022-10-05")]
    [InlineData("明天", "2022-09-27")]
    [InlineData("tomorrow", "2022-09-27")]
    [InlineData("后天", "2022-09-28")]
    [InlineData("大后天", "2022-09-29")]
    [InlineData("下周一下午3点", "2022-10-03")]
    [InlineData("本周五", "2022-09-30")]
    [InlineData("下个星期天", "2022-10-09")]
    [InlineData("2月30日", null)]
    [InlineData("13月1日", null)]
    [InlineData("31日", "2022-10-31")]
    [InlineData("尽快", null)]
    [InlineData("", null)]
    public void A_day_is_read_as_it_is_meant_on_26_September_2022(string text, string? expected) =>
        Assert.Equal(expected, TypedDay.First(text, Today)?.Day.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("10月1日至10月8日", "10-01", "10-08")]
    [InlineData("10月1日至8日 由李强代", "10-01", "10-08")]
    [InlineData("9月28日-5日", "09-28", "10-05")]
    [InlineData("10.1到10.8", "10-01", "10-08")]
    [InlineData("明天到后天", "09-27", "09-28")]
    [InlineData("9月27日到后天", "09-27", "09-28")]
    [InlineData("10月8日至下周一", "10-08", "10-03")]
    public void A_span_has_two_days(string text, string from, string until)
    {
        var span = TypedDay.Span(text, Today)!.Value;

        Assert.Equal((from, until), (span.From.ToString("MM-dd"), span.Until.ToString("MM-dd")));
    }

    [Fact]
    public void One_day_is_no_span() => Assert.Null(TypedDay.Span("10月1日", Today));
}
