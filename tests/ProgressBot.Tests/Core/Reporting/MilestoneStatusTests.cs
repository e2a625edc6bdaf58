using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class MilestoneStatusTests
{
    [Fact]
    public void Where_somebody_leads_the_leads_word_counts() =>
        Assert.Equal(MilestoneState.Done, Of([UnitRole.Assist, UnitRole.Lead], Standing(1, MilestoneState.NotStarted), Standing(2, MilestoneState.Done)).State);

    [Fact]
    public void Where_nobody_leads_the_least_advanced_unit_counts() =>
        Assert.Equal(MilestoneState.InProgress, Of([UnitRole.Member, UnitRole.Member], Standing(1, MilestoneState.Done), Standing(2, MilestoneState.InProgress)).State);

    [Fact]
    public void A_unit_that_has_said_nothing_holds_the_item_back() =>
        Assert.Null(Of([UnitRole.Member, UnitRole.Member], Standing(1, MilestoneState.Done)).State);

    [Fact]
    public void A_state_counts_once_it_is_approved()
    {
        var waiting = new MilestoneStanding { MilestoneId = Office.Whole, UnitId = 1, Reported = MilestoneState.Done };

        Assert.Null(Of([UnitRole.Lead], waiting).State);
    }

    [Theory]
    [InlineData(MilestoneState.NotStarted, 0, Light.Red), InlineData(MilestoneState.InProgress, 0.5, Light.Green), InlineData(MilestoneState.Done, 1, Light.Green)]
    public void Under_way_is_half_of_it(MilestoneState state, double achieved, Light light)
    {
        var status = Of([UnitRole.Lead], Standing(1, state));

        Assert.Equal(((decimal)achieved, light), (status.Achieved, status.Light));
    }

    static ItemStatus Of(UnitRole[] roles, params MilestoneStanding[] standings) => Status(Item([], roles), Midyear, [], standings);

    static MilestoneStanding Standing(int unitId, MilestoneState state) => new() { MilestoneId = Office.Whole, UnitId = unitId, Approved = state, Reported = state };
}
