using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Jobs;
using ProgressBot.Storage;
using ProgressBot.Storage.Loading;
using ProgressBot.Turns;

namespace ProgressBot.Plans;

/// <summary>Takes a plan that was read into the store, as a draft, and brings it into force.</summary>
sealed class PlanStore(Store store, LedgerLoader ledgers, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, IOptions<DigestOptions> digests, TimeProvider clock)
{
    /// <summary>Stores a draft; units that are not known yet are created. Another edition of a plan in force is kept as its revision, which changes nothing yet.</summary>
    public Task<Imported> ImportAsync(PlanDraft draft, string fileName, CancellationToken cancellationToken, int? by = null) => store.RunAsync(async unit =>
    {
        if (Adoption.Obstacles(draft) is { Count: > 0 } obstacles) return Imported.Refused(obstacles);
        var reading = PlanReading.Of(Guid.NewGuid().ToString("N"), fileName, draft, by, clock.GetUtcNow());
        if ((await HeadsAsync(unit.Db)).FirstOrDefault(plan => plan.IsEditionOf(draft.Title, draft.Year)) is { } known) return await ProposeAsync(unit, known, reading, draft);
        var id = unit.NextNumber<Plan>();
        unit.Save(PlanDecisions.Adopted(await FactsAsync(unit), reading, id).And(Changes.Of(RowChange.Add(reading with { PlanId = id, State = ReadingState.Taken }))));
        return new Imported(id, null, []);
    }, cancellationToken);

    static async Task<Imported> ProposeAsync(UnitOfWork unit, PlanHead known, PlanReading reading, PlanDraft draft)
    {
        if (known.State != PlanState.Active) return Imported.Refused([$"《{known.Title}》（{known.Year}年）已经导入过（编号{known.Id}），没有改动。"]);
        var plan = await unit.Db.Set<Plan>().AsNoTracking().Followed().SingleAsync(plan => plan.Id == known.Id);
        var changes = PlanDifference.Of(plan, draft, await unit.Db.Set<Unit>().AsNoTracking().ToListAsync()).Count;
        if (changes == 0) return Imported.Refused([$"《{known.Title}》（{known.Year}年）和已启用的内容一致（编号{known.Id}），没有改动。"]);
        unit.Save(RowChange.Add(reading with { PlanId = known.Id, State = ReadingState.Proposed }));
        return new Imported(known.Id, changes, []);
    }

    /// <summary>Opens a draft. Null when it is in force now, else why not.</summary>
    /// <param name="period">How often its units report; null for what the plan says.</param>
    /// <param name="by">Who does it; null for the command line.</param>
    public Task<string?> ActivateAsync(int id, RoundPeriod? period, CancellationToken cancellationToken, int? by = null) => store.RunAsync(async unit =>
    {
        if (await FindAsync(unit.Db, id) is not { } plan) return $"没有编号为 {id} 的任务书。";
        if (plan.State != PlanState.Draft) return $"《{plan.Title}》已经启用或结束，没有改动。";
        unit.Save(Rows.Replaced(plan, plan with { State = PlanState.Active, Period = period ?? plan.Period, ActivatedAt = clock.GetUtcNow() }));
        unit.Save(Record("PlanActivated", by, new { PlanId = id }));
        return (string?)null;
    }, cancellationToken);

    /// <summary>Deletes a draft, its document and the units that only it names. Null when it is gone now, else why not.</summary>
    public Task<string?> DiscardAsync(int id, int by, CancellationToken cancellationToken) => store.RunAsync(async unit =>
    {
        var db = unit.Db;
        if (await FindAsync(db, id) is not { } plan) return $"没有编号为 {id} 的任务书。";
        if (plan.State != PlanState.Draft) return $"《{plan.Title}》已经启用，不能删除。";
        var use = await PlanUse.OfAsync(db, id);
        var named = plan.Items.SelectMany(item => item.Assignments).Select(assignment => assignment.UnitId).ToHashSet();
        var units = await db.Set<Unit>().AsNoTracking().Include(each => each.Members).Where(each => named.Contains(each.Id)).ToListAsync();
        unit.Save((await db.Set<PlanReading>().AsNoTracking().Where(reading => reading.PlanId == id).ToListAsync()).Select(RowChange.Remove));
        unit.Save(Rows.Removed(plan));
        unit.Save(units.Where(each => !use.IsElsewhere(each.Id) && each.Aliases.Count == 0).SelectMany(Rows.Removed));
        unit.Save(Record("PlanDiscarded", by, new { PlanId = id, plan.Title }));
        return (string?)null;
    }, cancellationToken);

