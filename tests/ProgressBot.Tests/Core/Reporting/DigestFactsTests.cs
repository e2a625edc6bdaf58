using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class DigestFactsTests
{
    const int Money = 5;
    const int Reviewer = 7;
    static readonly DateTimeOffset LastWeek = At("2022-09-23 16:30");
    static readonly DigestOccasion Friday = DigestSchedule.Default.On(new DateOnly(2022, 9, 30), WorkingCalendar.China)!;

    Report _report = new() { Id = 1, RoundId = 9, WorkItemId = 1, UnitId = 2 };

    [Fact]
    public void What_was_told_since_is_a_gain_and_what_is_approved_an_official_one()
    {
        Tell("2022-09-26 10:00", total: 30, before: 10);
        Assert.Equal((20m, 0m), Gains());

        _report = _report.Approve(Reviewer, At("2022-09-27 10:00"));
        Assert.Equal((20m, 20m), Gains());
    }

    [Fact]
    public void What_was_in_the_last_digest_already_is_none_until_it_is_approved()
    {
        Tell("2022-09-22 10:00", total: 30, before: 10);
        _report = _report.Approve(Reviewer, At("2022-09-26 10:00"));

        Assert.Equal((0m, 20m), Gains());
    }

    [Fact]
    public void A_correction_counts_by_what_it_changed()
    {
        Tell("2022-09-22 10:00", total: 30, before: 10);
        _report = _report.Approve(Reviewer, At("2022-09-22 11:00"));
        Tell("2022-09-26 10:00", total: 27, before: 10);
        Assert.Equal((-3m, 0m), Gains());

        _report = _report.Approve(Reviewer, At("2022-09-26 11:00"));
        Assert.Equal((-3m, -3m), Gains());
    }

    [Fact]
    public void Of_two_tries_since_the_last_digest_the_second_counts_and_what_was_returned_or_taken_back_does_not()
    {
        Tell("2022-09-26 10:00", total: 300, before: 10);
        _report = _report.Return(Reviewer, At("2022-09-26 11:00"), "要核实");
        Assert.Equal((0m, 0m), Gains());
        Tell("2022-09-27 10:00", total: 30, before: 10);
        Assert.Equal((20m, 0m), Gains());

        _report = _report.Withdraw();

        Assert.Equal((0m, 0m), Gains());
        Assert.Equal(["2022-09-26"], Facts().Told.Select(entry => entry.Version.At.ToString("yyyy-MM-dd")));
    }

    [Theory]
    [InlineData(false, "2022-03-01 09:00"), InlineData(true, "2022-09-26 00:00")]
    public void The_first_of_all_tells_from_the_plans_beginning_and_the_first_of_its_kind_from_the_periods(bool others, string since)
    {
        SentDigest[] sent = others ? [Sent("2022-09-23 16:30", RoundPeriod.Week)] : [];
        var monthly = Friday with { Kind = RoundPeriod.Month, First = new DateOnly(2022, 9, 26) };

        Assert.Equal(At(since), DigestFacts.Beginning(Plan() with { ActivatedAt = At("2022-03-01 09:00") }, monthly, sent));
    }

    [Fact]
    public void A_later_one_tells_from_the_last_that_summed_up_as_long_a_period()
    {
        SentDigest[] sent = [Sent("2022-09-23 16:30", RoundPeriod.Week), Sent("2022-08-31 16:30", RoundPeriod.Month), Sent("2022-08-26 16:30", RoundPeriod.Week)];

        Assert.Equal(At("2022-09-23 16:30"), DigestFacts.Beginning(Plan(), Friday, sent));
        Assert.Equal(At("2022-08-31 16:30"), DigestFacts.Beginning(Plan(), Friday with { Kind = RoundPeriod.Month }, sent));
    }

    static SentDigest Sent(string at, RoundPeriod kind) => new() { PlanId = 1, Kind = kind, At = At(at), Text = "" };

    DigestFacts Facts() => new(Friday, LastWeek, [(September(_report), _report)]);

    (decimal All, decimal Official) Gains() => (Facts().Gains(false).Sum(gain => gain.Gain), Facts().Gains(true).Sum(gain => gain.Gain));

    void Tell(string at, decimal total, decimal before) =>
        _report = _report.Submit(Version(at) with { Figures = [Figure.Of(Money, "", total, Basis.Cumulative, before)] }, At("2022-09-30 18:00"));
}
