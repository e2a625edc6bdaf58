using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Tests.Core.Plans;

public sealed class EvidenceListTests
{
    [Theory]
    [InlineData("会议通知(方案)、图片资料、相关报道，项目清单", "会议通知(方案)|图片资料|相关报道|项目清单")]
    [InlineData("建设资料（招投标、预算等凭证）；返利证明", "建设资料（招投标、预算等凭证）|返利证明")]
    [InlineData("“一村一品，一村一策”方案，带动村集体、农民收入统计。", "“一村一品，一村一策”方案|带动村集体、农民收入统计")]
    [InlineData("报纸、网站发布的截图", "报纸、网站发布的截图")]
    [InlineData("1.签到表\n2.照片", "签到表|照片")]
    [InlineData("培训通知、签到表等", "培训通知|签到表")]
    [InlineData("招商推介、合同", "招商推介|合同")]
    [InlineData("", "")]
    [InlineData("/", "")]
    public void Items_are_told_apart_without_tearing_brackets_quotes_and_compounds(string cell, string expected) =>
        Assert.Equal(expected, string.Join('|', EvidenceList.Parse(cell).Select(item => item.Text)));

    [Theory]
    [InlineData("协议或纪要", "协议|纪要")]
    [InlineData("双方签订的协议或者纪要", "双方签订的协议|双方签订的纪要")]
    [InlineData("关于下发年度任务或清单的通知", "")]
    [InlineData("证明（合同或产权）", "")]
    public void Alternatives_are_what_any_one_of_will_do(string cell, string expected) =>
        Assert.Equal(expected, string.Join('|', EvidenceList.Parse(cell).Single().Alternatives));

    [Fact]
    public void A_demand_in_brackets_or_behind_a_comma_is_a_condition()
    {
        Assert.Equal("须明确返利比例、年限", EvidenceList.Parse("共建协议（须明确返利比例、年限）").Single().Condition);
        Assert.Equal("须加盖公章", EvidenceList.Parse("合作协议，须加盖公章").Single().Condition);
        Assert.Null(EvidenceList.Parse("概况（包括投入、投资方式）").Single().Condition);
    }

    [Fact]
    public void What_a_body_above_hands_out_is_awaited_not_missing()
    {
        Assert.True(EvidenceList.Parse("省领导小组办公室绩效评价结果").Single().AwaitsOthers);
        Assert.False(EvidenceList.Parse("自查报告").Single().AwaitsOthers);
    }
}
