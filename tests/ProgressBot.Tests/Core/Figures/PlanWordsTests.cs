using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Figures;

public sealed class PlanWordsTests
{
    [Theory]
    [InlineData("落袋款", null)]
    [InlineData("PPP资金", null)]
    [InlineData("到位资金", AliasFault.Known)]
    [InlineData("资", AliasFault.Form)]
    [InlineData("3号资金", AliasFault.Form)]
    [InlineData("资金、款", AliasFault.Form)]
    [InlineData("两个亿元", AliasFault.Form)]
    [InlineData("本月", AliasFault.Vague)]
    [InlineData("项目", AliasFault.Vague)]
    [InlineData("计划投资", AliasFault.Vague)]
    [InlineData("签约项目", AliasFault.Taken)]
    [InlineData("信息报送", AliasFault.Taken)]
    public void An_alias_that_could_mislead_is_refused(string alias, AliasFault? fault)
    {
        var sought = SamplePlan.Of("投促");

        Assert.Equal(fault, AliasRule.Check(alias, sought[0], [.. sought.Skip(1)], out _));
    }

    [Fact]
    public void A_refusal_names_the_indicator_that_has_the_word()
    {
        var sought = SamplePlan.Of("投促");

        AliasRule.Check("新签合作项目", sought[0], sought, out var taken);

        Assert.Equal("新签项目", taken?.Name);
    }

    [Theory]
    [InlineData("畦", null)]
    [InlineData("标准床=张", null)]
    [InlineData("打=12件", null)]
    [InlineData("畦=1.5.2亩", CounterFault.Form)]
    [InlineData("畦=99999999999999999999999999999999亩", CounterFault.Form)]
    [InlineData("畦=12", CounterFault.Form)]
    [InlineData("两畦", CounterFault.Form)]
    [InlineData("一二三四五六七", CounterFault.Form)]
    [InlineData("人次", CounterFault.Known)]
    [InlineData("月", CounterFault.NoCounter)]
    [InlineData("打=12某某", CounterFault.Base)]
    public void A_counter_that_could_mislead_is_refused(string line, CounterFault? fault) => Assert.Equal(fault, CounterRule.Check(line, MeasureWords.Default));

    [Fact]
    public void A_plan_is_read_with_its_own_counters_and_keeps_them()
    {
        string[][] table = [["工作内容", "工作目标", "责任单位"], ["菜篮子", "新种菜地50畦", "区农业农村局"]];
        var rows = table.Select((cells, index) => new GridRow([.. cells.Select(text => new Cell(text))], index + 1)).ToList();
        var document = new SourceDocument("计划.txt", [new Paragraph("2022年度菜篮子任务书", 1), new Grid(rows, 2)]);

        var draft = PlanReader.Read(document, ["畦"]);

        Assert.Equal("畦", draft.Rows.Single().Indicators.Single().BaseUnit);
        Assert.Equal(["畦"], Adoption.ToPlan(draft, _ => 1, 1, new RowNumbers(_ => 1), DateTimeOffset.UnixEpoch).Counters);
        Assert.Empty(PlanReader.Read(document).Rows.Single().Indicators);
    }
}
