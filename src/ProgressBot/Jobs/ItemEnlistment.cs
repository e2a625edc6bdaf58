using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Jobs;

/// <summary>Puts whoever answers for a work item with a deadline of its own on the list, from shortly before its first reminder on. What was overdue before the plan came into force reminds nobody.</summary>
static class ItemEnlistment
{
    /// <summary>True when somebody was added.</summary>
    public static async Task<bool> EnlistAsync(BotDb db, PlanBook known, WorkingCalendar calendar, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = zone.Today(now);
        var soon = calendar.AddWorkingDays(today, 2 - Cadence.OfItems.Offsets[0]);
        var ledger = new Ledger { Book = known, Extensions = await db.Set<Extension>().AsNoTracking().Where(extension => extension.State == ExtensionState.Granted).ToListAsync() };
        var due = (from plan in known.Plans
                   from item in plan.Items
                   where ItemDeadline.HasDeadline(item) && ItemDeadline.Days(ledger, plan, item).Any(day => day >= today && day <= soon)
                   select item).ToList();
        var added = false;
        foreach (var item in due) added |= await EnlistAsync(db, item, [.. Roster.Of(item, ledger.Unit, today).Select(line => line.UnitId)], today, now);
        return added;
    }

    static async Task<bool> EnlistAsync(BotDb db, WorkItem item, List<int> units, DateOnly today, DateTimeOffset now)
    {
        var missing = await db.Set<Membership>()
            .Where(membership => units.Contains(membership.UnitId) && !membership.Quiet && (membership.From == null || membership.From <= today) && (membership.Until == null || membership.Until >= today))
            .Where(membership => !db.Set<ItemReminder>().Any(reminder => reminder.WorkItemId == item.Id && reminder.PersonId == membership.PersonId))
            .Select(membership => membership.PersonId).Distinct().ToListAsync();
        // whoever is added is not reminded of steps that have passed; the sweep finds the next one
        db.AddRange(missing.Select(person => new ItemReminder { WorkItemId = item.Id, PersonId = person, NextAt = now, Handled = now }));
        return missing.Count > 0;
    }
}
