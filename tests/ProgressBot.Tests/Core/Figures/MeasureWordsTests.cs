using ProgressBot.Core.Figures;

namespace ProgressBot.Tests.Core.Figures;

public sealed class MeasureWordsTests
{
    [Fact]
    public void A_plan_adds_a_counter_with_one_line()
    {
        Assert.Empty(FigureReader.Read("种下12畦菜"));

        var figure = Assert.Single(FigureReader.Read("种下12畦菜", MeasureWords.Default.With(["畦"])));

        Assert.Equal(("12畦", 12m, "畦"), (figure.Phrase, figure.Normalized, figure.BaseUnit));
    }

    [Fact]
    public void A_plan_adds_another_name_and_a_multiple()
    {
        var own = MeasureWords.Default.With(["标准床=张", "打=12件"]);

        Assert.Equal("张", Assert.Single(FigureReader.Read("300标准床", own)).BaseUnit);
        Assert.Equal(24, Assert.Single(FigureReader.Read("毛巾2打", own)).Normalized);
    }

    [Fact]
    public void The_common_list_is_not_changed_by_a_plan()
    {
        _ = MeasureWords.Default.With(["畦"]);

        Assert.Null(MeasureWords.Default.Find("畦"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("打=12件=3")]
    public void A_line_that_is_no_unit_is_quoted_in_the_error(string line) =>
        Assert.Contains(line, Assert.Throws<FormatException>(() => MeasureWords.Default.With([line])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("公顷", "亩", 15)]
    [InlineData("公斤", "斤", 2)]
    [InlineData("元", "元", 1)]
    public void Comparable_units_have_a_ratio(string from, string to, decimal ratio) => Assert.Equal(ratio, MeasureWords.Default.Ratio(from, to));

    [Theory]
    [InlineData("人", "人次")]
    [InlineData("个", "家")]
    [InlineData("%", "个百分点")]
    public void Units_that_only_look_alike_have_none(string from, string to) => Assert.Null(MeasureWords.Default.Ratio(from, to));
}
