using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class MilestoneStatusTests
{
    [Fact]
    public void Where_somebody_leads_the_leads_word_counts() =>
        Assert.Equal(Milestone.Done, Of([UnitRole.Assist, UnitRole.Lead], Standing(1, Milestone.NotStarted), Standing(2, Milestone.Done)).Milestone);

    [Fact]
    public void Where_nobody_leads_the_least_advanced_unit_counts() =>
        Assert.Equal(Milestone.InProgress, Of([UnitRole.Member, UnitRole.Member], Standing(1, Milestone.Done), Standing(2, Milestone.InProgress)).Milestone);

    [Fact]
    public void A_unit_that_has_said_nothing_holds_the_item_back() =>
        Assert.Null(Of([UnitRole.Member, UnitRole.Member], Standing(1, Milestone.Done)).Milestone);

    [Fact]
    public void A_state_counts_once_it_is_approved()
    {
        var waiting = new MilestoneStanding { WorkItemId = 1, UnitId = 1, Reported = Milestone.Done };

        Assert.Null(Of([UnitRole.Lead], waiting).Milestone);
    }

    [Theory]
    [InlineData(Milestone.NotStarted, 0, Light.Red), InlineData(Milestone.InProgress, 0.5, Light.Green), InlineData(Milestone.Done, 1, Light.Green)]
    public void Under_way_is_half_of_it(Milestone state, double achieved, Light light)
    {
        var status = Of([UnitRole.Lead], Standing(1, state));

        Assert.Equal(((decimal)achieved, light), (status.Achieved, status.Light));
    }

    static ItemStatus Of(UnitRole[] roles, params MilestoneStanding[] standings) => Status(Item([], roles), Midyear, [], standings);

    static MilestoneStanding Standing(int unitId, Milestone state) => new() { WorkItemId = 1, UnitId = unitId, Approved = state, Reported = state };
}
