using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Plans;

public sealed class PaceTests
{
    [Theory]
    [InlineData("2022-12-31", 0), InlineData("2023-01-01", 0.1), InlineData("2023-01-05", 0.5), InlineData("2023-01-10", 1), InlineData("2023-02-01", 1)]
    public void Every_day_of_a_window_counts_the_same(string today, double share) =>
        Assert.Equal((decimal)share, Pace.Elapsed(new DateOnly(2023, 1, 1), new DateOnly(2023, 1, 10), DateOnly.Parse(today)));

    [Fact]
    public void A_window_of_one_day_is_over_on_that_day() => Assert.Equal(1, Pace.Elapsed(new DateOnly(2022, 7, 31), new DateOnly(2022, 7, 31), new DateOnly(2022, 7, 31)));

    [Fact]
    public void A_window_that_ends_before_it_begins_is_over() => Assert.Equal(1, Pace.Elapsed(new DateOnly(2022, 7, 31), new DateOnly(2022, 7, 1), new DateOnly(2022, 6, 1)));
}
