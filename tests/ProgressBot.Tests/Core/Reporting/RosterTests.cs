using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using static ProgressBot.Tests.Core.Reporting.Office;

namespace ProgressBot.Tests.Core.Reporting;

public sealed class RosterTests
{
    static readonly Unit Group = Unit(4, "各部门", 1, 2, 3);
    static readonly Unit Everybody = Unit(5, "全区各单位", 4);
    static readonly DateOnly End = new(2022, 9, 30);

    [Fact]
    public void A_group_answers_through_its_members() =>
        Assert.Equal(["1 Member", "2 Member", "3 Member"], Of(End, Given(4, UnitRole.Lead)));

    [Fact]
    public void A_group_in_a_group_is_expanded_too() => Assert.Equal(["1 Member", "2 Member", "3 Member"], Of(End, Given(5, UnitRole.Lead)));

    [Fact]
    public void A_unit_that_is_named_and_in_a_named_group_stands_once_in_its_own_role() =>
        Assert.Equal(["2 Lead", "1 Member", "3 Member"], Of(End, Given(4, UnitRole.Assist), Given(2, UnitRole.Lead)));

    [Theory]
    [InlineData("2022-08-31", ""), InlineData("2022-09-01", "1 Lead"), InlineData("2022-09-30", "1 Lead"), InlineData("2022-10-01", "")]
    public void An_assignment_counts_from_its_first_to_its_last_day(string day, string expected)
    {
        var given = Given(1, UnitRole.Lead) with { From = new DateOnly(2022, 9, 1), Until = new DateOnly(2022, 9, 30) };

        Assert.Equal(expected, string.Join('|', Of(DateOnly.Parse(day), given)));
    }

    [Fact]
    public void Who_has_left_a_group_is_not_asked_any_more()
    {
        var group = Unit(6, "各街道") with
        {
            IsGroup = true,
            Members =
            [
                new() { GroupId = 6, UnitId = 1 },
                new() { GroupId = 6, UnitId = 2, Until = new DateOnly(2022, 6, 30) },
                new() { GroupId = 6, UnitId = 3, From = new DateOnly(2022, 7, 1) },
            ],
        };

        Assert.Equal([1, 2], Lines(new DateOnly(2022, 6, 30), group).Select(line => line.UnitId));
        Assert.Equal([1, 3], Lines(End, group).Select(line => line.UnitId));
    }

    [Fact]
    public void A_plan_is_gone_through_in_the_order_of_its_items()
    {
        var (first, second) = (Item([], UnitRole.Lead), Item([], UnitRole.Lead, UnitRole.Assist) with { Number = 2 });

        var lines = Roster.Of(Plan(second, first), Find, End).Select(line => (line.Item.Number, line.UnitId));

        Assert.Equal([(1, 1), (2, 1), (2, 2)], lines);
    }

    [Fact]
    public void A_round_opens_with_an_empty_report_per_line()
    {
        var item = Item([], UnitRole.Lead);

        var report = Roster.Report(Roster.Of(item, Find, End).Single(), 9);

        Assert.Equal((9, 1, 1, UnitRole.Lead, ReportState.Draft, true), (report.RoundId, report.WorkItemId, report.UnitId, report.Role, report.State, report.IsOpen));
    }

    [Fact]
    public void An_open_round_follows_the_plan_and_keeps_what_was_told()
    {
        static Unit AnyUnit(int id) => Unit(id, "某局");
        var item = Item([], UnitRole.Lead, UnitRole.Assist, UnitRole.Assist);
        var round = new Round { Id = 9, PeriodStart = new DateOnly(2022, 9, 1), PeriodEnd = End, Label = "9月", OpensAt = default, DueAt = default, LocksAt = default };
        var number = 0;
        round = Roster.Of(item, AnyUnit, End).Aggregate(round, (asked, line) => asked.Enlist(line, () => ++number));
        round = round.With(round.Reports[1].Submit(new ReportVersion { Receipt = "0901-001" }, default));

        var changed = item with { Assignments = [item.Assignments[0] with { Role = UnitRole.Assist }, Given(4, UnitRole.Lead)] };
        round = Roster.Follow(round, [.. Roster.Of(changed, AnyUnit, End)], "任务书已调整", () => ++number);

        Assert.Equal(
            [(1, UnitRole.Assist, ReportState.Draft), (2, UnitRole.Assist, ReportState.Submitted), (3, UnitRole.Assist, ReportState.Excused), (4, UnitRole.Lead, ReportState.Draft)],
            round.Reports.Select(report => (report.UnitId, report.Role, report.State)));
    }

    static IEnumerable<string> Of(DateOnly day, params Assignment[] given)
    {
        var item = Item([]) with { Assignments = given };
        return Roster.Of(item, Find, day).Select(line => $"{line.UnitId} {line.Role}");
    }

    static List<RosterLine> Lines(DateOnly day, Unit group)
    {
        var item = Item([]) with { Assignments = [Given(group.Id, UnitRole.Member)] };
        return [.. Roster.Of(item, id => id == group.Id ? group : Find(id), day)];
    }

    static Assignment Given(int unitId, UnitRole role) => new() { WorkItemId = 1, UnitId = unitId, Role = role };

    static Unit Find(int id) => id switch { 4 => Group, 5 => Everybody, _ => Units[id - 1] };
}
