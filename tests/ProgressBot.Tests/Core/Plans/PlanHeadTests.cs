using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Plans;

public sealed class PlanHeadTests
{
    static readonly PlanHead Known = new(1, "西湖区山海协作工程2022年度任务", 2022, PlanState.Active);

    [Theory]
    [InlineData("西湖区山海协作工程2022年度任务", 2022, true)]
    [InlineData("《西湖区山海协作工程 2022年度任务》（修订稿）", 2022, true)]
    [InlineData("西湖区山海协作工程2022年度任务", 2023, false)]
    [InlineData("西湖区对口合作2022年度任务", 2022, false)]
    [InlineData("西湖区山海协作工程2022年度任务", null, false)]
    public void Another_edition_has_the_same_title_and_year(string title, int? year, bool same) => Assert.Equal(same, Known.IsEditionOf(title, year));
}
