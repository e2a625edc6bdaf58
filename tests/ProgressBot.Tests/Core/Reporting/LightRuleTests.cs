using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class LightRuleTests
{
    static readonly LightRule Rule = new();

    [Theory]
    [InlineData(0.5, 0.5, Light.Green, LightReason.OnPace)]
    [InlineData(0.7, 0.5, Light.Green, LightReason.OnPace)]
    [InlineData(0.5, 0.664, Light.Green, LightReason.OnPace)]
    [InlineData(0.5, 0.665, Light.Yellow, LightReason.Behind)]
    [InlineData(0.5, 0.829, Light.Yellow, LightReason.Behind)]
    [InlineData(0.5, 0.83, Light.Red, LightReason.Behind)]
    [InlineData(0, 1, Light.Red, LightReason.Behind)]
    public void The_gap_to_what_the_elapsed_time_lets_expect_decides(double achieved, double expected, Light light, LightReason reason) =>
        Assert.Equal(new Lit(light, reason), Rule.Light((decimal)achieved, (decimal)expected, null));

    [Theory]
    [InlineData(0.9, 0.9, 4, Light.Green, LightReason.OnPace)]
    [InlineData(0.9, 0.9, 3, Light.Yellow, LightReason.DueSoon)]
    [InlineData(0.9, 0.9, 0, Light.Yellow, LightReason.DueSoon)]
    [InlineData(0.7, 0.9, 3, Light.Yellow, LightReason.DueSoon)]
    [InlineData(0.5, 0.9, 3, Light.Red, LightReason.Behind)]
    [InlineData(0.99, 0.9, -1, Light.Red, LightReason.Overdue)]
    public void A_deadline_is_yellow_when_near_and_red_when_missed(double achieved, double expected, int daysLeft, Light light, LightReason reason) =>
        Assert.Equal(new Lit(light, reason), Rule.Light((decimal)achieved, (decimal)expected, daysLeft));

    [Theory]
    [InlineData(1, 0.5, null), InlineData(1, 1, -30), InlineData(1.3, 0.9, 2), InlineData(1, 0, null)]
    public void A_goal_that_is_met_is_green_whatever_the_day(double achieved, double expected, int? daysLeft) =>
        Assert.Equal(new Lit(Light.Green, LightReason.Met), Rule.Light((decimal)achieved, (decimal)expected, daysLeft));

    [Theory]
    [InlineData(0, null), InlineData(0.3, 200)]
    public void Before_the_start_a_light_is_grey(double achieved, int? daysLeft) =>
        Assert.Equal(new Lit(Light.Grey, LightReason.NotStarted), Rule.Light((decimal)achieved, 0, daysLeft));

    [Fact]
    public void The_thresholds_can_be_set()
    {
        var strict = new LightRule(YellowGap: 0.05m, RedGap: 0.1m, YellowDays: 10);

        Assert.Equal(Light.Yellow, strict.Light(0.5m, 0.55m, null).Light);
        Assert.Equal(Light.Red, strict.Light(0.5m, 0.6m, null).Light);
        Assert.Equal(LightReason.DueSoon, strict.Light(0.5m, 0.5m, 10).Reason);
        Assert.Equal(LightReason.OnPace, strict.Light(0.5m, 0.5m, 11).Reason);
    }
}
