using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class ZoneTimeTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2022-09-30 18:00", "2022-09-30 10:00")]
    [InlineData("America/New_York", "2024-03-10 02:30", "2024-03-10 07:30")]
    [InlineData("America/New_York", "2024-11-03 01:30", "2024-11-03 05:30")]
    [InlineData("Australia/Lord_Howe", "2024-10-06 02:15", "2024-10-05 15:45")]
    [InlineData("Asia/Kathmandu", "2024-02-29 10:00", "2024-02-29 04:15")]
    public void A_wall_clock_time_is_one_instant_even_when_clocks_change(string zone, string local, string utc)
    {
        var time = DateTime.Parse(local);

        var instant = ZoneTime.Find(zone)!.Instant(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time));

        Assert.Equal(utc, instant.ToString("yyyy-MM-dd HH:mm"));
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_not_found() => Assert.Null(ZoneTime.Find("Asia/Hangzhou"));
}
