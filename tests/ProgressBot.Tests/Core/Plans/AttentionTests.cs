using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Plans;

public sealed class AttentionTests
{
    [Fact]
    public void A_shared_number_without_a_lead_and_a_group_without_members_are_named()
    {
        var group = new Unit { Id = 1, Name = "各镇街", IsGroup = true };
        var plan = new Plan { Title = "任务", Year = 2022, Start = new DateOnly(2022, 1, 1), End = new DateOnly(2022, 12, 31) };
        var money = new Indicator { Name = "到位资金", Phrase = "", Target = 1, BaseUnit = "元", DisplayUnit = "元" };
        var item = new WorkItem { Number = 3, Section = "甲", Goal = "乙", Name = "甲", Indicators = [money], Assignments = [new() { UnitId = 1, Role = UnitRole.Member }] };

        Assert.Equal([new Attention.NobodyReports(3, "到位资金"), new Attention.GroupWithoutMembers("各镇街")], Attention.Of(plan with { Items = [item] }, _ => group));

        var shared = plan with { Items = [item with { Indicators = [money with { Sharing = Sharing.Summed }] }] };
        Assert.Empty(Attention.Of(shared, _ => group with { Members = [new() { GroupId = 1, UnitId = 2 }] }));
    }
}
