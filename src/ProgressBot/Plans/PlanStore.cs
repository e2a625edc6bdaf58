using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Core.Reminding;
using ProgressBot.Jobs;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Plans;

/// <summary>Takes a plan that was read into the store, as a draft, and brings it into force.</summary>
sealed class PlanStore(WriteQueue writes, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, IOptions<DigestOptions> digests, TimeProvider clock)
{
    /// <summary>Stores a draft; units that are not known yet are created. Another edition of a plan in force is kept as its revision, which changes nothing yet.</summary>
    /// <returns>The plan, and for a revision in how many places it differs; or what keeps it from being stored, then nothing has changed.</returns>
    public Task<(int? Id, int? Changes, IReadOnlyList<string> Obstacles)> ImportAsync(PlanDraft draft, string fileName, CancellationToken cancellationToken, int? by = null) => writes.RunAsync<(int?, int?, IReadOnlyList<string>)>(async db =>
    {
        if (Adoption.Obstacles(draft) is { Count: > 0 } obstacles) return (null, null, obstacles);
        var reading = PlanReading.Of(Guid.NewGuid().ToString("N"), fileName, draft, by, clock.GetUtcNow());
        return (await HeadsAsync(db)).FirstOrDefault(plan => plan.IsEditionOf(draft.Title, draft.Year)) is { } known
            ? await ProposeAsync(db, known, reading, draft)
            : (await AdoptAsync(db, reading, draft, null, clock.GetUtcNow()), null, []);
    }, cancellationToken);

    static async Task<(int? Id, int? Changes, IReadOnlyList<string> Obstacles)> ProposeAsync(BotDb db, PlanHead known, PlanReading reading, PlanDraft draft)
    {
        if (known.State != PlanState.Active) return (null, null, [$"《{known.Title}》（{known.Year}年）已经导入过（编号{known.Id}），没有改动。"]);
        var plan = await db.Set<Plan>().AsNoTracking().Followed().SingleAsync(plan => plan.Id == known.Id);
        var changes = PlanDifference.Of(plan, draft, await db.Set<Unit>().AsNoTracking().ToListAsync()).Count;
        if (changes == 0) return (null, null, [$"《{known.Title}》（{known.Year}年）和已启用的内容一致（编号{known.Id}），没有改动。"]);
        (reading.PlanId, reading.State) = (known.Id, ReadingState.Proposed);
        db.Add(reading);
        return (known.Id, changes, []);
    }

    /// <summary>Opens a draft. Null when it is in force now, else why not.</summary>
    /// <param name="period">How often its units report; null for what the plan says.</param>
    /// <param name="by">Who does it; null for the command line.</param>
    public Task<string?> ActivateAsync(int id, RoundPeriod? period, CancellationToken cancellationToken, int? by = null) => writes.RunAsync(async db =>
    {
        if (await db.Set<Plan>().FindAsync(id) is not { } plan) return $"没有编号为 {id} 的任务书。";
        if (plan.State != PlanState.Draft) return $"《{plan.Title}》已经启用或结束，没有改动。";
        (plan.State, plan.Period, plan.ActivatedAt) = (PlanState.Active, period ?? plan.Period, clock.GetUtcNow());
        db.Add(Record("PlanActivated", by, new { PlanId = id }));
        await PlanShelf.ChangedAsync(db);
        return null;
    }, cancellationToken);

