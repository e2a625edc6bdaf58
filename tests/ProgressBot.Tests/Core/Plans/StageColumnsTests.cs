using System.Globalization;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Tests.Core.Plans;

public sealed class StageColumnsTests
{
    const int Tables = 200;

    [Fact]
    public void Stage_columns_of_any_numbers_give_one_indicator_with_just_these_stages()
    {
        var random = new Random(20240331);
        for (var table = 0; table < Tables; table++)
        {
            var totals = Enumerable.Range(0, 4).Select(_ => random.Next(1, 9000)).Order().Select(value => value / 10m).ToList();

            var row = Assert.Single(Read(["指标名称", "计量单位", "一季度", "上半年", "前三季度", "全年目标", "责任单位"],
                ["到位资金", "亿元", .. totals.Select(Text), "区投促局"]).Rows);

            var indicator = Assert.Single(row.Indicators);
            Assert.Equal(("到位资金", totals[3]), (indicator.Name, indicator.Value));
            Assert.Equal(totals.Take(3).Select(total => total * 100_000_000), indicator.Stages.Select(stage => stage.Normalized));
            Assert.Equal([new DateOnly(2024, 3, 31), new DateOnly(2024, 6, 30), new DateOnly(2024, 9, 30)], indicator.Stages
                .Select(stage => stage.Deadline));
        }
    }

    [Fact]
    public void The_parts_of_the_quarters_are_added_up_when_they_make_the_total()
    {
        var random = new Random(20240630);
        for (var table = 0; table < Tables; table++)
        {
            var parts = Enumerable.Range(0, 4).Select(_ => (decimal)random.Next(1, 500)).ToList();

            var row = Assert.Single(Read(["工作内容", "全年目标（个）", "一季度", "二季度", "三季度", "四季度", "责任单位"],
                ["新签项目", Text(parts.Sum()), .. parts.Select(Text), "区投促局"]).Rows);

            Assert.Equal([parts[0], parts[0] + parts[1], parts.Take(3).Sum()], Assert.Single(row.Indicators).Stages
                .Select(stage => stage.Normalized));
        }
    }

    [Fact]
    public void A_stage_above_the_target_is_said()
    {
        var draft = Read(["工作内容", "全年目标（个）", "上半年", "责任单位"], ["新签项目", "10", "12", "区投促局"]);

        Assert.Contains(draft.Warnings, warning => warning.Message.Contains("不相符", StringComparison.Ordinal));
    }

    static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    static PlanDraft Read(params string[][] table)
    {
        var rows = table.Select((cells, index) => new GridRow([.. cells.Select(text => new Cell(text))], index + 2)).ToList();
        return PlanReader.Read(new SourceDocument("任务.csv", [new Paragraph("2024年度任务分解表", 1), new Grid(rows, 2)]));
    }
}
