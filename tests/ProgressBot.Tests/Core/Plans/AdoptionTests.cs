using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Tests.Core.Plans;

public sealed class AdoptionTests
{
    static readonly DateTimeOffset Now = new(2022, 1, 10, 9, 0, 0, TimeSpan.FromHours(8));
    static readonly DraftUnit Lead = new("区投促局", UnitRole.Lead, true, false);
    static readonly DraftUnit Group = new("各镇街", UnitRole.Member, false, true);

    static readonly PlanDraft Whole = new("年度任务", "样例〔2022〕1号", "区政府办", 2022, new DateOnly(2022, 1, 10), "山海协作", "淳安县",
        [Row("产业合作", [Lead, Group, Lead]), Row("无人负责", []), Row("产业合作", [Group])], [], [], []);

    [Fact]
    public void A_whole_draft_meets_no_obstacle() => Assert.Empty(Adoption.Obstacles(Whole));

    [Fact]
    public void Whatever_is_missing_is_named()
    {
        Assert.Contains("没有读到任务", Assert.Single(Adoption.Obstacles(Whole with { Rows = [] })), StringComparison.Ordinal);
        Assert.Contains("没有读到责任单位", Assert.Single(Adoption.Obstacles(Whole with { Rows = [Row("甲", [])] })), StringComparison.Ordinal);
        Assert.Contains("没有读到标题", Assert.Single(Adoption.Obstacles(Whole with { Title = "" })), StringComparison.Ordinal);
        Assert.Contains("没有读到年度", Assert.Single(Adoption.Obstacles(Whole with { Year = null })), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once() => Assert.Equal(3, Adoption.Obstacles(Whole with { Rows = [], Title = "", Year = null }).Count);

    [Fact]
    public void A_plan_runs_over_its_calendar_year_and_waits_as_a_draft()
    {
        var plan = Adopt();

        Assert.Equal((new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31), PlanState.Draft, Now), (plan.Start, plan.End, plan.State, plan.CreatedAt));
        Assert.Equal(("年度任务", 2022, "样例〔2022〕1号", "区政府办"), (plan.Title, plan.Year, plan.DocumentNumber, plan.Issuer));
        Assert.Equal((new DateOnly(2022, 1, 10), "山海协作", "淳安县"), (plan.Published, plan.Programme, plan.PartnerRegion));
    }

    [Fact]
    public void Rows_that_somebody_answers_for_become_items_numbered_from_one() =>
        Assert.Equal([(1, "产业合作"), (2, "产业合作")], Adopt().Items.Select(item => (item.Number, item.Section)));

    [Fact]
    public void A_unit_stands_once_in_an_item_and_a_guess_stays_marked() =>
        Assert.Equal([(1, UnitRole.Lead, true), (2, UnitRole.Member, false)], Adopt().Items[0].Assignments.Select(given => (given.UnitId, given.Role, given.RoleIsGuess)));

    [Fact]
    public void An_indicator_is_kept_in_its_base_unit_and_read_in_its_own()
    {
        var indicator = Adopt().Items[0].Indicators.Single();

        Assert.Equal(("到位资金", "不少于8亿元", Comparator.AtLeast, 800000000m), (indicator.Name, indicator.Phrase, indicator.Comparator, indicator.Target));
        Assert.Equal(("元", "亿元", new DateOnly(2022, 7, 31)), (indicator.BaseUnit, indicator.DisplayUnit, indicator.Deadline));
        Assert.Equal((true, Sharing.Summed, Basis.Incremental), (indicator.Aspirational, indicator.Sharing, indicator.Basis));
    }

    [Fact]
    public void A_line_of_the_checklist_keeps_its_choices_and_conditions()
    {
        var line = Adopt().Items[0].Requirements.Single();

        Assert.Equal(("共建协议或备忘录", "须明确返利比例", true), (line.Text, line.Condition, line.AwaitsOthers));
        Assert.Equal(["共建协议", "备忘录"], line.Alternatives);
    }

    [Fact]
    public void An_item_knows_where_it_stands_in_the_document()
    {
        var listed = Whole with { Rows = [Whole.Rows[0] with { Source = new DraftSource(0, 12, null, 12, null) }] };

        Assert.Equal("表1 第4行", Adopt().Items[0].Source);
        Assert.Equal("第12行", Adoption.ToPlan(listed, Id, 1, new RowNumbers(_ => 1), Now).Items.Single().Source);
        Assert.Equal(new DateOnly(2022, 12, 31), Adopt().Items[0].Deadline);
    }

    static Plan Adopt() => Adoption.ToPlan(Whole, Id, 1, new RowNumbers(_ => 1), Now);

    static int Id(DraftUnit unit) => unit == Lead ? 1 : 2;

    static DraftRow Row(string section, IReadOnlyList<DraftUnit> units) => new(
        section, "到位资金不少于8亿元", units,
        [new DraftEvidence("共建协议或备忘录", ["共建协议", "备忘录"], "须明确返利比例", true)],
        [new DraftIndicator("到位资金", "不少于8亿元", Comparator.AtLeast, 8, "亿元", 800000000, "元", new DateOnly(2022, 7, 31), Sharing.Summed, true, Basis.Incremental)],
        new DraftDeadline("年内", new DateOnly(2022, 12, 31), DeadlinePrecision.Year), new DraftSource(1, 4, null, 5, null), []);
}
