using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class ItemDeadlineTests
{
    static readonly DateOnly July = new(2022, 7, 31);

    [Theory]
    [InlineData(null, true)]
    [InlineData(600, true)]
    [InlineData(660, false)]
    public void A_unit_is_told_of_a_deadline_until_it_has_reported_the_target(int? reported, bool open)
    {
        var item = Item([Indicator(1, 660, Sharing.LeadReports, deadline: July)], UnitRole.Lead, UnitRole.Assist);
        Total[] totals = reported is { } value ? [Total(1, 1, null, value)] : [];

        Assert.Equal(open ? ["区投促局 07-31"] : [], Unmet(item, totals));
    }

    [Fact]
    public void An_assisting_unit_does_not_answer_for_the_leads_figure() =>
        Assert.Empty(Unmet(Item([Indicator(1, 660, Sharing.LeadReports, deadline: July)], UnitRole.Lead, UnitRole.Assist), [], 2));

    [Fact]
    public void What_has_no_deadline_of_its_own_is_left_to_the_rounds() =>
        Assert.Empty(Unmet(Item([Indicator(1, 660, Sharing.PerUnit)], UnitRole.Member), []));

    [Fact]
    public void A_milestone_is_open_until_it_is_done_and_an_extension_puts_it_off()
    {
        var item = Item([], UnitRole.Lead) with { Deadline = July };
        var extended = new Extension { WorkItemId = 1, UnitId = 1, DueAt = At("2022-10-20 18:00"), LocksAt = At("2022-11-03 18:00"), Reason = "待批复", State = ExtensionState.Granted };

        Assert.Equal(["07-31"], Days(new Ledger { Book = new PlanBook { Plans = [Plan(item)], Units = Units } }));
        Assert.Equal(["10-20"], Days(new Ledger { Book = new PlanBook { Plans = [Plan(item)], Units = Units }, Extensions = [extended] }));
        Assert.Empty(Days(new Ledger { Book = new PlanBook { Plans = [Plan(item)], Units = Units }, Milestones = [new MilestoneStanding { MilestoneId = Office.Whole, UnitId = 1, Reported = MilestoneState.Done }] }));
    }

    static IEnumerable<string> Days(Ledger ledger) => ItemDeadline.Unmet(ledger, new HashSet<int> { 1 }, Midyear).Select(deadline => deadline.Day.ToString("MM-dd"));

    static IEnumerable<string> Unmet(WorkItem item, Total[] totals, int unit = 1) =>
        ItemDeadline.Unmet(new Ledger { Book = new PlanBook { Plans = [Plan(item)], Units = Units }, Totals = totals }, new HashSet<int> { unit }, Midyear).Select(deadline => $"{deadline.Unit.Name} {deadline.Day:MM-dd}");
}
