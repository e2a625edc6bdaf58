using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Tests.Core.Plans;

public sealed class IndicatorReaderTests
{
    [Theory]
    [InlineData("力争新签特色产业合作项目 6 个，到位资金 8 亿元", "新签合作项目=6个|到位资金=8亿元")]
    [InlineData("660 万元援建资金及时到位", "援建资金=660万元")]
    [InlineData("协助3个示范点完成建设，派驻1名干部挂职", "示范点=3个|干部=1名")]
    [InlineData("年内帮助培训就业（含转移）不少于400人次", "培训就业=400人次")]
    [InlineData("完成指标调整（约 200 亩）上报", "指标调整=200亩")]
    [InlineData("报送信息或调研文章，每单位 2 篇以上", "报送信息=2篇")]
    public void Each_target_gets_a_short_name_from_its_words(string goal, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(goal).Select(target => $"{target.Name}={target.Value:0.##}{target.Unit}")));

    [Theory]
    [InlineData("去年完成投资3亿元，今年4亿元", 4)]
    [InlineData("2023年签约12个，2024年签约15个", 15)]
    [InlineData("销售额1200万元，每超100万元加1分", 1200)]
    [InlineData("完成任务得5分，新建公园2个", 2)]
    public void Last_year_and_scores_are_no_targets(string goal, int value) =>
        Assert.Equal(value, Assert.Single(Read(goal)).Value);

    [Fact]
    public void Growth_over_last_year_is_a_target() => Assert.Equal(10, Assert.Single(Read("产值比去年增长10%以上")).Value);

    [Theory]
    [InlineData("考核力争进入全市前3名")]
    [InlineData("年度考核排名后2位的予以约谈")]
    [InlineData("综合成绩保持全省前5位")]
    public void A_rank_is_no_target(string goal) => Assert.Empty(Read(goal));

    [Theory]
    [InlineData("审批由60个工作日压减到35个工作日", 35)]
    [InlineData("覆盖率从85%提升至92%", 92)]
    [InlineData("高危漏洞24小时内处置率100%", 100)]
    [InlineData("水质达标率保持100%", 100)]
    [InlineData("6月底前20个村完成改造", 20)]
    public void Where_it_starts_from_and_within_which_it_holds_are_no_targets(string goal, int value) =>
        Assert.Equal(value, Assert.Single(Read(goal)).Value);

    [Theory]
    [InlineData("校园周边200米范围内隐患清零")]
    [InlineData("对应表1 项目资金类任务")]
    public void Places_are_no_targets(string goal) => Assert.Empty(Read(goal));

    [Theory]
    [InlineData("每单位2篇以上", Sharing.PerUnit)]
    [InlineData("各镇街新建站点2个", Sharing.PerUnit)]
    [InlineData("开展各类培训2场", Sharing.LeadReports)]
    public void Every_unit_has_its_own_counter_where_the_words_say_so(string goal, Sharing sharing) =>
        Assert.Equal(sharing, Assert.Single(Read(goal)).Sharing);

    [Fact]
    public void The_parts_of_a_collective_add_up() =>
        Assert.Equal(Sharing.Summed, IndicatorReader.Read("采购1000万元", 2024, null, group: true, null)[0].Indicator.Sharing);

    [Fact]
    public void Aspiration_governs_its_own_clause_only() =>
        Assert.Equal([true, false], Read("力争签约6个，到位资金8亿元").Select(target => target.Aspirational));

    [Fact]
    public void A_day_in_the_words_goes_before_the_row_and_the_row_before_the_year()
    {
        var row = new DateOnly(2024, 9, 30);

        Assert.Equal(new DateOnly(2024, 6, 30), IndicatorReader.Read("6月底前建成2个", 2024, row, false, null)[0].Indicator.Deadline);
        Assert.Equal(row, IndicatorReader.Read("年内建成2个", 2024, row, false, null)[0].Indicator.Deadline);
        Assert.Equal(row, IndicatorReader.Read("建成2个", 2024, row, false, null)[0].Indicator.Deadline);
    }

    [Theory]
    [InlineData("援建资金6800万元拨付到位，6月底前进度不低于70%", null, "2024-06-30")]
    [InlineData("改造小区35个，惠及居民1.2万户，9月底前完工", "2024-09-30", "2024-09-30")]
    [InlineData("拨付资金480万元，于9月底前到账，建成示范点2个", "2024-09-30", "2024-09-30")]
    public void A_day_belongs_to_the_figures_beside_it_and_before_it(string goal, string? first, string last)
    {
        var days = Read(goal).ConvertAll(target => target.Deadline?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((first, last), (days[0], days[^1]));
    }

    [Fact]
    public void The_phrase_stands_at_its_offsets()
    {
        const string goal = "到位资金 8 亿元以上";

        var found = Assert.Single(IndicatorReader.Read(goal, 2024, null, false, null));

        Assert.Equal(found.Indicator.Phrase, goal[found.Start..found.End]);
        Assert.Equal((Comparator.AtLeast, 800_000_000m, "元"), (found.Indicator.Comparator, found.Indicator.Normalized, found.Indicator.BaseUnit));
    }

    static List<DraftIndicator> Read(string goal) => [.. IndicatorReader.Read(goal, 2024, null, false, null).Select(found => found.Indicator)];
}
