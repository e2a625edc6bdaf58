namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>Rounds that are stopped, put off or called off in their middle, and units that come and go.</summary>
static class RoundDecisions
{
    public static Changes Of(RecordFacts facts, RoundPaused paused) =>
        Changed(facts, paused.RoundId, round => round.Pause(facts.Now)).And(Changes.Of([.. ReminderDecisions.Silenced(facts, paused.RoundId)]));

    public static Changes Of(RecordFacts facts, RoundResumed resumed)
    {
        var changed = Changed(facts, resumed.RoundId, round => round.Resume(resumed.DueAt, resumed.LocksAt));
        var after = facts.After(changed);
        return changed.And(Changes.Of([.. ReminderDecisions.Moved(after, after.Ledger.Round(resumed.RoundId))]));
    }

    /// <summary>What waited for review is taken back with the round.</summary>
    public static Changes Of(RecordFacts facts, RoundCancelled cancelled)
    {
        var (before, after) = (facts.Ledger.Round(cancelled.RoundId), facts.Ledger.Round(cancelled.RoundId).Cancel());
        var reports = before.Reports.Zip(after.Reports).Where(pair => !ReferenceEquals(pair.First, pair.Second)).ToList();
        return Changes.Of([.. Rows.Replaced(before, after), .. ReminderDecisions.Silenced(facts, before.Id), .. Recounting.After(facts, reports)]);
    }

    /// <summary>结束任务书: the plan and its rounds close; everything they hold stays.</summary>
    public static Changes Of(RecordFacts facts, PlanClosed closed)
    {
        var plan = facts.Ledger.Plan(closed.PlanId);
        var rounds = facts.Ledger.Rounds.Where(round => round.PlanId == plan.Id && round.State is RoundState.Open or RoundState.Paused);
        return Changes.Of([.. rounds.SelectMany(round => Rows.Replaced(round, round with { State = RoundState.Closed })), .. Rows.Replaced(plan, plan with { State = Plans.PlanState.Closed })]);
    }

    public static Changes Of(RecordFacts facts, ExtensionAsked asked)
    {
        var extension = new Extension
        {
            Id = facts.Numbers.Next<Extension>(), RoundId = asked.RoundId, UnitId = asked.UnitId, WorkItemId = asked.WorkItemId, DueAt = asked.DueAt, LocksAt = asked.LocksAt,
            Reason = asked.Reason, By = facts.Speaker!.Id, At = facts.Now,
        };
        return Changed(facts, asked.RoundId, round => round with { Extensions = [.. round.Extensions, extension] });
    }

    /// <summary>A granted extension moves the reminders of the unit's reporters.</summary>
    public static Changes Of(RecordFacts facts, ExtensionDecided decided)
    {
        var asked = facts.Ledger.Round(decided.RoundId).Extensions.Single(extension => extension.Id == decided.ExtensionId);
        var answered = asked.Decide(decided.Granted, facts.Speaker!.Id, facts.Now);
        var changed = Changed(facts, decided.RoundId, round => round with { Extensions = [.. round.Extensions.Select(extension => extension.Id == asked.Id ? answered : extension)] });
        if (!decided.Granted) return changed;
        var after = facts.After(changed);
        var people = after.Ledger.ReportersOf(asked.UnitId, facts.Today).Select(person => person.Id).ToList();
        return changed.And(Changes.Of([.. ReminderDecisions.Moved(after, after.Ledger.Round(decided.RoundId), people)]));
    }

    static Changes Changed(RecordFacts facts, int roundId, Func<Round, Round> change)
    {
        var round = facts.Ledger.Round(roundId);
        return Changes.Of([.. Rows.Replaced(round, change(round))]);
    }
}
