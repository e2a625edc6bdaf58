using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>Planned reminders, when what they are computed from has changed. What somebody snoozed, or is due already, stays.</summary>
static class ReminderDecisions
{
    /// <summary>稍后: the next reminder of these rounds comes at the time that was picked, instead of by the cadence.</summary>
    public static Changes Of(RecordFacts facts, ReminderSnoozed snoozed) => Changes.Of(
    [
        .. facts.Reminders.Where(row => row.PersonId == facts.Speaker!.Id && snoozed.RoundIds.Contains(row.RoundId))
            .Select(row => RowChange.Change(row with { NextAt = snoozed.Until, Snoozed = true, Handled = row.Handled ?? facts.Now })),
    ]);

    /// <summary>One numbered record per unit.</summary>
    public static Changes Of(RecordFacts facts, UnitsNudged nudged) => Changes.Of(
    [
        .. nudged.UnitIds.Select(unit => RowChange.Add(new Nudge
        {
            Id = facts.Numbers.Next<Nudge>(), Number = nudged.Number, RoundId = nudged.RoundId, UnitId = unit, Matter = nudged.Matter, DueAt = nudged.DueAt,
            By = facts.Speaker!.Id, At = facts.Now,
        })),
    ]);

    public static Changes Of(RecordFacts facts, TimeZoneChosen chosen)
    {
        var settled = PeopleDecisions.Speaker(facts, person => person with { TimeZone = chosen.TimeZone });
        var after = facts.After(settled);
        return settled.And(Changes.Of([.. after.Ledger.Rounds.SelectMany(round => Moved(after, round, [after.Speaker!.Id]))]));
    }

    /// <summary>转交: the speaker's units go to somebody else, who is reminded of the open rounds from the next step on.</summary>
    public static Changes Of(RecordFacts facts, HandedOver handed)
    {
        var left = PeopleDecisions.Speaker(facts, person => handed.UnitIds.Aggregate(person, (still, unit) => still.Leave(unit, handed.From.AddDays(-1))));
        var after = facts.After(left);
        var joined = PeopleDecisions.Changed(after, handed.ToPersonId, person => handed.UnitIds.Aggregate(person, (with, unit) => with.Join(unit, handed.From, null)));
        after = after.After(joined);
        var rounds = after.Ledger.Rounds.Where(round => round.State is RoundState.Open or RoundState.Paused && round.Reports.Any(report => handed.UnitIds.Contains(report.UnitId)));
        return left.And(joined).And(Changes.Of([.. rounds.Select(round => Enlisted(after, round, handed.ToPersonId))]));
    }

    /// <summary>Plans the reminders of a round anew, for some people or for all.</summary>
    public static IEnumerable<RowChange> Moved(RecordFacts facts, Round round, IReadOnlyCollection<int>? people = null) => facts.Reminders
        .Where(row => row.RoundId == round.Id && !row.Snoozed && (row.NextAt is null || row.NextAt > facts.Now) && (people is null || people.Contains(row.PersonId)))
        .Select(row => RowChange.Change(row with { NextAt = NextStep(facts, round, row.PersonId) }));

    /// <summary>Nobody is reminded of a round any more.</summary>
    public static IEnumerable<RowChange> Silenced(RecordFacts facts, int roundId) =>
        facts.Reminders.Where(row => row.RoundId == roundId).Select(row => RowChange.Change(row with { NextAt = null, Snoozed = false }));

    static RowChange Enlisted(RecordFacts facts, Round round, int person)
    {
        var known = facts.Reminders.FirstOrDefault(row => row.RoundId == round.Id && row.PersonId == person) ?? new RoundReminder { RoundId = round.Id, PersonId = person, Handled = facts.Now };
        return RowChange.Put(known.Snoozed || known.NextAt <= facts.Now ? known : known with { NextAt = NextStep(facts, round, person) });
    }

    static DateTimeOffset? NextStep(RecordFacts facts, Round round, int personId)
    {
        if (facts.PersonWith(personId) is not { } person) return null;
        var schedule = facts.Ledger.Plan(round.PlanId).Schedule.Reminders(facts.Calendar, facts.Zone);
        return schedule.NextStep(round.DatesFor(round.OpenReports(person, facts.Today)), facts.Now, PlannedReminder.RecipientOf(person, facts.Zone))?.At;
    }
}
