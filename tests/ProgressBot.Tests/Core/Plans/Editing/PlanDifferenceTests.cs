using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Core.Plans;
using ProgressBot.Files;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Core.Plans.Editing;

public sealed class PlanDifferenceTests
{
    static readonly PlanDraft Published = Read("src/ProgressBot/Demo/sample-plan.md");
    static readonly PlanDraft Revised = Read("tests/ProgressBot.Tests/Conversations/plan/任务书修订稿.md");

    readonly IReadOnlyList<Unit> _units = [.. Published.Rows.SelectMany(row => row.Units).DistinctBy(unit => unit.Name).Select((unit, index) => new Unit { Id = index + 1, Name = unit.Name, IsGroup = unit.IsGroup })];
    readonly Plan _plan;

    public PlanDifferenceTests()
    {
        _plan = Adoption.ToPlan(Published, named => _units.Single(unit => unit.IsCalled(named.Name)).Id, 1, Numbers(), new DateTimeOffset(2022, 1, 4, 9, 0, 0, TimeSpan.FromHours(8))) with { State = PlanState.Active };
    }

    [Fact]
    public void The_same_document_differs_in_nothing() => Assert.Empty(PlanDifference.Of(_plan, Published, _units));

    [Fact]
    public void Each_kind_of_difference_is_found_once_and_small_changes_of_wording_keep_the_item()
    {
        var found = PlanDifference.Of(_plan, Revised, _units).Where(change => change.Kind != PlanChangeKind.Wording).Select(change => $"{change.Kind} {change.Where}: {change.Before} → {change.After}");

        Assert.Equal(
        [
            "Target 1 产业项目合作: 到位资金 8亿元 → 到位资金 10亿元",
            "Unit 2 产业园建设:  → 区商务局",
            "Unit 2 产业园建设: 区投促局 → ",
            "Deadline 5 援建资金: 援建资金 2022年7月31日 → 援建资金 2022年9月30日",
            "Deadline 5 援建资金: 2022年7月31日 → 2022年9月30日",
            "Evidence 7 人力资源合作: 培训人员明细 → 人员明细及合影",
            "Item 数字协作:  → 建成线上协作平台1个",
            "Item 14 派文旅人才交流指导: 派文旅人才交流指导 → ",
        ], found);
    }

    [Fact]
    public void A_target_and_whatever_goes_is_grave()
    {
        var grave = PlanDifference.Of(_plan, Revised, _units).Where(change => change.IsGrave).Select(change => change.Kind);

        Assert.Equal([PlanChangeKind.Target, PlanChangeKind.Unit, PlanChangeKind.Item], grave);
    }

    [Fact]
    public void A_plan_that_has_followed_every_difference_differs_no_more()
    {
        IReadOnlyList<Unit> units = [.. _units, new Unit { Id = 99, Name = "区数据局" }];
        var editor = new PlanEditor(new EditFacts(_ => true, _ => true, Numbers(1000), new DateTimeOffset(2022, 8, 25, 9, 0, 0, TimeSpan.FromHours(8))));

        var edited = PlanDifference.Of(_plan, Revised, units).SelectMany(change => change.Edits).Aggregate(new EditedPlan(_plan, units), editor.Apply);

        Assert.Empty(PlanDifference.Of(edited.Plan.Followed(), Revised, edited.Units));
    }

    static RowNumbers Numbers(int next = 1) => new(_ => next++);

    static PlanDraft Read(string path)
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, path));
        return PlanReader.Read(DocumentFile.Open(file, path));
    }
}
