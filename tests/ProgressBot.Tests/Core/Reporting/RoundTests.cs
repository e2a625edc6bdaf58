using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class RoundTests
{
    static readonly TimeZoneInfo Shanghai = ZoneTime.Find("Asia/Shanghai")!;

    [Theory]
    [InlineData("2022-09-26 10:00", "2022-09-26 17:00", "09-30 18:00", "10-20 18:00")]
    [InlineData("2022-09-26 10:00", "2022-09-28 10:00", "10-09 18:00", "10-24 18:00")]
    [InlineData("2022-09-29 10:00", "2022-10-05 10:00", "10-08 18:00", "10-21 18:00")]
    [InlineData("2022-10-10 10:00", "2022-10-12 10:00", "09-30 18:00", "10-24 18:00")]
    public void A_pause_moves_what_lay_ahead_by_its_working_days(string paused, string resumed, string due, string locks)
    {
        var round = September().Pause(At(paused));

        var dates = round.DatesResumed(At(resumed), WorkingCalendar.China, Shanghai);

        Assert.Equal((due, locks), (Shanghai.WallClock(dates.DueAt).ToString("MM-dd HH:mm"), Shanghai.WallClock(dates.LocksAt).ToString("MM-dd HH:mm")));
    }

    [Fact]
    public void A_paused_round_takes_nothing_until_it_is_resumed()
    {
        var report = Owed(1);
        var round = September(report).Pause(At("2022-09-26 10:00"));
        Assert.False(round.Accepts(report, At("2022-09-27 10:00")));

        round = round.Resume(round.DueAt, round.LocksAt);
        Assert.True(round.Accepts(report, At("2022-09-27 10:00")));
        Assert.Throws<InvalidOperationException>(() => round.DatesResumed(At("2022-09-27 10:00"), WorkingCalendar.China, Shanghai));
    }

    [Fact]
    public void Cancelling_takes_back_what_waits_for_review_and_keeps_what_is_approved()
    {
        var (waiting, approved) = (Submitted(1), Submitted(2));
        var round = September(waiting, approved.Approve(9, At("2022-09-28 10:00"))).Cancel();

        Assert.Equal(RoundState.Cancelled, round.State);
        Assert.Equal([ReportState.Draft, ReportState.Approved], round.Reports.Select(report => report.State));
    }

    [Fact]
    public void What_was_answered_is_not_excused_and_what_is_excused_can_be_owed_again()
    {
        var (excused, answered) = (Owed(1).Excuse("机构改革"), Submitted(2));

        Assert.Same(answered, answered.Excuse("机构改革"));
        Assert.Equal((ReportState.Excused, "机构改革", false), (excused.State, excused.ExcusedReason, excused.IsOpen));

        var recalled = Assert.Single(September(excused).Enlist(new(Item([], UnitRole.Lead), 1, UnitRole.Lead), () => 99).Reports);
        Assert.Equal((ReportState.Draft, null), (recalled.State, recalled.ExcusedReason));
    }

    [Fact]
    public void A_granted_extension_moves_due_day_and_lock_of_its_unit_and_item_alone()
    {
        var round = September(Owed(1));
        var asked = new Extension { RoundId = 9, UnitId = 1, WorkItemId = 1, DueAt = At("2022-10-20 18:00"), LocksAt = At("2022-11-03 18:00"), Reason = "验收推迟" };
        Assert.Equal(round.DueAt, (round with { Extensions = [asked] }).DueFor(1, 1));

        round = round with { Extensions = [asked.Decide(true, 4, At("2022-09-27 10:00"))] };

        Assert.Equal((asked.DueAt, round.DueAt, round.DueAt), (round.DueFor(1, 1), round.DueFor(2, 1), round.DueFor(1, 2)));
        Assert.True(round.Accepts(Owed(1), At("2022-11-01 10:00")));
        Assert.False(round.Accepts(Owed(2), At("2022-11-01 10:00")));
        Assert.Equal((asked.DueAt, asked.LocksAt), (round.DatesFor([Owed(1)]).DueAt, round.DatesFor([Owed(1)]).LocksAt));
        Assert.Equal((round.DueAt, asked.LocksAt), (round.DatesFor([Owed(1), Owed(2)]).DueAt, round.EndsAt));
    }

    [Fact]
    public void An_items_own_deadline_is_put_off_with_the_extension_and_its_light_follows()
    {
        var item = Item([Indicator(1, 660, Sharing.LeadReports, deadline: new DateOnly(2022, 7, 31))], UnitRole.Lead);
        var plan = Plan(item);
        var extended = new Extension { WorkItemId = 1, UnitId = 1, DueAt = At("2022-10-20 18:00"), LocksAt = At("2022-11-03 18:00"), Reason = "待批复", State = ExtensionState.Granted };

        Light On(params Extension[] extensions) => ItemStatus.Build(
            new PlanDay(new Ledger { Book = new PlanBook { Plans = [plan], Units = Units }, Totals = [Total(1, 1, 600)], Extensions = extensions }, plan, new DateOnly(2022, 9, 26), WorkingCalendar.China, new LightRule()), item).Light;

        Assert.Equal((Light.Red, Light.Green), (On(), On(extended)));
    }

    [Fact]
    public void A_unit_that_joins_has_a_report_of_its_own()
    {
        var round = September(Submitted(1)).Enlist(new(Item([], UnitRole.Lead), 3, UnitRole.Assist), () => 99);

        var added = round.Reports[1];
        Assert.Equal((99, 9, 1, 3, UnitRole.Assist, true), (added.Id, added.RoundId, added.WorkItemId, added.UnitId, added.Role, added.IsOpen));
        Assert.Equal(2, round.Reports.Count);
    }

    [Fact]
    public void What_a_unit_added_up_before_it_left_still_counts_in_the_sum()
    {
        var item = Item([Indicator(1, 100, Sharing.Summed)], UnitRole.Member, UnitRole.Member);
        item = item with { Assignments = [item.Assignments[0], item.Assignments[1] with { Until = Midyear.AddDays(-1) }] };

        Assert.Equal(70, Status(item, Midyear, Total(1, 1, 40), Total(1, 2, 30)).Indicators[0].Approved);
    }

    static Report Owed(int unitId) => new() { Id = unitId, RoundId = 9, WorkItemId = 1, UnitId = unitId };

    static Report Submitted(int unitId) => Owed(unitId).Submit(Version("2022-09-27 10:00"), At("2022-09-30 18:00"));
}
