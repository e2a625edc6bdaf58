using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;
using static ProgressBot.Tests.Core.Reminding.SmallOffice;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class RoundOpeningTests
{
    static readonly Unit[] Units = [Unit(1), Unit(2)];

    [Theory]
    // six working days before the last of September, until ten after it; the holidays of October lie between
    [InlineData("2022-09-14 17:59", "8月"), InlineData("2022-09-22 07:59", ""), InlineData("2022-09-22 08:00", "9月"), InlineData("2022-10-19 17:59", "9月"), InlineData("2022-10-19 18:00", "")]
    public void A_round_begins_when_it_opens_and_not_once_it_has_locked(string now, string labels)
    {
        Assert.Equal(labels, string.Join(' ', Opened(Plan(1, [1, 2]), now).Select(round => round.Label)));
    }

    [Fact]
    public void Its_roster_is_whole_and_numbered_and_every_report_belongs_to_it()
    {
        var rows = RoundOpening.Of(new PlanBook { Plans = [Plan(1, [1, 2], [2])], Units = Units }, new HashSet<(int, DateOnly)>(), WorkingCalendar.China, At("2022-09-28 09:00"), Numbers()).Rows;

        var round = Assert.IsType<Round>(Assert.Single(rows, row => row.Row is Round).Row);
        var reports = rows.Select(row => row.Row).OfType<Report>().ToList();
        Assert.Equal([(100, 1, UnitRole.Lead), (100, 2, UnitRole.Assist), (101, 2, UnitRole.Lead)], reports.Select(report => (report.WorkItemId, report.UnitId, report.Role)));
        Assert.All(reports, report => Assert.Equal((round.Id, ReportState.Draft), (report.RoundId, report.State)));
        Assert.Equal(3, reports.Select(report => report.Id).Where(id => id > 0).Distinct().Count());
        Assert.All(rows, row => Assert.Equal(RowAction.Add, row.Action));
    }

    [Fact]
    public void What_was_due_before_the_plan_came_into_force_is_not_opened()
    {
        Assert.Empty(Opened(Plan(1, [1]) with { ActivatedAt = At("2022-09-30 18:01") }, "2022-10-09 09:00"));
        Assert.Single(Opened(Plan(1, [1]) with { ActivatedAt = At("2022-09-30 17:59") }, "2022-10-09 09:00"));
    }

    [Fact]
    public void One_that_has_begun_does_not_begin_again_whatever_became_of_it()
    {
        var begun = new HashSet<(int, DateOnly)> { (1, new DateOnly(2022, 9, 1)) };
        var book = new PlanBook { Plans = [Plan(1, [1]), Plan(2, [1])], Units = Units };

        var opened = RoundOpening.Of(book, begun, WorkingCalendar.China, At("2022-09-28 09:00"), Numbers()).Rows.Select(row => row.Row).OfType<Round>();

        Assert.Equal([2], opened.Select(round => round.PlanId));
    }

    [Theory]
    [InlineData("2022-10-19 17:59", false), InlineData("2022-10-19 18:00", true)]
    public void A_round_closes_when_it_locks_and_keeps_its_reports(string now, bool closes)
    {
        var round = Assert.Single(Opened(Plan(1, [1, 2]), "2022-09-28 09:00"));

        var closed = RoundOpening.Closing([round], At(now)).Rows;

        Assert.Equal(closes ? [(RowAction.Change, RoundState.Closed, 2)] : [], closed.Select(row => (row.Action, ((Round)row.Row).State, ((Round)row.Row).Reports.Count)));
    }

    [Fact]
    public void More_time_for_one_unit_keeps_it_open_and_a_round_that_is_paused_stays_as_it_is()
    {
        var round = Assert.Single(Opened(Plan(1, [1, 2]), "2022-09-28 09:00"));
        var extension = new Extension { UnitId = 2, DueAt = At("2022-10-25 18:00"), LocksAt = At("2022-11-01 18:00"), Reason = "待批复", State = ExtensionState.Granted };

        Assert.Empty(RoundOpening.Closing([round with { Extensions = [extension] }, round with { State = RoundState.Paused }], At("2022-10-30 08:00")).Rows);
        Assert.Single(RoundOpening.Closing([round with { Extensions = [extension] }], At("2022-11-01 18:00")).Rows);
    }

    static IEnumerable<Round> Opened(Plan plan, string now) => RoundOpening.Of(
        new PlanBook { Plans = [plan], Units = Units }, new HashSet<(int, DateOnly)>(), WorkingCalendar.China, At(now), Numbers()).Rows.Select(row => row.Row).OfType<Round>();

    static RowNumbers Numbers()
    {
        var next = 1;
        return new RowNumbers(_ => next++);
    }
}
