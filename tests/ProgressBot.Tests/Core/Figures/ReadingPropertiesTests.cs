using FsCheck;
using FsCheck.Fluent;
using ProgressBot.Core.Figures;

namespace ProgressBot.Tests.Core.Figures;

public sealed class ReadingPropertiesTests
{
    // pieces that meet in every order: numerals, units, traps, marks and blanks
    private static readonly string[] Pieces =
    [
        "1", "23", "4.5", ",200", "一", "两", "十", "百", "千", "万", "亿", "半", "俩", "廿", "〇", "余", "多", "几", "个", "元", "人次", "亩", "%", "成", "分之", "个百分点",
        "第", "年", "-5", "（亿）", "零", "角", "分", "块", "两", "每户", "月", "日", "至", "-", "~", "到", "约", "超", "以上", "其中", "（", "）", "，", "。", "；",
            "\n", "\t", " ", "　", "https://a.b/1", "“", "”", "《", "一带一路", "A", "５", "分别", "、", "和",
        "暂无", "不是", "应为", "到位资金", "新签项目", "2：", "①", "¥", "单位：万元", "\uD83D", "\0",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null));

    [Fact]
    public void Reading_never_throws_and_offsets_point_at_the_phrase() =>
        Check(Prop.ForAll(Texts.ToArbitrary(), text => FigureReader.Read(text).All(figure =>
            figure.Start >= 0 && figure.End <= text.Length && text[figure.Start..figure.End] == figure.Phrase
            && (figure.Value >= 0 || figure.Phrase[0] is '-' or '－'))));

    [Theory]
    [InlineData("到位资金9999999999999万亿元")]
    [InlineData("到位资金9999999999999千万亿成")]
    [InlineData("公益林9999999999999千万亿平方公里")]
    [InlineData("到位资金9999999999999")]
    [InlineData("到位资金999999万亿%")]
    [InlineData("到位资金99999999999999999999999999999999亿元")]
    public void Numbers_beyond_all_reports_do_no_harm(string text)
    {
        _ = FigureReader.Read(text);

        Assert.DoesNotContain(ReplyReader.Read(text, SamplePlan.Of("全部"), SamplePlan.September).Matched, match => match.Value > 1e12m);
    }

    [Fact]
    public void Figures_stand_in_order_and_do_not_overlap() =>
        Check(Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var figures = FigureReader.Read(text);
            return figures.Zip(figures.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
        }));

    [Fact]
    public void A_part_points_at_a_figure_before_it_that_is_not_smaller() =>
        Check(Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var figures = FigureReader.Read(text);
            return figures.Select((figure, index) => (figure, index)).Where(entry => entry.figure.PartOf is not null).All(entry =>
                entry.figure.PartOf < entry.index && (figures[entry.figure.PartOf!.Value].NormalizedMax ?? figures[entry.figure.PartOf!.Value].Normalized) >= entry.figure.Normalized);
        }));

    [Fact]
    public void Replies_never_throw_and_lose_no_figure() =>
        Check(Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var reading = ReplyReader.Read(text, SamplePlan.Of("全部"), SamplePlan.September with { Expected = 'B', LastText = text });
            return reading.Matched.Select(match => match.IndicatorId).All(id => !reading.Nothing.Contains(id));
        }));

    [Fact]
    public void A_rendered_value_is_read_again_as_the_same_value() =>
        Check(Prop.ForAll(Values().ToArbitrary(), ((long Cents, string Unit, string? Display) it) =>
        {
            var value = it.Cents / 100m;
            var figure = FigureReader.Read(FigureText.Render(value, it.Unit, it.Display)).Single();
            return figure.Normalized == value && figure.BaseUnit == it.Unit;
        }));

    private static Gen<(long Cents, string Unit, string? Display)> Values() =>
        from digits in Gen.Choose(1, 12)
        from cents in Gen.Choose(0, int.MaxValue).Select(number => number % (long)Math.Pow(10, digits) * (digits > 9 ? 1000 : 1))
        from unit in Gen.Elements("元", "个", "人次", "亩", "篇", "%", "平方米", "公里")
        from scale in Gen.Elements(null, "", "万", "亿")
        select (unit is "元" or "亩" or "平方米" or "公里" or "%" ? cents : cents / 100 * 100, unit, scale is null ? null : scale + unit);

    private static void Check(Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true), property);
}
