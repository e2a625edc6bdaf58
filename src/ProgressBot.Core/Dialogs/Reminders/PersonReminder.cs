using System.Globalization;
using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Reminders;

/// <summary>The one message to somebody about everything that is due, or why there is none.</summary>
sealed record PersonReminder(
    MergedReminder<TakenReminder> Merged, IReadOnlyList<ReportTask> Open, IReadOnlyList<ItemDeadline> Deadlines, IReadOnlyList<LatePart> Copies, ReminderOutcome Outcome)
{
    public static PersonReminder Of(ReminderView view, MergedReminder<TakenReminder> merged)
    {
        if (view.Person(merged.PersonId) is not { } person) return new PersonReminder(merged, [], [], [], ReminderOutcome.Answered);
        var items = Rows(merged).OfType<ItemReminder>().Select(row => row.WorkItemId).ToHashSet();
        // a deadline by itself does not repeat the round's message
        var open = Rows(merged).OfType<RoundReminder>().Any() ? view.OpenTasks(person) : [];
        IReadOnlyList<ItemDeadline> deadlines = items.Count == 0 ? [] : [.. view.Deadlines(person.Id).Where(deadline => items.Contains(deadline.Item.Id))];
        IReadOnlyList<LatePart> copies = [.. CopiedRounds(merged).SelectMany(round => CopiesOf(view, person, view.Ledger.Round(round)))];
        var owes = open.Count + deadlines.Count > 0;
        var outcome = !owes && copies.Count == 0 ? ReminderOutcome.Answered
            : person.IsAway(view.Today) ? ReminderOutcome.Away
            : person.Address is null ? ReminderOutcome.NoAddress
            : owes ? ReminderOutcome.Sent : ReminderOutcome.Copied;
        return new PersonReminder(merged, open, deadlines, copies, outcome);
    }

    /// <summary>The rounds that are overdue for so long that others get a copy.</summary>
    public static IEnumerable<int> CopiedRounds(MergedReminder<TakenReminder> merged) =>
        merged.Parts.Where(part => part.Step.Copied).Select(part => part.What.Row).OfType<RoundReminder>().Select(row => row.RoundId);

    /// <summary>What became of it, part by part, and the message.</summary>
    public Changes Changes(DialogBook book, ReminderView view) => new(
        [.. Merged.Parts.Select(part => RowChange.Add(part.What.Record(part.Step, Outcome, view.Now, CopiedUnits(part.What.Row))))],
        Outcome is ReminderOutcome.Sent or ReminderOutcome.Copied ? [Letter(book, view, view.Person(Merged.PersonId)!)] : []);

    IReadOnlyList<int> CopiedUnits(PlannedReminder row) =>
        row is RoundReminder round ? [.. Copies.Where(copy => copy.Round.Id == round.RoundId).Select(copy => copy.Unit.Id).Distinct().Order()] : [];

    // the key is built from what caused it, so that the same step cannot be written twice
    Letter Letter(DialogBook book, ReminderView view, Person person)
    {
        var wording = book.Wording(person.Locale);
        var message = Tasks.Reminder(wording, new Phrasing(wording, view.Facts), Open, Deadlines, Copies);
        var cause = string.Join(',', Merged.Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.What.Subject}@{part.What.At.UtcTicks}")));
        var key = string.Create(CultureInfo.InvariantCulture, $"reminder:{person.Id}:{cause}");
        return new Letter(person.Id, person.Address!, message, key, LetterKind.Reminder, string.Join(',', Merged.Parts.Select(part => part.What.Subject)));
    }

    static IEnumerable<PlannedReminder> Rows(MergedReminder<TakenReminder> merged) => merged.Parts.Select(part => part.What.Row);

    static IReadOnlyList<LatePart> CopiesOf(ReminderView view, Person person, Round round) =>
        view.Ledger.Plan(round.PlanId).Schedule.Cadence.CopiesTo == CopyTo.Coordinator
            ? []
            : LatePart.For(person, round, view.ReportsOf(round), view.Ledger, view.Given.Calendar, view.Given.Zone, view.Now);
}
