using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class TotalTests
{
    static readonly DateTimeOffset Now = At("2022-09-30 18:00");

    Total _total = new() { IndicatorId = 1, UnitId = 1 };

    [Theory]
    [InlineData(Basis.Cumulative, 5, 2, 5)]
    [InlineData(Basis.Incremental, 2, 2, 5)]
    [InlineData(Basis.Cumulative, 1, -2, 1)]
    public void A_figure_keeps_what_was_said_its_increment_and_its_total(Basis basis, int said, int increment, int total)
    {
        var figure = Figure.Of(1, "原话", said, basis, before: 3);

        Assert.Equal((1, "原话", said, basis, increment, total), (figure.IndicatorId, figure.Phrase, figure.Value, figure.Basis, figure.Increment, figure.Total));
    }

    [Fact]
    public void The_official_total_is_the_latest_approved_one_and_what_waits_stands_beside_it()
    {
        Recount((3, 0, Verdict.Approved, 8), (5, 3, Verdict.Pending, 9));

        Assert.Equal((3m, 5m, 9, 2m, Now), (_total.Approved, _total.Reported, _total.RoundId, _total.Increment, _total.ChangedAt));
    }

    [Fact]
    public void The_old_total_counts_until_a_correction_is_approved()
    {
        Recount((5, 0, Verdict.Approved, 9), (4, 0, Verdict.Pending, 9));
        Assert.Equal((5m, 4m), (_total.Approved, _total.Reported));

        Recount((5, 0, Verdict.Superseded, 9), (4, 0, Verdict.Approved, 9));
        Assert.Equal((4m, 4m), (_total.Approved, _total.Reported));
    }

    [Theory]
    [InlineData(Verdict.Returned), InlineData(Verdict.Withdrawn), InlineData(Verdict.Superseded)]
    public void What_was_sent_back_taken_back_or_replaced_counts_nowhere(Verdict verdict)
    {
        Recount((3, 0, Verdict.Approved, 8), (9, 3, verdict, 9));

        Assert.Equal((3m, 3m, 8), (_total.Approved, _total.Reported, _total.RoundId));
    }

    [Fact]
    public void When_nothing_stands_any_more_there_is_no_total()
    {
        Recount((3, 0, Verdict.Approved, 8));
        Recount((3, 0, Verdict.Withdrawn, 8));

        Assert.Equal((null, null, null, 0m), (_total.Approved, _total.Reported, _total.RoundId, _total.Increment));
    }

    [Fact]
    public void The_total_before_a_round_leaves_out_what_that_round_added()
    {
        var (august, september) = (Round(8, (3, 0)), Round(9, (5, 3)));
        var ledger = new Ledger { Rounds = [august, september], Totals = [Total(1, 1, 3, 5)] };

        Assert.Equal((0m, 3m, 5m), (ledger.Before(1, 1, august), ledger.Before(1, 1, september), ledger.Before(1, 1, Round(10))));
        Assert.Equal(0m, new Ledger { Rounds = [august] }.Before(1, 2, august));
    }

    [Fact]
    public void A_round_that_is_reported_after_a_later_one_stands_on_what_that_one_stood_on_and_changes_no_later_total()
    {
        var (september, october) = (Round(9), Round(10, (5, 3)));
        var ledger = new Ledger { Rounds = [september, october], Totals = [Total(1, 1, 3, 5)] };

        Assert.Equal(3m, ledger.Before(1, 1, september));
        Recount((3, 0, Verdict.Approved, 8), (4, 3, Verdict.Pending, 9), (5, 3, Verdict.Pending, 10));
        Assert.Equal((5m, 10), (_total.Reported, _total.RoundId));
    }

    [Fact]
    public void A_standing_follows_its_versions_like_a_total()
    {
        var standing = MilestoneStanding.Of(
            1, 1, [Said(1, MilestoneState.InProgress, Verdict.Approved), Said(2, MilestoneState.NotStarted, Verdict.Returned), Said(3, MilestoneState.Done, Verdict.Pending)], Now);
        Assert.Equal((MilestoneState.InProgress, MilestoneState.Done, Now), (standing.Approved, standing.Reported, standing.ChangedAt));

        standing = MilestoneStanding.Of(1, 1, [Said(1, MilestoneState.InProgress, Verdict.Withdrawn)], Now);
        Assert.Equal((null, null), (standing.Approved, standing.Reported));
    }

    void Recount(params (decimal Value, decimal Before, Verdict Verdict, int Round)[] figures) =>
        _total = ProgressBot.Core.Reporting.Total.Of(1, 1, figures.Select((said, index) => Counted(Figure.Of(1, "", said.Value, Basis.Cumulative, said.Before), said.Verdict, said.Round, index + 1)), Now);

    static CountedFigure Counted(Figure figure, Verdict verdict, int month, int number) =>
        new(number, 1, 1, month, new DateOnly(2022, month, 1), number, verdict, figure.Increment, figure.Total, figure.IsExact);

    static Round Round(int month, params (decimal Value, decimal Before)[] said)
    {
        var report = said.Aggregate(new Report { RoundId = month, WorkItemId = 1, UnitId = 1 }, (report, each) =>
            report.Submit(new ReportVersion { Receipt = "", At = Now, Figures = [Figure.Of(1, "", each.Value, Basis.Cumulative, each.Before)] }, Now));
        return new Round
        {
            Id = month, PlanId = 1, Label = $"{month}月", PeriodStart = new DateOnly(2022, month, 1), PeriodEnd = new DateOnly(2022, month, 28), OpensAt = Now, DueAt = Now, LocksAt = Now,
            Reports = [report],
        };
    }

    static CountedState Said(int number, MilestoneState state, Verdict verdict) => new(number, 1, 1, new DateOnly(2022, 9, 1), number, verdict, state);
}
