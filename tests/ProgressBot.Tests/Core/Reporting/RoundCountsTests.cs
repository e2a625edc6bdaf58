using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class RoundCountsTests
{
    [Fact]
    public void Units_are_counted_and_not_reports()
    {
        var counts = Count(Of(1, ReportState.Approved), Of(1, ReportState.Submitted), Of(2, ReportState.Submitted, late: true), Of(2, ReportState.Approved), Of(3, ReportState.Draft), Of(3, ReportState.Submitted));

        Assert.Equal((3, 2), (counts.Expected, counts.Reported));
        Assert.Equal("区投促局", Assert.Single(counts.OnTime).Name);
        Assert.Equal("区财政局", Assert.Single(counts.Late).Name);
        Assert.Equal("区商务局", Assert.Single(counts.Missing).Unit.Name);
    }

    [Fact]
    public void A_unit_that_owes_something_is_told_how_much()
    {
        var owed = Count(Of(3, ReportState.Draft), Of(3, ReportState.Submitted), Of(3, ReportState.Returned)).Missing.Single();

        Assert.Equal((2, 3, 2, false), (owed.Open, owed.All, owed.Nudged, owed.Acknowledged));
    }

    [Fact]
    public void A_unit_that_owes_nothing_any_more_is_not_expected()
    {
        var counts = Count(Of(1, ReportState.Excused), Of(1, ReportState.Excused), Of(2, ReportState.Excused), Of(2, ReportState.Approved));

        Assert.Equal((1, 1, 0), (counts.Expected, counts.Reported, counts.Missing.Count));
    }

    [Fact]
    public void Seen_is_not_reported()
    {
        var seen = Of(1, ReportState.Draft).Acknowledge(At("2022-09-27 09:00"));

        var counts = Count(seen);

        Assert.Equal(0, counts.Reported);
        Assert.True(counts.Missing.Single().Acknowledged);
    }

    [Fact]
    public void What_waits_for_review_is_counted_in_reports() =>
        Assert.Equal(2, Count(Of(1, ReportState.Submitted), Of(1, ReportState.Submitted), Of(2, ReportState.Approved)).UnderReview);

    [Fact]
    public void Without_a_round_nothing_is_counted() => Assert.Equal((0, 0, 0), (RoundCounts.None.Expected, RoundCounts.None.Reported, RoundCounts.None.UnderReview));

    static RoundCounts Count(params Report[] reports)
    {
        var round = September(reports);
        var nudges = new[] { new Nudge { RoundId = 9, UnitId = 3 }, new Nudge { RoundId = 9, UnitId = 3 }, new Nudge { RoundId = 8, UnitId = 3 }, new Nudge { RoundId = 9, UnitId = 1 } };
        return RoundCounts.Of(new Ledger { Book = new PlanBook { Units = Units }, Rounds = [round], Nudges = nudges }, round);
    }

    static Report Of(int unitId, ReportState state, bool late = false) => new() { RoundId = 9, WorkItemId = 1, UnitId = unitId, Role = UnitRole.Member, State = state, Late = late };
}
