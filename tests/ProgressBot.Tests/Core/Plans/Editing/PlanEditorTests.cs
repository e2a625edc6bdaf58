using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Plans.Editing;

public sealed class PlanEditorTests
{
    const int Funds = 11;
    const int Exhibitions = 12;

    static readonly DateTimeOffset Now = new(2022, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));

    Plan _plan = new() { Id = 1, Title = "任务", Year = 2022, Start = new DateOnly(2022, 1, 1), End = new DateOnly(2022, 12, 31) };
    IReadOnlyList<Unit> _units = [new Unit { Id = 1, Name = "区人社局" }, new Unit { Id = 2, Name = "区人力资源和社会保障局" }, new Unit { Id = 3, Name = "各镇街", IsGroup = true }];
    readonly HashSet<int> _reported = [];
    readonly HashSet<int> _elsewhere = [1];
    int _next = 100;

    public PlanEditorTests()
    {
        var item = new WorkItem
        {
            Id = 5,
            Number = 1,
            Section = "产业",
            Goal = "到位资金8亿元",
            Name = "产业",
            Indicators =
            [
                new() { Id = Funds, Name = "到位资金", Phrase = "8亿元", Target = 800000000, BaseUnit = "元", DisplayUnit = "亿元" },
                new() { Id = Exhibitions, Name = "展销会", Phrase = "2场", Target = 2, BaseUnit = "场", DisplayUnit = "场" },
            ],
            Requirements = [new() { Id = 21, Text = "会议通知" }],
            Assignments = [new() { Id = 31, UnitId = 2, Role = UnitRole.Lead, RoleIsGuess = true }, new() { Id = 32, UnitId = 3, Role = UnitRole.Member }],
        };
        var study = new WorkItem { Id = 6, Number = 2, Section = "研究", Goal = "专题研究", Name = "研究", Milestones = [new() { Id = 41, WorkItemId = 6, Name = "研究" }] };
        _plan = _plan with { Items = [item, study] };
    }

    WorkItem Item => _plan.Items[0];

    Indicator Indicator(int id) => Item.Indicators.Single(indicator => indicator.Id == id);

    [Theory]
    [InlineData("3.2亿元", 320000000, "元", Comparator.None)]
    [InlineData("不少于32000万元", 320000000, "元", Comparator.AtLeast)]
    [InlineData("9", 900000000, "元", Comparator.None)]
    [InlineData("400人次以上", 400, "人次", Comparator.AtLeast)]
    public void A_target_is_read_as_people_write_it(string typed, double target, string unit, Comparator comparator)
    {
        Apply(Change(Funds, typed));

        Assert.Equal(((decimal)target, unit, comparator), (Indicator(Funds).Target, Indicator(Funds).BaseUnit, Indicator(Funds).Comparator));
    }

    [Theory]
    [InlineData("很多")]
    [InlineData("")]
    [InlineData("2到3亿元")]
    [InlineData("3亿元和5个")]
    public void A_target_that_is_no_figure_is_refused_and_nothing_changes(string typed)
    {
        Refused(Change(Funds, typed));

        Assert.Equal(800000000, Indicator(Funds).Target);
    }

    [Fact]
    public void What_the_target_counts_cannot_change_once_it_was_reported()
    {
        _reported.Add(Funds);

        Assert.Equal(EditRefusal.BasisFixed, Refused(Change(Funds, "8亿元") with { Basis = Basis.Incremental }));
        Assert.Equal(EditRefusal.UnitOfMeasureFixed, Refused(Change(Funds, "8个")));
        Apply(Change(Funds, "9亿元"));
        Apply(Change(Exhibitions, "2场") with { Basis = Basis.Incremental });

        Assert.Equal((Basis.Cumulative, 900000000m), (Indicator(Funds).Basis, Indicator(Funds).Target));
        Assert.Equal(Basis.Incremental, Indicator(Exhibitions).Basis);
    }

    [Fact]
    public void Two_indicators_of_one_item_that_count_the_same_have_different_names() => Refused(Change(Funds, "8场") with { Name = "展销会" });

    [Fact]
    public void A_new_lead_takes_the_place_of_the_old_and_settles_the_guess()
    {
        Apply(new PutAssignment(5, "区人社局", UnitRole.Lead));

        Assert.Equal([(2, UnitRole.Assist, false), (3, UnitRole.Member, false), (1, UnitRole.Lead, false)], Item.Assignments.Select(part => (part.UnitId, part.Role, part.RoleIsGuess)));
    }

    [Fact]
    public void A_new_unit_that_is_a_known_one_becomes_its_alias()
    {
        Apply(new PutAssignment(5, "区人社局", UnitRole.Assist));
        Apply(new MergeUnit(2, 1));

        Assert.Equal([(3, UnitRole.Member), (1, UnitRole.Lead)], Item.Assignments.Select(part => (part.UnitId, part.Role)));
        Assert.True(_units[0].IsCalled("区人力资源和社会保障局"));
        Assert.DoesNotContain(_units, unit => unit.Id == 2);
    }

    [Fact]
    public void A_unit_that_others_rely_on_is_not_merged_away()
    {
        _elsewhere.Add(2);

        Refused(new MergeUnit(2, 1));
    }

    [Fact]
    public void The_last_unit_of_an_item_stays()
    {
        Apply(new RemoveAssignment(5, 3));

        Assert.Equal(EditRefusal.LastUnit, Refused(new RemoveAssignment(5, 2)));
    }

    [Fact]
    public void A_group_has_exactly_the_members_given_and_no_groups()
    {
        Apply(new SetMembers(3, ["区人社局"]));
        Apply(new SetMembers(3, ["区人力资源和社会保障局"]));

        Assert.Equal([2], _units[2].Members.Select(member => member.UnitId));
        Refused(new SetMembers(3, ["各镇街"]));
    }

    [Fact]
    public void A_line_of_the_checklist_is_read_for_its_condition_and_kept_as_worded()
    {
        Apply(new PutRequirement(5, 21, "合作协议（须明确分成比例）"));
        Apply(new PutRequirement(5, null, "省级绩效评价结果"));

        Assert.Equal([("合作协议（须明确分成比例）", "须明确分成比例", false), ("省级绩效评价结果", null, true)], Item.Requirements.Select(line => (line.Text, line.Condition, line.AwaitsOthers)));
    }

    [Fact]
    public void What_is_taken_out_of_a_draft_is_gone()
    {
        TakeOut();

        Assert.Equal([Exhibitions], Item.Indicators.Select(indicator => indicator.Id));
        Assert.Equal((0, 1), (Item.Requirements.Count, _plan.Items.Count));
    }

    [Fact]
    public void What_is_taken_out_of_a_plan_in_force_stays_on_record()
    {
        _plan = _plan with { State = PlanState.Active };
        TakeOut();
        Apply(new RemoveAssignment(5, 3));

        Assert.Equal((Now, Now, Now), (Indicator(Funds).RemovedAt, Item.Requirements[0].RemovedAt, _plan.Items[1].RemovedAt));
        Assert.False(Item.Assignments[1].IsIn(new DateOnly(2022, 3, 1)));
        Assert.Equal(EditRefusal.Gone, Refused(new RemoveItem(6)));
    }

    [Fact]
    public void A_unit_that_joins_a_plan_in_force_answers_from_today_on()
    {
        _plan = _plan with { State = PlanState.Active };
        Apply(new PutAssignment(5, "区人社局", UnitRole.Assist));

        Assert.False(Item.Assignments[^1].IsIn(new DateOnly(2022, 2, 28)));
        Assert.True(Item.Assignments[^1].IsIn(new DateOnly(2022, 3, 1)));
    }

    [Fact]
    public void How_often_units_report_is_chosen_before_the_plan_is_in_force()
    {
        Apply(new SetPeriod(RoundPeriod.Quarter));
        _plan = _plan with { State = PlanState.Active };

        Refused(new SetPeriod(RoundPeriod.Week));
        Assert.Equal(RoundPeriod.Quarter, _plan.Period);
    }

    [Fact]
    public void A_plan_that_is_over_does_not_change()
    {
        _plan = _plan with { State = PlanState.Closed };

        Refused(new SetDeadline(5, new DateOnly(2022, 7, 31)));
    }

    void TakeOut()
    {
        Apply(new RemoveIndicator(5, Funds));
        Apply(new RemoveRequirement(5, 21));
        Apply(new RemoveItem(6));
    }

    static PutIndicator Change(int indicator, string target) =>
        new(5, indicator, indicator == Funds ? "到位资金" : "展销会", target, Comparator.None, false, null, Basis.Cumulative, Sharing.LeadReports);

    void Apply(PlanEdit edit) => (_plan, _units) = new PlanEditor(new EditFacts(_reported.Contains, _elsewhere.Contains, new RowNumbers(_ => _next++), Now)).Apply(new EditedPlan(_plan, _units), edit);

    EditRefusal Refused(PlanEdit edit) => Assert.Throws<EditRefusedException>(() => Apply(edit)).Reason;
}
