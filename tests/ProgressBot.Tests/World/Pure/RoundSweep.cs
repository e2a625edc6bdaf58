using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.World.Pure;

/// <summary>Opens rounds with a frozen roster, closes them when they lock, and puts everybody who reports in them on the list of reminders.</summary>
sealed class RoundSweep(Records records)
{
    public void Run(DateTimeOffset now)
    {
        foreach (var plan in records.Plans.Where(plan => plan.State == PlanState.Active)) Open(plan, now);
        foreach (var round in records.OpenRounds.Where(round => round.EndsAt <= now).ToList())
            round.State = RoundState.Closed;
        Enlist(now);
        EnlistItems(now);
    }

    void EnlistItems(DateTimeOffset now)
    {
        var facts = records.FactsAt(now, null);
        var soon = Records.Calendar.AddWorkingDays(facts.Today, 12);
        var missing =
            from plan in facts.Ledger.Plans
            from item in plan.Items
            where ItemDeadline.Days(facts.Ledger, plan, item).Any(day => day >= facts.Today && day <= soon)
            from person in records.People
            where Roster.Of(item, facts.Ledger.Unit, facts.Today).Any(line => person.RemindedUnitsOn(facts.Today).Contains(line.UnitId))
            where !records.ItemReminders.Any(reminder => reminder.RoundId == item.Id && reminder.PersonId == person.Id)
            select new PlannedReminder(item.Id, person.Id, now) { Handled = now };
        records.ItemReminders.AddRange(missing.ToList());
    }

    void Open(Plan plan, DateTimeOffset now)
    {
        var missing = plan.RoundSchedule().Rounds(plan.Schedule.CalendarIn(Records.Calendar))
            .Where(dates => dates.OpensAt <= now && now < dates.LocksAt && dates.DueAt > plan.ActivatedAt)
            .Where(dates => !records.Rounds.Any(round => round.PlanId == plan.Id && round.PeriodStart == dates.PeriodStart))
            .ToList();
        foreach (var dates in missing) Open(plan, dates);
    }

    void Open(Plan plan, RoundDates dates)
    {
        var round = new Round
        {
            Id = records.Rounds.Count + 1,
            PlanId = plan.Id,
            PeriodStart = dates.PeriodStart,
            PeriodEnd = dates.PeriodEnd,
            Label = dates.Label,
            OpensAt = dates.OpensAt,
            DueAt = dates.DueAt,
            LocksAt = dates.LocksAt,
        };
        var given = records.Rounds.Sum(earlier => earlier.Reports.Count);
        round.Reports.AddRange(Roster.Of(plan, id => records.Units.Single(unit => unit.Id == id), dates.PeriodEnd).Select(line => Roster.Report(line, round.Id)));
        foreach (var report in round.Reports) report.Id = ++given;
        records.Rounds.Add(round);
    }

    void Enlist(DateTimeOffset now)
    {
        var missing =
            from round in records.OpenRounds
            from person in records.People
            where round.Reports.Any(report => report.State != ReportState.Excused && person.RemindedUnitsOn(Records.Zone.Today(now)).Concat(person.ChargesOn(Records.Zone.Today(now))).Contains(report.UnitId))
            where !records.Reminders.Any(reminder => reminder.RoundId == round.Id && reminder.PersonId == person.Id)
            select new PlannedReminder(round.Id, person.Id, records.ScheduleOf(round).Waking(now, new Recipient(person.Id, Records.Zone)));
        records.Reminders.AddRange(missing.ToList());
    }
}
