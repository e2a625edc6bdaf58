using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Figures;

public sealed class FigureWordsTests
{
    [Theory]
    [InlineData("约200亩", Comparator.About)]
    [InlineData("近百名", Comparator.About)]
    [InlineData("20人左右", Comparator.About)]
    [InlineData("超过6个", Comparator.MoreThan)]
    [InlineData("三百余人次", Comparator.MoreThan)]
    [InlineData("8亿元以上", Comparator.AtLeast)]
    [InlineData("不少于400人次", Comparator.AtLeast)]
    [InlineData("不超过300万元", Comparator.AtMost)]
    [InlineData("20万元以内", Comparator.AtMost)]
    [InlineData("不足1成", Comparator.LessThan)]
    [InlineData("最近3天", Comparator.None)]
    [InlineData("签约6个", Comparator.None)]
    public void Hedges_beside_a_figure_become_its_comparator(string text, Comparator comparator) =>
        Assert.Equal(comparator, Assert.Single(FigureReader.Read(text)).Comparator);

    [Theory]
    [InlineData("同比下降3.2%", Direction.Down)]
    [InlineData("减少了约120人", Direction.Down)]
    [InlineData("增速为负1.8%", Direction.Down)]
    [InlineData("增长-2.3%", Direction.Down)]
    [InlineData("增长6.2%", Direction.Up)]
    [InlineData("为企业减负2500亿元", null)]
    [InlineData("至少3个", null)]
    [InlineData("新增3家", null)]
    public void Direction_words_are_kept_and_the_value_stays_positive(string text, Direction? direction)
    {
        var figure = Assert.Single(FigureReader.Read(text));

        Assert.Equal(direction, figure.Direction);
        Assert.True(figure.Value > 0);
    }

    [Fact]
    public void Growth_said_once_holds_for_the_list() =>
        Assert.All(FigureReader.Read("分别增长3.9%、4.2%和5.7%"), figure => Assert.Equal(Direction.Up, figure.Direction));

    [Theory]
    [InlineData("总投资3.8亿元，其中财政1.2亿元，社会2.6亿元；已完成2.1亿元", new[] { -1, 0, 0, -1 })]
    [InlineData("引进12个（含续建3个），另有4个在谈", new[] { -1, 0, -1 })]
    [InlineData("培训800人次，其中线上500人次，帮扶4户", new[] { -1, 0, -1 })]
    [InlineData("增长5%，其中工业增长7%", new[] { -1, -1 })]
    [InlineData("含税12万元", new[] { -1 })]
    public void Parts_point_at_their_sum(string text, int[] sums) =>
        Assert.Equal(sums, FigureReader.Read(text).Select(figure => figure.PartOf ?? -1));

    [Theory]
    [InlineData("3.2亿元", 3.2, "亿元")]
    [InlineData("5千册", 5000, "册")]
    [InlineData("3.2个亿", 3.2, "亿元")]
    [InlineData("百余万元", 100, "万元")]
    [InlineData("六成五", 65, "%")]
    [InlineData("80多万块", 80, "万元")]
    [InlineData("15万元/亩", 15, "万元/亩")]
    [InlineData("96人（次）", 96, "人（次）")]
    [InlineData("3个小时", 3, "小时")]
    public void Hundreds_belong_to_the_number_and_myriads_to_the_unit(string text, decimal value, string unit)
    {
        var figure = Assert.Single(FigureReader.Read(text));

        Assert.Equal((value, unit), (figure.Value, figure.Unit));
    }
}
