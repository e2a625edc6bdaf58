using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>A unit's part of a work item that is overdue for long, as somebody sees it who answers for the item or for the unit.</summary>
/// <param name="InCharge">True for whoever is in charge of the unit; false for the people of the item's lead unit.</param>
public sealed record LatePart(Plan Plan, Round Round, WorkItem Item, Unit Unit, bool InCharge)
{
    /// <summary>
    /// What a person is sent a copy of. Of an item that another unit leads, the people of that unit hear; of one that the late unit leads itself, or that nobody
    /// leads, whoever is in charge of the late unit. Nothing about the person's own reports: of those the reminder itself is.
    /// </summary>
    /// <param name="reports">All units' reports of the items concerned, in this round.</param>
    /// <param name="office">The office's calendar; the plan's own counts.</param>
    public static IReadOnlyList<LatePart> For(
        Person person, Round round, IReadOnlyCollection<Report> reports, Ledger ledger, WorkingCalendar office, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = zone.Today(now);
        var own = person.RemindedUnitsOn(today).ToHashSet();
        var charges = person.ChargesOn(today).ToHashSet();
        var plan = ledger.Plan(round.PlanId);
        var calendar = plan.Schedule.CalendarIn(office);
        return
        [
            .. from item in reports.GroupBy(report => report.WorkItemId)
               let leads = item.Where(report => report.Role == UnitRole.Lead).Select(report => report.UnitId).ToHashSet()
               from report in item
               where report.IsOpen && !own.Contains(report.UnitId) && IsLate(report)
               let isLed = leads.Any(lead => lead != report.UnitId)
               where isLed ? leads.Overlaps(own) : charges.Contains(report.UnitId)
               orderby ledger.Item(item.Key).Number, report.UnitId
               select new LatePart(plan, round, ledger.Item(item.Key), ledger.Unit(report.UnitId), !isLed),
        ];

        bool IsLate(Report report) => round.DueFor(report) is var due && due < now && calendar.WorkingDaysBetween(zone.Today(due), today) >= plan.Schedule.Cadence.CopiesFrom;
    }
}

/// <summary>What must be loaded of other units' reports to find the <see cref="LatePart"/>s of some people.</summary>
/// <param name="Led">Items whose open reports are needed, and their leads'.</param>
/// <param name="Charged">Items of which the leads' reports are needed.</param>
public sealed record LateNeeds(IReadOnlyList<int> Led, IReadOnlyList<int> Charged)
{
    /// <param name="ledger">With the records of these people's units.</param>
    /// <param name="rounds">The rounds that are copied now.</param>
    public static LateNeeds Of(Ledger ledger, IReadOnlyCollection<int> rounds)
    {
        var own = ledger.Rounds.Where(round => rounds.Contains(round.Id)).SelectMany(round => round.Reports).ToList();
        var charged = ledger.People.SelectMany(person => person.Memberships).Where(membership => membership.InCharge).Select(membership => membership.UnitId).ToHashSet();
        return new LateNeeds(
            [.. own.Where(report => report.Role == UnitRole.Lead).Select(report => report.WorkItemId).Distinct()],
            [.. own.Where(report => charged.Contains(report.UnitId)).Select(report => report.WorkItemId).Distinct()]);
    }
}
