using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>Documents that become plans, a plan's own words, its schedule and its digests.</summary>
public static class PlanDecisions
{
    /// <summary>Keeps what a document was read as, until the coordinator has decided.</summary>
    public static Changes Of(RecordFacts facts, PlanOffered offered) => facts.Reading is null ? Changes.None : Changes.Of(RowChange.Ensure(facts.Reading with
    {
        By = facts.Speaker!.Id, At = facts.Now, PlanId = offered.Revises, State = offered.Revises is null ? ReadingState.Offered : ReadingState.Proposed,
    }));

    /// <summary>Makes a draft plan of a document that was read before.</summary>
    public static Changes Of(RecordFacts facts, PlanImported imported)
    {
        var reading = facts.Reading ?? throw new InvalidOperationException($"no reading {imported.Key}");
        return Adopted(facts, reading, imported.PlanId).And(Changes.Of(RowChange.Change(reading with { PlanId = imported.PlanId, State = ReadingState.Taken })));
    }

    /// <summary>The draft plan that a reading becomes, and the units that nobody knew.</summary>
    public static Changes Adopted(RecordFacts facts, PlanReading reading, int planId)
    {
        if (facts.Numbers.Next<Plan>() != planId) throw new InvalidOperationException($"another plan has got the number {planId} meanwhile");
        var draft = reading.Draft();
        var created = new Dictionary<string, Unit>();
        foreach (var named in draft.Rows.SelectMany(row => row.Units))
            if (!created.ContainsKey(named.Name) && !facts.Ledger.Units.Any(unit => unit.IsCalled(named.Name)))
                created[named.Name] = new Unit { Id = facts.Numbers.Next<Unit>(), Name = named.Name, IsGroup = named.IsGroup };
        var plan = Adoption.ToPlan(draft, named => created.GetValueOrDefault(named.Name)?.Id ?? facts.Ledger.Units.First(unit => unit.IsCalled(named.Name)).Id, planId, facts.Numbers, facts.Now);
        return Changes.Of([.. created.Values.SelectMany(Rows.Added), .. Rows.Added(plan)]);
    }

    /// <summary>Reminders of open rounds move at once; rounds that have opened keep their dates.</summary>
    public static Changes Of(RecordFacts facts, ScheduleChanged changed)
    {
        var set = Changed(facts, changed.PlanId, plan => plan with { Schedule = changed.Schedule });
        var after = facts.After(set);
        var rounds = after.Ledger.Rounds.Where(round => round.PlanId == changed.PlanId && round.State == RoundState.Open);
        return set.And(Changes.Of([.. rounds.SelectMany(round => ReminderDecisions.Moved(after, round))]));
    }

    public static Changes Of(RecordFacts facts, AliasAdded added) => Aliased(facts, added.IndicatorId, aliases => [.. aliases, added.Alias]);

    public static Changes Of(RecordFacts facts, AliasRemoved removed) => Aliased(facts, removed.IndicatorId, aliases => [.. aliases.Where(alias => alias != removed.Alias)]);

    public static Changes Of(RecordFacts facts, CounterAdded added) => Changed(facts, added.PlanId, plan => plan with { Counters = [.. plan.Counters, added.Line] });

    public static Changes Of(RecordFacts facts, CounterRemoved removed) =>
        Changed(facts, removed.PlanId, plan => plan with { Counters = [.. plan.Counters.Where(line => line != removed.Line)] });

    public static Changes Of(RecordFacts facts, DigestSkipped skipped) => Marked(facts, skipped.PlanId, mark => mark.Skip(skipped.Day, facts.Speaker!.Id, facts.Now));

    public static Changes Of(RecordFacts facts, DigestRestored restored) => Marked(facts, restored.PlanId, mark => mark.Restore());

    // a plan of the last few seconds has no mark yet
    static Changes Marked(RecordFacts facts, int planId, Func<DigestMark, DigestMark> change) =>
        Changes.Of(RowChange.Put(change(facts.DigestMarks.GetValueOrDefault(planId) ?? new DigestMark { PlanId = planId })));

    static Changes Changed(RecordFacts facts, int planId, Func<Plan, Plan> change)
    {
        var plan = facts.Ledger.Plan(planId);
        return Changes.Of([.. Rows.Replaced(plan, change(plan))]);
    }

    static Changes Aliased(RecordFacts facts, int indicatorId, Func<IReadOnlyList<string>, IReadOnlyList<string>> change)
    {
        var indicator = facts.Ledger.Indicator(indicatorId);
        var plan = facts.Ledger.Plans.Single(plan => plan.Items.Any(item => item.Id == indicator.WorkItemId));
        return Changed(facts, plan.Id, changed => changed with
        {
            Items = [.. changed.Items.Select(item => item.Id != indicator.WorkItemId ? item : item with
            {
                Indicators = [.. item.Indicators.Select(each => each.Id == indicatorId ? each with { Aliases = change(each.Aliases) } : each)],
            })],
        });
    }
}
