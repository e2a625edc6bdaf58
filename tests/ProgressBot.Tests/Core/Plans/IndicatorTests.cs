using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Plans;

public sealed class IndicatorTests
{
    [Theory]
    [InlineData(Comparator.None, "000", "001", "001")]
    [InlineData(Comparator.AtLeast, "000", "001", "001")]
    [InlineData(Comparator.About, "000", "001", "001")]
    [InlineData(Comparator.MoreThan, "000", "000", "001")]
    [InlineData(Comparator.AtMost, "001", "001", "000")]
    [InlineData(Comparator.LessThan, "001", "000", "000")]
    public void A_target_is_a_floor_unless_it_is_worded_as_a_ceiling(Comparator comparator, string below, string at, string above)
    {
        var indicator = New(comparator, Sharing.LeadReports);

        Assert.Equal((below == "001", at == "001", above == "001"), (indicator.IsMetBy(9.99m), indicator.IsMetBy(10), indicator.IsMetBy(10.01m)));
    }

    [Theory]
    [InlineData(Sharing.LeadReports, UnitRole.Lead, true), InlineData(Sharing.LeadReports, UnitRole.Assist, false), InlineData(Sharing.LeadReports, UnitRole.Member, false)]
    [InlineData(Sharing.Summed, UnitRole.Assist, true), InlineData(Sharing.PerUnit, UnitRole.Member, true)]
    public void Of_a_shared_value_only_the_lead_is_asked(Sharing sharing, UnitRole role, bool asked) => Assert.Equal(asked, New(Comparator.None, sharing).IsEnteredBy(role));

    static Indicator New(Comparator comparator, Sharing sharing) =>
        new() { Name = "到位资金", Phrase = "", Target = 10, BaseUnit = "元", DisplayUnit = "元", Comparator = comparator, Sharing = sharing };
}
