using System.Globalization;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Reminders;

/// <summary>A row that was due, and what it comes to.</summary>
/// <param name="Row">As it is afterwards.</param>
/// <param name="At">The due time at which it was taken.</param>
/// <param name="Step">What is to be said; null for nothing.</param>
/// <param name="Stale">Steps that were due, too, and would only repeat it.</param>
sealed record TakenReminder(PlannedReminder Row, DateTimeOffset At, ReminderStep? Step, IReadOnlyList<ReminderStep> Stale)
{
    /// <summary>All rows that are due, moved on.</summary>
    public static IReadOnlyList<TakenReminder> All(ReminderView view) => [.. view.Given.Rounds.Select(row => Of(view, row)), .. view.Given.Items.Select(row => Of(view, row))];

    /// <summary>What it is about: a round by its number, a work item by item and number.</summary>
    public string Subject => Row switch
    {
        RoundReminder round => round.RoundId.ToString(CultureInfo.InvariantCulture),
        ItemReminder item => "item" + item.WorkItemId.ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"no subject of {Row.GetType().Name}"),
    };

    /// <summary>What became of one of its steps.</summary>
    /// <param name="units">Of which a copy was sent.</param>
    public ReminderRecord Record(ReminderStep step, ReminderOutcome outcome, DateTimeOffset now, IReadOnlyList<int> units) => new()
    {
        RoundId = (Row as RoundReminder)?.RoundId,
        WorkItemId = (Row as ItemReminder)?.WorkItemId,
        PersonId = Row.PersonId,
        Step = step.Kind,
        Offset = step.Offset,
        PlannedAt = step.At,
        At = now,
        Outcome = outcome,
        CopiedUnits = units,
    };

    static TakenReminder Of(ReminderView view, RoundReminder row)
    {
        if (view.Ledger.Rounds.FirstOrDefault(round => round.Id == row.RoundId) is not { State: RoundState.Open } round) return Over(row);
        var person = view.Person(row.PersonId);
        var dates = round.DatesFor(person is null ? [] : round.OpenReports(person, view.Today));
        var steps = view.ScheduleOf(view.Ledger.Plan(round.PlanId)).Steps(dates, view.RecipientOf(row.PersonId));
        // whoever is only in charge hears of nothing but what is overdue for long
        var reports = person is null || person.RemindedUnitsOn(view.Today).Any(unit => round.Reports.Any(report => report.UnitId == unit));
        return Of(view, row, [.. steps.Select(step => new Said(step, reports || step.Copied))]);
    }

    // an item may have several days, one for each number; of those that are met nothing is said
    static TakenReminder Of(ReminderView view, ItemReminder row)
    {
        var unmet = view.Deadlines(row.PersonId).Where(deadline => deadline.Item.Id == row.WorkItemId).Select(deadline => deadline.Day).ToHashSet();
        var steps =
            from plan in view.Ledger.Plans
            from item in plan.Items
            where item.Id == row.WorkItemId
            from day in ItemDeadline.Days(view.Ledger, plan, item)
            from step in view.ItemScheduleOf(plan).Steps(day, plan.End, view.RecipientOf(row.PersonId))
            group new Said(step, unmet.Contains(day)) by step.At into same
            orderby same.Key
            select same.FirstOrDefault(said => said.Aloud) ?? same.First();
        return Of(view, row, [.. steps]);
    }

    /// <summary>A step, and whether there is anything to say at it. The row moves over silent ones, too: what is settled may be open again by the next.</summary>
    sealed record Said(ReminderStep Step, bool Aloud);

    static TakenReminder Over(PlannedReminder row) => new(row with { NextAt = null, Snoozed = false }, row.NextAt!.Value, null, []);

    // the latest step decides; one that was put off repeats the last that has passed
    static TakenReminder Of(ReminderView view, PlannedReminder row, IReadOnlyList<Said> steps)
    {
        var due = ReminderSchedule.LatestDue([.. steps.Select(said => said.Step)], row.Handled, view.Now);
        var aloud = steps.Where(said => said.Aloud).Select(said => said.Step).ToList();
        var step = due.Send is { } latest ? aloud.Find(each => each == latest) : row.Snoozed ? aloud.LastOrDefault(each => each.At <= view.Now) : null;
        var moved = row with { Handled = due.Send?.At ?? row.Handled, NextAt = steps.FirstOrDefault(next => next.Step.At > view.Now)?.Step.At, Snoozed = false };
        return new TakenReminder(moved, row.NextAt!.Value, step, [.. due.Skipped.Where(aloud.Contains)]);
    }
}
