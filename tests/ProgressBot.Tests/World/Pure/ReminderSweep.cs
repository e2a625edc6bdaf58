using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;

namespace ProgressBot.Tests.World.Pure;

/// <summary>One merged reminder for everybody who is due, and a copy to the coordinators of what is late for long.</summary>
sealed class ReminderSweep(Records records, DialogBook book, DateTimeOffset now, Action<Person, Outgoing> send)
{
    public void Run()
    {
        var due = records.Reminders.Where(reminder => reminder.NextAt <= now).ToList();
        var items = records.ItemReminders.Where(reminder => reminder.NextAt <= now).ToList();
        var people = records.People.Where(person => due.Concat(items).Any(reminder => reminder.PersonId == person.Id)).ToList();
        var facts = records.FactsAt(now, [.. people.SelectMany(person => person.Memberships).Select(membership => membership.UnitId).Distinct()]);
        var merged = ReminderMerge.PerPerson(due.Select(Due).Concat(items.Select(reminder => DueItem(facts, reminder))).OfType<DueReminder<PlannedReminder>>().ToList(), SentThisWeek);
        foreach (var held in merged.Held) Decide(held, ReminderOutcome.Capped);
        foreach (var reminder in merged.Send) Decide(reminder, Remind(facts, records.People.Single(person => person.Id == reminder.PersonId), [.. reminder.Parts.Select(part => part.What).Where(records.ItemReminders.Contains).Select(what => what.RoundId)], reminder.Parts.Any(part => records.Reminders.Contains(part.What))));
        Escalate(facts, merged.Send.Where(reminder => reminder.Copied));
    }

    // a snoozed reminder repeats the latest step that has passed
    DueReminder<PlannedReminder>? Due(PlannedReminder reminder)
    {
        var round = records.OpenRounds.FirstOrDefault(round => round.Id == reminder.RoundId);
        if (round is null)
        {
            reminder.NextAt = null;
            return null;
        }
        var person = records.People.Single(person => person.Id == reminder.PersonId);
        var steps = records.ScheduleOf(round).Steps(round.DatesFor(RoundReminder.OpenUnits(round, person, Records.Zone.Today(now))), RoundReminder.RecipientOf(person, Records.Zone));
        return Taken(reminder, steps);
    }

    DueReminder<PlannedReminder>? Taken(PlannedReminder reminder, IReadOnlyList<ReminderStep> steps)
    {
        var due = ReminderSchedule.LatestDue(steps, reminder.Handled, now);
        var planned = due.Send;
        foreach (var stale in due.Skipped) records.Decisions.Add(new ReminderDecision(reminder.RoundId, reminder.PersonId, stale.Kind, stale.Offset, now, ReminderOutcome.Stale));
        var step = planned ?? (reminder.Snoozed ? steps.LastOrDefault(step => step.At <= now) : null);
        reminder.Handled = planned?.At ?? reminder.Handled;
        (reminder.NextAt, reminder.Snoozed) = (steps.FirstOrDefault(next => next.At > now)?.At, false);
        return step is null ? null : new DueReminder<PlannedReminder>(reminder.PersonId, reminder, step);
    }

    int SentThisWeek(int personId)
    {
        var today = Records.Zone.Today(now);
        var monday = Records.Zone.Instant(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), TimeOnly.MinValue);
        return records.SentReminders.Count(sent => sent.PersonId == personId && sent.At >= monday);
    }

    void Decide(MergedReminder<PlannedReminder> reminder, ReminderOutcome outcome)
    {
        foreach (var part in reminder.Parts.Where(part => records.Reminders.Contains(part.What))) records.Decisions.Add(new ReminderDecision(part.What.RoundId, part.What.PersonId, part.Step.Kind, part.Step.Offset, now, outcome));
    }

    // of an item's reminder the round's place holds the item
    DueReminder<PlannedReminder>? DueItem(Facts facts, PlannedReminder reminder)
    {
        if (Deadlines(facts, records.People.Single(person => person.Id == reminder.PersonId)).FirstOrDefault(deadline => deadline.Item.Id == reminder.RoundId) is not { } first)
        {
            reminder.NextAt = null;
            return null;
        }
        var schedule = new ReminderSchedule(Cadence.OfItems with { At = first.Plan.Schedule.Cadence.At }, first.Plan.Schedule.CalendarIn(Records.Calendar), Records.Zone);
        return Taken(reminder, schedule.Steps(first.Day, first.Plan.End, RoundReminder.RecipientOf(records.People.Single(person => person.Id == reminder.PersonId), Records.Zone)));
    }

    static IReadOnlyList<ItemDeadline> Deadlines(Facts facts, Person person) => ItemDeadline.Unmet(facts.Ledger, person.RemindedUnitsOn(facts.Today).ToHashSet(), facts.Today);

    ReminderOutcome Remind(Facts facts, Person person, IReadOnlyList<int> items, bool aboutRounds)
    {
        var open = aboutRounds ? OpenTasks(facts, person) : [];
        var deadlines = Deadlines(facts, person).Where(deadline => items.Contains(deadline.Item.Id)).ToList();
        if (open.Count == 0 && deadlines.Count == 0) return ReminderOutcome.Answered;
        if (person.IsAway(facts.Today)) return ReminderOutcome.Away;
        var wording = book.Wording(person.Locale);
        records.SentReminders.Add((person.Id, now));
        records.Messages.Add(new SentMessage(person.Id, null, ListeningChannel.ChannelName, now, MessageState.Sent, null));
        send(person, Tasks.Reminder(wording, new Phrasing(wording, facts), open, deadlines));
        return ReminderOutcome.Sent;
    }

    static List<ReportTask> OpenTasks(Facts facts, Person person) =>
    [
        .. ReportTask.Of(facts.Ledger, person.RemindedUnitsOn(facts.Today).ToHashSet(), facts.Now)
            .Where(task => task.Report.IsOpen),
    ];

    // one copy per round and day, about everybody who is missing
    void Escalate(Facts facts, IEnumerable<MergedReminder<PlannedReminder>> late)
    {
        foreach (var round in late.SelectMany(reminder => reminder.Parts).Where(part => records.Reminders.Contains(part.What)).Select(part => part.What.RoundId).Distinct().Select(id => records.Rounds.Single(round => round.Id == id)))
        {
            var missing = round.Reports.Where(report => report.IsOpen && round.DueFor(report.UnitId) < now).Select(report => report.UnitId).Distinct().Order().Select(id => facts.Ledger.Unit(id).Name).ToList();
            if (missing.Count == 0 || !records.Escalations.Add((round.Id, facts.Today))) continue;
            foreach (var coordinator in facts.Ledger.Having(Roles.Coordinator)) send(coordinator, Copy(facts, coordinator, round, missing));
        }
    }

    Outgoing Copy(Facts facts, Person coordinator, Round round, List<string> units)
    {
        var wording = book.Wording(coordinator.Locale);
        var phrasing = new Phrasing(wording, facts);
        var text = wording.Text("reminder.escalated", ("round", round.Label), ("left", phrasing.Left(round.DueAt)), ("count", units.Count), ("units", phrasing.UnitNames(units, 10)));
        return new Outgoing(text) { Buttons = [new Button(wording.Text("buttons.nudge_all")), new Button(wording.Text("buttons.status"))] };
    }
}
