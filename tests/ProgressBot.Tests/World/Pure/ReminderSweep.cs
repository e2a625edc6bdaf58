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
        foreach (var reminder in merged.Send) Remind(facts, reminder, records.People.Single(person => person.Id == reminder.PersonId));
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
        var reports = person.RemindedUnitsOn(Records.Zone.Today(now)).Any(unit => round.Reports.Exists(report => report.UnitId == unit));
        return Taken(reminder, reports ? steps : [.. steps.Where(step => step.Copied)]);
    }

    DueReminder<PlannedReminder>? Taken(PlannedReminder reminder, IReadOnlyList<ReminderStep> steps)
    {
        var due = ReminderSchedule.LatestDue(steps, reminder.Handled, now);
        var planned = due.Send;
        foreach (var stale in due.Skipped) Decide(reminder, stale, ReminderOutcome.Stale, []);
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

    void Decide(MergedReminder<PlannedReminder> reminder, ReminderOutcome outcome, params IReadOnlyList<LatePart> copies)
    {
        foreach (var part in reminder.Parts)
            Decide(part.What, part.Step, outcome, [.. copies.Where(copy => IsRound(part.What) && copy.Round.Id == part.What.RoundId).Select(copy => copy.Unit.Id).Distinct().Order()]);
    }

    bool IsRound(PlannedReminder reminder) => records.Reminders.Contains(reminder);

    void Decide(PlannedReminder reminder, ReminderStep step, ReminderOutcome outcome, IReadOnlyList<int> copied) => records.Decisions.Add(
        new ReminderDecision(IsRound(reminder) ? reminder.RoundId : null, IsRound(reminder) ? null : reminder.RoundId, reminder.PersonId, step.Kind, step.Offset, now, outcome, copied));

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

    void Remind(Facts facts, MergedReminder<PlannedReminder> reminder, Person person)
    {
        var items = reminder.Parts.Select(part => part.What).Where(what => !IsRound(what)).Select(what => what.RoundId).ToList();
        var open = reminder.Parts.Any(part => IsRound(part.What)) ? OpenTasks(facts, person) : [];
        var deadlines = Deadlines(facts, person).Where(deadline => items.Contains(deadline.Item.Id)).ToList();
        var copies = reminder.Parts.Where(part => part.Step.Copied && IsRound(part.What)).SelectMany(part => CopiesOf(facts, person, part.What.RoundId)).ToList();
        var owes = open.Count > 0 || deadlines.Count > 0;
        var outcome = !owes && copies.Count == 0 ? ReminderOutcome.Answered : person.IsAway(facts.Today) ? ReminderOutcome.Away : owes ? ReminderOutcome.Sent : ReminderOutcome.Copied;
        Decide(reminder, outcome, copies);
        if (outcome is ReminderOutcome.Sent or ReminderOutcome.Copied) Send(facts, person, open, deadlines, copies);
    }

    List<LatePart> CopiesOf(Facts facts, Person person, int roundId)
    {
        var round = records.Rounds.Single(round => round.Id == roundId);
        if (facts.Ledger.Plan(round.PlanId).Schedule.Cadence.CopiesTo == CopyTo.Coordinator) return [];
        return [.. LatePart.For(person, round, round.Reports, facts.Ledger, facts.Calendar, facts.Zone, now)];
    }

    void Send(Facts facts, Person person, List<ReportTask> open, List<ItemDeadline> deadlines, List<LatePart> copies)
    {
        var wording = book.Wording(person.Locale);
        records.SentReminders.Add((person.Id, now));
        records.Messages.Add(new SentMessage(person.Id, MessageKind.Reminder, null, ListeningChannel.ChannelName, now, MessageState.Sent, null));
        send(person, Tasks.Reminder(wording, new Phrasing(wording, facts), open, deadlines, copies));
    }

    static List<ReportTask> OpenTasks(Facts facts, Person person) =>
    [
        .. ReportTask.Of(facts.Ledger, person.RemindedUnitsOn(facts.Today).ToHashSet(), facts.Now)
            .Where(task => task.Report.IsOpen),
    ];

    // one copy per round and day, about everybody who is missing
    void Escalate(Facts facts, IEnumerable<MergedReminder<PlannedReminder>> late)
    {
        foreach (var round in late.SelectMany(reminder => reminder.Parts).Where(part => records.Reminders.Contains(part.What)).Select(part => part.What.RoundId).Distinct().Select(id => records.Rounds.Single(round => round.Id == id)).Where(round => facts.Ledger.Plan(round.PlanId).Schedule.Cadence.CopiesTo != CopyTo.Lead))
        {
            var missing = round.Reports.Where(report => report.IsOpen && round.DueFor(report.UnitId) < now).Select(report => report.UnitId).Distinct().Order().ToList();
            if (missing.Count == 0 || !records.Escalations.Add((round.Id, facts.Today))) continue;
            foreach (var coordinator in facts.Ledger.Having(Roles.Coordinator)) Copy(facts, coordinator, round, missing);
        }
    }

    void Copy(Facts facts, Person coordinator, Round round, List<int> units)
    {
        var wording = book.Wording(coordinator.Locale);
        var phrasing = new Phrasing(wording, facts);
        var text = wording.Text("reminder.escalated", ("round", phrasing.Round(round)), ("left", phrasing.Left(round.DueAt, facts.Ledger.Plan(round.PlanId))), ("count", units.Count), ("units", phrasing.UnitNames([.. units.Select(id => facts.Ledger.Unit(id).Name)], 10)));
        records.Messages.Add(new SentMessage(coordinator.Id, MessageKind.Copy, null, ListeningChannel.ChannelName, now, MessageState.Sent, null));
        records.Decisions.Add(new ReminderDecision(round.Id, null, coordinator.Id, StepKind.Overdue, 0, now, ReminderOutcome.Escalated, units));
        send(coordinator, new Outgoing(text) { Buttons = [new Button(wording.Text("buttons.nudge_all")), new Button(wording.Text("buttons.status"))] });
    }
}