    /// <summary>Changes settings of a plan, all or none.</summary>
    /// <param name="settings">Keys and values of <see cref="ScheduleSetting"/>.</param>
    /// <returns>The plan as it stands afterwards, or null with the setting that was refused; without one the plan does not exist.</returns>
    public Task<(Plan? Plan, string? Setting, ScheduleError? Refusal)> SetAsync(int id, IReadOnlyList<(string Key, string Value)> settings, CancellationToken cancellationToken) => store.RunAsync<(Plan?, string?, ScheduleError?)>(async unit =>
    {
        if (await FindAsync(unit.Db, id) is not { } plan) return (null, null, null);
        var schedule = plan.Schedule;
        foreach (var (key, value) in settings)
        {
            var change = ScheduleSetting.Change(schedule, plan.Period, key, ScheduleSetting.Words(key == "due" ? value.Replace(':', ' ') : value), digests.Value.Schedule);
            if (change.Schedule is null) return (null, $"{key}={value}", change.Refusal);
            schedule = change.Schedule;
        }
        if (settings.Count > 0) unit.Save(await ChangedAsync(unit, plan, schedule));
        return (plan with { Schedule = schedule }, null, null);
    }, cancellationToken);

    async Task<Changes> ChangedAsync(UnitOfWork unit, Plan plan, PlanSchedule schedule)
    {
        if (plan.State != PlanState.Active) return Changes.Of([.. Rows.Replaced(plan, plan with { Schedule = schedule })]);
        DialogEvent[] changed = [new ScheduleChanged(plan.Id, "", schedule)];
        return EventDecisions.Of(await (await FactsAsync(unit)).WithPastAsync(unit, changed), changed);
    }

    /// <summary>All plans by title, drafts included.</summary>
    public static Task<List<PlanHead>> HeadsAsync(BotDb db) =>
        db.Set<Plan>().OrderBy(plan => plan.Id).Select(plan => new PlanHead(plan.Id, plan.Title, plan.Year, plan.State)).ToListAsync();

    /// <summary>A plan with everything in it that is followed; null when there is none.</summary>
    public static Task<Plan?> FindAsync(BotDb db, int planId) => db.Set<Plan>().AsNoTracking().Followed().FirstOrDefaultAsync(plan => plan.Id == planId);

    async Task<RecordFacts> FactsAsync(UnitOfWork unit) => new(await ledgers.LoadAsync(unit.Db, null), clock.GetUtcNow(), calendar(), options.Value.Zone, unit.Numbers);

    RowChange Record(string kind, int? by, object what) => Record(kind, by, what, clock.GetUtcNow());

    /// <summary>What somebody did outside a talk, for the audit trail.</summary>
    public static RowChange Record(string kind, int? by, object what, DateTimeOffset at) =>
        RowChange.Add(new EventRow { At = at, PersonId = by, Kind = kind, Json = JsonSerializer.Serialize(what, PlanReading.Readable) });
}

/// <summary>What became of a document that was handed in.</summary>
/// <param name="Id">The plan; null when it was refused.</param>
/// <param name="Changes">For a revision, in how many places it differs; null for a new plan.</param>
/// <param name="Obstacles">What keeps it from being stored, a sentence each; then nothing has changed.</param>
sealed record Imported(int? Id, int? Changes, IReadOnlyList<string> Obstacles)
{
    public static Imported Refused(IReadOnlyList<string> obstacles) => new(null, null, obstacles);
}
