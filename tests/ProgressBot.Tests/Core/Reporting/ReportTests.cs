using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class ReportTests
{
    const string InTime = "2022-09-28 10:00";
    const string TooLate = "2022-10-08 10:00";
    const int Reviewer = 7;

    static readonly DateTimeOffset Due = At("2022-09-30 18:00");

    Report _report = new() { Id = 1, RoundId = 9 };

    [Fact]
    public void A_report_is_under_review_once_it_is_submitted()
    {
        Submit(InTime);

        Assert.Equal((ReportState.Submitted, false, 1), (_report.State, _report.IsOpen, _report.UnderReview!.Number));
    }

    [Theory]
    [InlineData("2022-09-30 18:00", false), InlineData("2022-09-30 18:01", true), InlineData(TooLate, true)]
    public void What_comes_after_the_due_time_is_late(string at, bool late)
    {
        Submit(at);

        Assert.Equal(late, _report.Late);
    }

    [Fact]
    public void Only_the_first_answer_decides_whether_a_unit_was_late()
    {
        Submit(InTime);
        _report = _report.Return(Reviewer, At(TooLate), "缺附件");
        Submit(TooLate);

        Assert.Equal((false, At(InTime)), (_report.Late, _report.AnsweredAt));
    }

    [Fact]
    public void A_second_submission_takes_the_place_of_the_first_and_two_never_wait()
    {
        Submit(InTime);
        Submit(InTime);

        Assert.Equal([Verdict.Replaced, Verdict.Pending], Verdicts);
        Assert.Equal(2, _report.UnderReview!.Number);
    }

    [Fact]
    public void What_is_withdrawn_was_never_answered_but_stays_on_record()
    {
        Submit(TooLate);

        _report = _report.Withdraw();

        Assert.Equal((ReportState.Draft, null, false, true), (_report.State, _report.AnsweredAt, _report.Late, _report.IsOpen));
        Assert.Equal([Verdict.Withdrawn], Verdicts);
        Assert.Null(_report.Current);
    }

    [Fact]
    public void Nothing_can_be_withdrawn_approved_or_returned_when_nothing_is_under_review()
    {
        Assert.Same(_report, _report.Withdraw());
        Submit(InTime);
        _report = _report.Approve(Reviewer, At(InTime));

        Assert.Same(_report, _report.Approve(Reviewer, At(InTime)));
        Assert.Same(_report, _report.Return(Reviewer, At(InTime), "缺附件"));
        Assert.Same(_report, _report.Withdraw());
        Assert.Equal(ReportState.Approved, _report.State);
    }

    [Fact]
    public void A_reviewer_signs_with_name_and_time()
    {
        Submit(InTime);
        _report = _report.Approve(Reviewer, At("2022-09-29 09:00"));

        Assert.Equal((ReportState.Approved, Reviewer, At("2022-09-29 09:00")), (_report.State, _report.Current!.ReviewedBy, _report.Current.ReviewedAt));
    }

    [Fact]
    public void A_returned_report_is_open_again_and_says_why()
    {
        Submit(InTime);
        _report = _report.Return(Reviewer, At(InTime), "数字与附件不符");

        Assert.Equal((ReportState.Returned, true, "数字与附件不符"), (_report.State, _report.IsOpen, _report.Versions[0].ReturnReason));
        Assert.Null(_report.Current);
    }

    [Fact]
    public void While_a_correction_is_under_review_what_was_approved_stands()
    {
        Submit(InTime);
        _report = _report.Approve(Reviewer, At(InTime));
        Submit(InTime);

        Assert.Equal([Verdict.Approved, Verdict.Pending], Verdicts);
        Assert.Equal(ReportState.Submitted, _report.State);
    }

    [Fact]
    public void An_approved_correction_supersedes_what_was_approved_before()
    {
        Submit(InTime);
        _report = _report.Approve(Reviewer, At(InTime));
        Submit(TooLate);
        _report = _report.Approve(Reviewer, At(TooLate));

        Assert.Equal([Verdict.Superseded, Verdict.Approved], Verdicts);
        Assert.Equal((2, false), (_report.Current!.Number, _report.Late));
    }

    [Fact]
    public void A_correction_that_is_withdrawn_leaves_the_approved_report()
    {
        Submit(InTime);
        _report = _report.Approve(Reviewer, At(InTime));
        Submit(TooLate);
        _report = _report.Withdraw();

        Assert.Equal((ReportState.Approved, 1, At(InTime)), (_report.State, _report.Current!.Number, _report.AnsweredAt));
    }

    [Fact]
    public void Every_change_moves_the_revision()
    {
        var seen = new List<int> { _report.Revision };
        Submit(InTime);
        seen.Add(_report.Revision);
        _report = _report.Return(Reviewer, At(InTime), "缺附件");
        seen.Add(_report.Revision);
        Submit(InTime);
        seen.Add(_report.Revision);
        _report = _report.Withdraw();
        seen.Add(_report.Revision);

        Assert.Equal(seen.Distinct(), seen);
    }

    [Theory]
    [InlineData("2022-09-26 07:59", 1, false), InlineData("2022-09-26 08:00", 1, true), InlineData("2022-10-20 17:59", 1, true), InlineData("2022-10-20 18:00", 1, false)]
    [InlineData("2022-10-20 18:00", 2, true), InlineData("2022-10-25 18:00", 2, false)]
    public void A_round_takes_reports_from_its_opening_to_its_lock_or_a_units_longer_time(string at, int unitId, bool accepts)
    {
        var extended = new Extension { RoundId = 9, UnitId = 2, DueAt = At("2022-10-11 18:00"), LocksAt = At("2022-10-25 18:00"), Reason = "系统切换", State = ExtensionState.Granted };
        var round = September() with { Extensions = [extended] };

        Assert.Equal(accepts, round.Accepts(_report with { UnitId = unitId }, At(at)));
    }

    [Theory]
    [InlineData(RoundState.Paused), InlineData(RoundState.Cancelled), InlineData(RoundState.Closed)]
    public void A_round_that_is_not_open_takes_nothing(RoundState state)
    {
        var round = September() with { State = state };

        Assert.False(round.Accepts(_report, At(InTime)));
    }

    IEnumerable<Verdict> Verdicts => _report.Versions.Select(version => version.Verdict);

    void Submit(string at) => _report = _report.Submit(Version(at), Due);
}
