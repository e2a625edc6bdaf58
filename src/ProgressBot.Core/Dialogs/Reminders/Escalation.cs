using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Reminders;

/// <summary>What is overdue for long the coordinators read along: one message per round and day, about everybody who is missing.</summary>
static class Escalation
{
    /// <param name="rounds">Rounds that are overdue for so long.</param>
    public static Changes Of(DialogBook book, ReminderView view, IEnumerable<int> rounds)
    {
        var all = Changes.None;
        foreach (var round in rounds.Select(view.Ledger.Round).Where(round => view.Ledger.Plan(round.PlanId).Schedule.Cadence.CopiesTo != CopyTo.Lead))
        {
            IReadOnlyList<int> missing = [.. view.Given.Owing.GetValueOrDefault(round.Id, []).Where(part => round.DueFor(part.UnitId, part.WorkItemId) < view.Now).Select(part => part.UnitId).Distinct().Order()];
            if (missing.Count == 0) continue;
            foreach (var coordinator in view.Ledger.Having(Roles.Coordinator).Where(person => !view.Given.EscalatedToday.Contains((round.Id, person.Id))))
                if (coordinator.Address is { } address) all = all.And(To(book, view, round, missing, coordinator, address));
        }
        return all;
    }

    static Changes To(DialogBook book, ReminderView view, Round round, IReadOnlyList<int> missing, Person coordinator, Address address)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"escalation:{coordinator.Id}:{round.Id}:{view.Today:yyyyMMdd}");
        var message = Message(book.Wording(coordinator.Locale), view, round, missing);
        return new([RowChange.Add(Record(view, round, missing, coordinator))], [new Letter(coordinator.Id, address, message, key, LetterKind.Reminder, ReminderRun.CopyAbout)]);
    }

    static Outgoing Message(Wording wording, ReminderView view, Round round, IReadOnlyList<int> missing)
    {
        var phrasing = new Phrasing(wording, view.Facts);
        var text = wording.Text("reminder.escalated", ("round", phrasing.Round(round)), ("left", phrasing.Left(round.DueAt, view.Ledger.Plan(round.PlanId))),
            ("count", missing.Count), ("units", phrasing.UnitNames([.. missing.Select(unit => view.Ledger.Unit(unit).Name)], 10)));
        return new Outgoing(text) { Buttons = [new Button(wording.Text("buttons.nudge_all")), new Button(wording.Text("buttons.status"))] };
    }

    static ReminderRecord Record(ReminderView view, Round round, IReadOnlyList<int> missing, Person coordinator) => new()
    {
        RoundId = round.Id,
        PersonId = coordinator.Id,
        Step = StepKind.Overdue,
        Offset = view.Facts.CalendarOf(view.Ledger.Plan(round.PlanId)).WorkingDaysBetween(view.Given.Zone.Today(round.DueAt), view.Today),
        PlannedAt = view.Now,
        At = view.Now,
        Outcome = ReminderOutcome.Escalated,
        CopiedUnits = missing,
    };
}
