using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>
/// Puts everybody who reports on the list of those who are reminded: of open rounds, whoever joins later included, and of work items with a deadline of their
/// own, from shortly before the first reminder on. What was overdue before the plan came into force reminds nobody. Each row stands for itself: they may be
/// written in pieces.
/// </summary>
public static class Enlistment
{
    public static Changes Of(EnlistmentFacts facts) => Changes.Of([.. OfRounds(facts), .. OfItems(facts)]);

    // whoever is in charge is on the list, too, for what is overdue for long; nobody is told in the night
    static IEnumerable<RowChange> OfRounds(EnlistmentFacts facts)
    {
        var schedules = facts.Book.Plans.ToDictionary(plan => plan.Id, plan => plan.Schedule.Reminders(facts.Calendar, facts.Zone));
        var members = facts.Memberships.Where(membership => membership.IsIn(facts.Today) && (!membership.Quiet || membership.InCharge))
            .ToLookup(membership => membership.UnitId, membership => membership.PersonId);
        return
            from place in (from asked in facts.Asked
                           where asked.State != ReportState.Excused && schedules.ContainsKey(asked.PlanId)
                           from person in members[asked.UnitId]
                           where !facts.OfRounds.Contains((asked.RoundId, person))
                           select (asked.PlanId, asked.RoundId, Person: person)).Distinct()
            let next = schedules[place.PlanId].Waking(facts.Now, new Recipient(place.Person, facts.Zone))
            select RowChange.Ensure(new RoundReminder { RoundId = place.RoundId, PersonId = place.Person, NextAt = next });
    }

    // whoever is added is not reminded of steps that have passed; the next run finds the next one
    static IEnumerable<RowChange> OfItems(EnlistmentFacts facts)
    {
        var members = facts.Memberships.Where(membership => membership.IsIn(facts.Today) && !membership.Quiet).ToLookup(membership => membership.UnitId, membership => membership.PersonId);
        return
            from item in Approaching(facts)
            from person in Roster.Of(item, facts.Book.Unit, facts.Today).SelectMany(line => members[line.UnitId]).Distinct()
            where !facts.OfItems.Contains((item.Id, person))
            select RowChange.Ensure(new ItemReminder { WorkItemId = item.Id, PersonId = person, NextAt = facts.Now, Handled = facts.Now });
    }

    static IEnumerable<WorkItem> Approaching(EnlistmentFacts facts)
    {
        var ledger = new Ledger { Book = facts.Book, Extensions = facts.Extensions };
        var soon = facts.Calendar.AddWorkingDays(facts.Today, 2 - Cadence.OfItems.Offsets[0]);
        return
            from plan in facts.Book.Plans
            from item in plan.Items
            where ItemDeadline.HasDeadline(item) && ItemDeadline.Days(ledger, plan, item).Any(day => day >= facts.Today && day <= soon)
            select item;
    }
}
