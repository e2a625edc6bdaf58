using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Plans;

/// <summary>Writes down what a coordinator changes in a plan: the change, who and when, and what open rounds have to follow, in one transaction.</summary>
sealed class PlanEdits(WriteQueue writes, TimeProvider clock)
{
    const string ExcusedBecause = "任务书已调整";

    /// <summary>Makes all of these changes or none.</summary>
    /// <returns>False when there is no such plan.</returns>
    /// <exception cref="EditRefusedException">One of them cannot be made.</exception>
    public Task<bool> ApplyAsync(int planId, IReadOnlyList<PlanEdit> edits, int by, CancellationToken cancellationToken) => writes.RunAsync(async db =>
    {
        if (await FindAsync(db, planId) is not { } plan) return false;
        await ApplyAsync(db, plan, edits, clock.GetUtcNow());
        db.Add(Record("PlanEdited", new { PlanId = planId, Edits = edits }, by, clock.GetUtcNow()));
        return true;
    }, cancellationToken);

    /// <summary>Lets a plan follow a revised document in the differences that were chosen; the others stay as they are, and the document is settled.</summary>
    /// <returns>False when there is no such plan.</returns>
    /// <exception cref="EditRefusedException">The plan or the revision is not any more what was shown, or a change cannot be made.</exception>
    public Task<bool> ReviseAsync(int planId, string reading, IReadOnlyCollection<string> chosen, int by, CancellationToken cancellationToken) => writes.RunAsync(async db =>
    {
        if (await FindAsync(db, planId) is not { } plan) return false;
        if (await db.Set<PlanReading>().FindAsync(reading) is not { State: ReadingState.Proposed } proposed || proposed.PlanId != planId)
            throw new EditRefusedException(EditRefusal.RevisionSettled);
        var draft = proposed.Draft();
        var changes = PlanDifference.Of(plan, draft, await db.Set<Unit>().AsNoTracking().ToListAsync());
        if (chosen.Any(key => changes.All(change => change.Key != key))) throw new EditRefusedException(EditRefusal.PlanMoved);
        var (taken, kept) = (changes.Where(change => chosen.Contains(change.Key)).ToList(), changes.Where(change => !chosen.Contains(change.Key)).ToList());
        if (taken.Count > 0) await ApplyAsync(db, plan, [.. PlanDifference.Sources(plan, draft), .. taken.SelectMany(change => change.Edits).OrderBy(TakesAway)], clock.GetUtcNow());
        proposed.State = taken.Count > 0 ? ReadingState.Taken : ReadingState.Dropped;
        db.Add(Record("PlanRevised", new { PlanId = planId, proposed.FileName, Taken = taken.Select(Said), Kept = kept.Select(Said) }, by, clock.GetUtcNow()));
        return true;
    }, cancellationToken);

    // first what comes, so that no item is without a unit in between
    static bool TakesAway(PlanEdit edit) => edit is RemoveAssignment or RemoveIndicator or RemoveRequirement or RemoveItem;

    static object Said(PlanChange change) => new { change.Kind, change.Where, change.Before, change.After };

    /// <summary>A plan with everything in it that is followed, tracked; null when there is none.</summary>
    public static Task<Plan?> FindAsync(BotDb db, int planId) => db.Set<Plan>().Followed().FirstOrDefaultAsync(plan => plan.Id == planId);

    static async Task ApplyAsync(BotDb db, Plan plan, IReadOnlyList<PlanEdit> edits, DateTimeOffset now)
    {
        var units = await db.Set<Unit>().Include(unit => unit.Members).ToListAsync();
        var use = await PlanUse.OfAsync(db, plan.Id);
        var editor = new PlanEditor(plan, units, use.HasFigures, use.IsElsewhere, now);
        foreach (var edit in edits)
        {
            await AddUnitsAsync(db, units, edit);
            editor.Apply(edit);
        }
        db.RemoveRange(editor.Dissolved);
        await db.SaveChangesAsync();
        await PlanShelf.ChangedAsync(db);
        if (plan.State == PlanState.Active) await FollowAsync(db, plan, units);
    }

    // a name that nobody knows becomes a unit; when the edit is refused, it is undone with everything else
    static async Task AddUnitsAsync(BotDb db, List<Unit> units, PlanEdit edit)
    {
        IEnumerable<(string Name, bool IsGroup)> named = edit switch
        {
            PutAssignment { Unit: { } unit } put => [(unit, put.IsGroup)],
            SetMembers { Units: { } members } => members.Select(name => (name, false)),
            AddItem { Row.Units: { } given } => given.Select(unit => (unit.Name, unit.IsGroup)),
            _ => [],
        };
        foreach (var (name, isGroup) in named.Select(unit => (Name: unit.Name.Trim(), unit.IsGroup)).Where(unit => unit.Name.Length > 0 && !units.Any(known => known.IsCalled(unit.Name))).DistinctBy(unit => unit.Name).ToList())
            units.Add(db.Add(new Unit { Name = name, IsGroup = isGroup }).Entity);
        await db.SaveChangesAsync();
    }

    // each round asks whom the plan names at the end of its period
    static async Task FollowAsync(BotDb db, Plan plan, List<Unit> units)
    {
        var byId = units.ToDictionary(unit => unit.Id);
        var rounds = await db.Set<Round>().Include(round => round.Reports).ThenInclude(report => report.Versions)
            .Where(round => round.PlanId == plan.Id && (round.State == RoundState.Open || round.State == RoundState.Paused)).ToListAsync();
        foreach (var round in rounds) Roster.Follow(round, [.. Roster.Of(plan, id => byId[id], round.PeriodEnd)], ExcusedBecause);
    }

    static EventRow Record(string kind, object what, int by, DateTimeOffset now) => new() { At = now, PersonId = by, Kind = kind, Json = JsonSerializer.Serialize(what, PlanReading.Readable) };
}

/// <summary>What hangs on a plan's parts already.</summary>
sealed record PlanUse(IReadOnlySet<int> Reported, IReadOnlySet<int> Elsewhere)
{
    public bool HasFigures(int indicator) => Reported.Contains(indicator);

    public bool IsElsewhere(int unit) => Elsewhere.Contains(unit);

    public static async Task<PlanUse> OfAsync(BotDb db, int planId)
    {
        var items = db.Set<WorkItem>().Where(item => item.PlanId == planId).Select(item => item.Id);
        var indicators = db.Set<Indicator>().Where(indicator => items.Contains(indicator.WorkItemId)).Select(indicator => indicator.Id);
        var reported = await db.Set<Figure>().Where(figure => indicators.Contains(figure.IndicatorId)).Select(figure => figure.IndicatorId).Distinct().ToListAsync();
        var elsewhere = await db.Set<Membership>().Select(membership => membership.UnitId)
            .Union(db.Set<GroupMember>().Select(member => member.UnitId))
            .Union(db.Set<Assignment>().Where(assignment => !items.Contains(assignment.WorkItemId)).Select(assignment => assignment.UnitId))
            .Union(db.Set<Report>().Select(report => report.UnitId)).ToListAsync();
        return new PlanUse(reported.ToHashSet(), elsewhere.ToHashSet());
    }
}
