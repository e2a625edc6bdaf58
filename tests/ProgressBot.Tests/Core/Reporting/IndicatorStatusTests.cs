using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class IndicatorStatusTests
{
    [Fact]
    public void Of_a_shared_value_only_the_leads_word_counts()
    {
        var item = Item([Indicator(1, 8, Sharing.LeadReports)], UnitRole.Lead, UnitRole.Assist);

        var status = Status(item, Midyear, Total(1, 1, 6), Total(1, 2, 100)).Indicators.Single();

        Assert.Equal((6m, 0.75m, 1), (status.Approved, status.Share, status.Units));
    }

    [Fact]
    public void Summed_parts_add_up_over_all_units()
    {
        var item = Item([Indicator(1, 10, Sharing.Summed)], UnitRole.Member, UnitRole.Member, UnitRole.Member);

        var status = Status(item, Midyear, Total(1, 1, 3), Total(1, 3, 4)).Indicators.Single();

        Assert.Equal((7m, 0.7m, 3), (status.Approved, status.Share, status.Units));
    }

    [Fact]
    public void A_unit_that_does_more_than_its_own_target_does_not_make_up_for_another()
    {
        var item = Item([Indicator(1, 2, Sharing.PerUnit)], UnitRole.Member, UnitRole.Member);

        var status = Status(item, new DateOnly(2022, 12, 30), Total(1, 1, 3), Total(1, 2, 1));

        Assert.Equal((4m, 0.75m, 1, 2), (status.Indicators[0].Approved, status.Indicators[0].Share, status.Indicators[0].UnitsMet, status.Indicators[0].Units));
        Assert.NotEqual(LightReason.Met, status.Reason);
        Assert.Equal(0.75m, status.Achieved);
    }

    [Fact]
    public void A_per_unit_target_is_met_when_every_unit_meets_it()
    {
        var item = Item([Indicator(1, 2, Sharing.PerUnit)], UnitRole.Member, UnitRole.Member);

        var status = Status(item, Midyear, Total(1, 1, 2), Total(1, 2, 5));

        Assert.Equal((1m, 2), (status.Indicators[0].Share, status.Indicators[0].UnitsMet));
        Assert.Equal((Light.Green, LightReason.Met), (status.Light, status.Reason));
    }

    [Fact]
    public void What_waits_for_review_is_shown_apart_and_moves_no_light()
    {
        var item = Item([Indicator(1, 10, Sharing.LeadReports)], UnitRole.Lead);

        var status = Status(item, Midyear, Total(1, 1, 1, reported: 10)).Indicators.Single();

        Assert.Equal((1m, 10m, 0.1m, Light.Red), (status.Approved, status.Reported, status.Share, status.Light));
    }

    [Fact]
    public void Without_a_single_report_nothing_is_reached()
    {
        var status = Status(Item([Indicator(1, 10, Sharing.LeadReports)], UnitRole.Lead), Midyear);

        Assert.Equal((0m, Light.Red, LightReason.Behind), (status.Achieved, status.Light, status.Reason));
    }

    [Theory]
    [InlineData(Comparator.AtMost, 10, 1), InlineData(Comparator.AtMost, 10.1, 0), InlineData(Comparator.LessThan, 9.9, 1), InlineData(Comparator.LessThan, 10, 0)]
    public void A_ceiling_is_kept_until_it_is_broken(Comparator comparator, double value, int share)
    {
        var item = Item([Indicator(1, 10, Sharing.LeadReports, comparator)], UnitRole.Lead);

        Assert.Equal(share, Status(item, Midyear, Total(1, 1, (decimal)value)).Indicators.Single().Share);
    }

    [Fact]
    public void More_than_asked_shows_in_the_share_but_does_not_make_up_for_another_indicator()
    {
        var item = Item([Indicator(1, 10, Sharing.LeadReports), Indicator(2, 10, Sharing.LeadReports)], UnitRole.Lead);

        var status = Status(item, Midyear, Total(1, 1, 20), Total(2, 1, 5));

        Assert.Equal([2m, 0.5m], status.Indicators.Select(indicator => indicator.Share));
        Assert.Equal(0.75m, status.Achieved);
    }

    [Fact]
    public void An_item_shows_the_worst_of_its_indicators()
    {
        var item = Item([Indicator(1, 10, Sharing.LeadReports), Indicator(2, 10, Sharing.LeadReports, deadline: new DateOnly(2022, 6, 30))], UnitRole.Lead);

        var status = Status(item, Midyear, Total(1, 1, 10), Total(2, 1, 9));

        Assert.Equal((Light.Red, LightReason.Overdue, new DateOnly(2022, 6, 30)), (status.Light, status.Reason, status.Deadline));
    }

    [Fact]
    public void An_indicators_own_deadline_sets_the_pace()
    {
        var item = Item([Indicator(1, 10, Sharing.LeadReports, deadline: new DateOnly(2022, 7, 31))], UnitRole.Lead);

        // by the year's end half would do on 1 July; by the end of July six sevenths are expected
        Assert.Equal((Light.Red, LightReason.Behind), (Status(item, Midyear, Total(1, 1, 5)).Light, Status(item, Midyear, Total(1, 1, 5)).Reason));
        Assert.Equal(LightReason.DueSoon, Status(item, new DateOnly(2022, 7, 27), Total(1, 1, 9)).Reason);
        Assert.Equal(LightReason.OnPace, Status(item, new DateOnly(2022, 7, 25), Total(1, 1, 9)).Reason);
    }
}
