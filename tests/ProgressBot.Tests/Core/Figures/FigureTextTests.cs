using ProgressBot.Core.Figures;

namespace ProgressBot.Tests.Core.Figures;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData(510_000_000, "元", null, "5.1亿元")]
    [InlineData(6_600_000, "元", null, "660万元")]
    [InlineData(412, "人次", null, "412人次")]
    [InlineData(12_000, "人次", null, "1.2万人次")]
    [InlineData(800_000_000, "元", "万元", "80000万元")]
    [InlineData(0, "元", "亿元", "0元")]
    [InlineData(64.25, "%", null, "64.25%")]
    [InlineData(3_000, "元", null, "3000元")]
    public void Values_are_written_as_offices_write_them(decimal value, string baseUnit, string? displayUnit, string expected) =>
        Assert.Equal(expected, FigureText.Render(value, baseUnit, displayUnit));

    [Theory]
    [InlineData(512_300_000, "亿元", "51230万元")]
    [InlineData(12_345_678, "万元", "12345678元")]
    [InlineData(1_234.567, "元", "1234.567元")]
    public void A_value_is_never_rounded_to_fit_a_unit(decimal value, string displayUnit, string expected) =>
        Assert.Equal(expected, FigureText.Render(value, "元", displayUnit));
}
