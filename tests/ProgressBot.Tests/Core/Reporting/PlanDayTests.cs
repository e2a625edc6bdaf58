using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

/// <summary>Lights beyond the plain rule: stages of a target, ceilings, goals beside a number, plans that came into force late.</summary>
public sealed class PlanDayTests
{
    static readonly IndicatorStage[] Stages =
    [
        new() { Name = "一季度", Deadline = new DateOnly(2022, 3, 31), Target = 10 },
        new() { Name = "上半年", Deadline = new DateOnly(2022, 6, 30), Target = 60 },
    ];

    [Theory]
    [InlineData("2022-02-14", 0.05)]
    [InlineData("2022-03-31", 0.1)]
    [InlineData("2022-06-30", 0.6)]
    [InlineData("2022-12-31", 1)]
    [InlineData("2023-01-10", 1)]
    [InlineData("2021-12-31", 0)]
    public void Progress_is_expected_from_stage_to_stage(string day, double share)
    {
        var indicator = Indicator(1, 100, Sharing.LeadReports) with { Stages = Stages };
        Assert.Equal((decimal)share, ExpectedProgress.Of(indicator, new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31)).On(DateOnly.Parse(day)), 2);
    }

    [Fact]
    public void What_is_expected_never_falls_and_stays_within_the_whole()
    {
        var random = new Random(20221201);
        for (var round = 0; round < 500; round++)
        {
            var start = new DateOnly(2022, 1, 1).AddDays(random.Next(60));
            var days = Enumerable.Range(0, random.Next(5)).Select(_ => start.AddDays(random.Next(300))).Distinct().Order().ToList();
            var targets = days.Select(_ => (decimal)random.Next(100)).Order().ToList();
            var indicator = Indicator(1, 100, Sharing.LeadReports) with { Stages = [.. days.Zip(targets, (day, target) => new IndicatorStage { Name = "", Deadline = day, Target = target })] };
            var expected = ExpectedProgress.Of(indicator, start, start.AddDays(320));
            var shares = Enumerable.Range(-5, 340).Select(day => expected.On(start.AddDays(day))).ToList();
            Assert.Equal(shares.Order(), shares);
            Assert.InRange(shares[^1], 1, 1);
            Assert.All(indicator.Stages, stage => Assert.Equal(stage.Target / 100, expected.On(stage.Deadline)));
        }
    }

    [Theory]
    [InlineData("2022-07-01", 60, Light.Green, LightReason.OnPace, null)]
    [InlineData("2022-07-01", 55, Light.Yellow, LightReason.StageMissed, "上半年")]
    [InlineData("2022-07-01", 5, Light.Red, LightReason.Behind, null)]
    [InlineData("2022-06-28", 59, Light.Yellow, LightReason.DueSoon, "上半年")]
    [InlineData("2022-07-01", 100, Light.Green, LightReason.Met, null)]
    public void A_stage_that_is_missed_or_near_shows_in_the_light(string day, int approved, Light light, LightReason reason, string? stage)
    {
        var item = Item([Indicator(1, 100, Sharing.LeadReports) with { Stages = Stages }], UnitRole.Lead);
        var status = Status(item, DateOnly.Parse(day), Total(1, 1, approved));
        Assert.Equal((light, reason, stage), (status.Light, status.Reason, status.Lit.Stage?.Name));
    }

    [Theory]
    [InlineData("2022-02-01", 90, Light.Green, LightReason.OnPace)]
    [InlineData("2022-02-01", 101, Light.Red, LightReason.Exceeded)]
    [InlineData("2022-12-31", 100, Light.Green, LightReason.Met)]
    public void A_ceiling_is_broken_at_once_and_kept_only_at_the_end(string day, int approved, Light light, LightReason reason)
    {
        var status = Status(Item([Indicator(1, 100, Sharing.LeadReports, Comparator.AtMost)], UnitRole.Lead), DateOnly.Parse(day), Total(1, 1, approved));
        Assert.Equal((light, reason), (status.Light, status.Reason));
    }

    [Fact]
    public void About_the_target_is_not_the_target()
    {
        var status = Status(Item([Indicator(1, 100, Sharing.LeadReports)], UnitRole.Lead), Midyear, Total(1, 1, 100) with { IsExact = false });
        Assert.Equal(LightReason.OnPace, status.Reason);
        Assert.True(status.Achieved < 1);
    }

    [Theory]
    [InlineData(null, Light.Yellow)]
    [InlineData("2022-06-20", Light.Red)]
    public void What_is_wished_for_is_yellow_when_it_is_behind_and_red_only_past_its_day(string? deadline, Light light)
    {
        var indicator = Indicator(1, 100, Sharing.LeadReports, deadline: deadline is null ? null : DateOnly.Parse(deadline)) with { Aspirational = true };
        Assert.Equal(light, Status(Item([indicator], UnitRole.Lead), Midyear, Total(1, 1, 5)).Light);
    }

    [Fact]
    public void A_goal_beside_a_number_has_a_light_of_its_own_and_the_item_shows_the_worse_one()
    {
        var item = Item([Indicator(1, 100, Sharing.LeadReports)], UnitRole.Lead) with { Milestones = [new() { Id = Whole, WorkItemId = 1, Name = "管理办法", IsBeside = true, Deadline = new DateOnly(2022, 6, 30) }] };
        var done = new MilestoneStanding { MilestoneId = Whole, UnitId = 1, Approved = MilestoneState.Done };

        var late = Status(item, Midyear, Total(1, 1, 100));
        Assert.Equal((Light.Red, LightReason.Overdue, 0.5m), (late.Light, late.Reason, late.Achieved));
        Assert.Equal((Light.Green, 1m), (Status(item, Midyear, [Total(1, 1, 100)], [done]).Light, Status(item, Midyear, [Total(1, 1, 100)], [done]).Achieved));
    }

    [Fact]
    public void A_plan_that_came_into_force_late_has_no_light_before_a_unit_has_told_where_it_stands()
    {
        var item = Item([Indicator(1, 100, Sharing.LeadReports)], UnitRole.Lead);
        Assert.Equal(Light.Awaited, Late(item));
        Assert.Equal(Light.Unreviewed, Late(item, Total(1, 1, null, 40)));
        Assert.Equal(Light.Green, Late(item, Total(1, 1, 60)));
        Assert.Equal(Light.Red, Late(item, Total(1, 1, 10)));
    }

    [Fact]
    public void Of_a_target_for_each_unit_those_that_have_not_told_yet_make_nothing_red()
    {
        var item = Item([Indicator(1, 2, Sharing.PerUnit)], UnitRole.Member, UnitRole.Member, UnitRole.Member);
        Assert.Equal(Light.Awaited, Late(item, Total(1, 1, 2)));
        Assert.Equal(Light.Red, Late(item, Total(1, 1, 0)));
        Assert.Equal(Light.Green, Late(item, Total(1, 1, 2), Total(1, 2, 2), Total(1, 3, 1)));
    }

    [Fact]
    public void A_deadline_that_passed_after_the_plan_came_into_force_is_overdue_told_or_not()
    {
        Assert.Equal(Light.Red, Late(Item([Indicator(1, 100, Sharing.LeadReports, deadline: new DateOnly(2022, 6, 20))], UnitRole.Lead)));
        Assert.Equal(Light.Awaited, Late(Item([Indicator(1, 100, Sharing.LeadReports, deadline: new DateOnly(2022, 5, 20))], UnitRole.Lead)));
    }

    [Fact]
    public void Pace_starts_where_the_coordinator_says()
    {
        var item = Item([Indicator(1, 100, Sharing.LeadReports)], UnitRole.Lead);
        Light From(string? day) => On(Plan(item) with { Schedule = new PlanSchedule { PaceFrom = day is null ? null : DateOnly.Parse(day) } }, item, Total(1, 1, 5));
        Assert.Equal((Light.Red, Light.Green, Light.Red), (From(null), From("2022-06-15"), From("2021-06-15")));
    }

    static Light Late(WorkItem item, params Total[] totals) => On(Plan(item) with { ActivatedAt = At("2022-06-10 09:00") }, item, totals);

    static Light On(Plan plan, WorkItem item, params Total[] totals)
    {
        var ledger = new Ledger { Book = new PlanBook { Plans = [plan], Units = Units }, Totals = totals };
        return ItemStatus.Build(new PlanDay(ledger, plan, Midyear, WorkingCalendar.China, new LightRule()), item).Light;
    }
}