    /// <summary>Deletes a draft, its document and the units that only it names. Null when it is gone now, else why not.</summary>
    public Task<string?> DiscardAsync(int id, int by, CancellationToken cancellationToken) => writes.RunAsync(async db =>
    {
        if (await db.Set<Plan>().Followed().FirstOrDefaultAsync(plan => plan.Id == id) is not { } plan) return $"没有编号为 {id} 的任务书。";
        if (plan.State != PlanState.Draft) return $"《{plan.Title}》已经启用，不能删除。";
        var use = await PlanUse.OfAsync(db, id);
        var named = plan.Items.SelectMany(item => item.Assignments).Select(assignment => assignment.UnitId).ToHashSet();
        db.RemoveRange(await db.Set<PlanReading>().Where(reading => reading.PlanId == id).ToListAsync());
        db.Remove(plan);
        await db.SaveChangesAsync();
        db.RemoveRange((await db.Set<Unit>().Where(unit => named.Contains(unit.Id)).ToListAsync()).Where(unit => !use.IsElsewhere(unit.Id) && unit.Aliases.Count == 0));
        db.Add(Record("PlanDiscarded", by, new { PlanId = id, plan.Title }));
        await PlanShelf.ChangedAsync(db);
        return null;
    }, cancellationToken);

    /// <summary>Changes settings of a plan, all or none.</summary>
    /// <param name="settings">Keys and values of <see cref="ScheduleSetting"/>.</param>
    /// <returns>The plan as it stands afterwards, or null with the setting that was refused; without one the plan does not exist.</returns>
    public Task<(Plan? Plan, string? Setting, ScheduleError? Refusal)> SetAsync(int id, IReadOnlyList<(string Key, string Value)> settings, CancellationToken cancellationToken) => writes.RunAsync<(Plan?, string?, ScheduleError?)>(async db =>
    {
        if (await db.Set<Plan>().FindAsync(id) is not { } plan) return (null, null, null);
        var schedule = plan.Schedule;
        foreach (var (key, value) in settings)
        {
            var change = ScheduleSetting.Change(schedule, plan.Period, key, ScheduleSetting.Words(key == "due" ? value.Replace(':', ' ') : value), digests.Value.Schedule);
            if (change.Schedule is null) return (null, $"{key}={value}", change.Refusal);
            schedule = change.Schedule;
        }
        if (settings.Count > 0) await Rescheduling.ChangeAsync(db, id, schedule, calendar(), options.Value.Zone, clock.GetUtcNow());
        return (plan, null, null);
    }, cancellationToken);

    /// <summary>All plans by title, drafts included.</summary>
    public static Task<List<PlanHead>> HeadsAsync(BotDb db) =>
        db.Set<Plan>().OrderBy(plan => plan.Id).Select(plan => new PlanHead(plan.Id, plan.Title, plan.Year, plan.State)).ToListAsync();

    /// <summary>Makes a draft plan of a reading, in the caller's transaction.</summary>
    /// <param name="id">The id it is to have; null for the next one.</param>
    public static async Task<int> AdoptAsync(BotDb db, PlanReading reading, PlanDraft draft, int? id, DateTimeOffset now)
    {
        var units = await UnitsAsync(db, draft);
        var plan = Adoption.ToPlan(draft, unit => units[unit.Name], now);
        plan.Id = id ?? 0;
        db.Add(plan);
        await PlanShelf.ChangedAsync(db);
        await db.SaveChangesAsync();
        (reading.PlanId, reading.State) = (plan.Id, ReadingState.Taken);
        if (db.Entry(reading).State == EntityState.Detached) db.Add(reading);
        return plan.Id;
    }

    EventRow Record(string kind, int? by, object what) => new() { At = clock.GetUtcNow(), PersonId = by, Kind = kind, Json = JsonSerializer.Serialize(what, PlanReading.Readable) };

    static async Task<Dictionary<string, int>> UnitsAsync(BotDb db, PlanDraft draft)
    {
        var known = await db.Set<Unit>().ToListAsync();
        var named = draft.Rows.SelectMany(row => row.Units).DistinctBy(unit => unit.Name).ToList();
        var found = named.ToDictionary(unit => unit.Name, unit => known.FirstOrDefault(candidate => candidate.IsCalled(unit.Name)) ?? db.Add(new Unit { Name = unit.Name, IsGroup = unit.IsGroup }).Entity);
        await db.SaveChangesAsync();
        return found.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
    }
}
