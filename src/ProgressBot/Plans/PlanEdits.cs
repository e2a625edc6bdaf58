using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Storage;

namespace ProgressBot.Plans;

/// <summary>What a coordinator changes in a plan: the change, who and when, and what open rounds have to follow, in one transaction.</summary>
sealed class PlanEdits(Store store, TimeProvider clock)
{
    /// <summary>Makes all of these changes or none.</summary>
    /// <returns>False when there is no such plan.</returns>
    /// <exception cref="EditRefusedException">One of them cannot be made.</exception>
    public Task<bool> ApplyAsync(int planId, IReadOnlyList<PlanEdit> edits, int by, CancellationToken cancellationToken) => store.RunAsync(async unit =>
    {
        if (await PlanStore.FindAsync(unit.Db, planId) is not { } plan) return false;
        unit.Save(await ApplyAsync(unit, plan, edits, by, null));
        unit.Save(PlanStore.Record("PlanEdited", by, new { PlanId = planId, Edits = edits }, clock.GetUtcNow()));
        return true;
    }, cancellationToken);

    /// <summary>Lets a plan follow a revised document in the differences that were chosen; the others stay as they are, and the document is settled.</summary>
    /// <returns>False when there is no such plan.</returns>
    /// <exception cref="EditRefusedException">The plan or the revision is not any more what was shown, or a change cannot be made.</exception>
    public Task<bool> ReviseAsync(int planId, string reading, IReadOnlyCollection<string> chosen, int by, CancellationToken cancellationToken) => store.RunAsync(async unit =>
    {
        var db = unit.Db;
        if (await PlanStore.FindAsync(db, planId) is not { } plan) return false;
        if (await db.Set<PlanReading>().AsNoTracking().FirstOrDefaultAsync(each => each.Key == reading) is not { State: ReadingState.Proposed } proposed || proposed.PlanId != planId)
            throw new EditRefusedException(EditRefusal.RevisionSettled);
        var draft = proposed.Draft();
        var changes = PlanDifference.Of(plan, draft, await db.Set<Unit>().AsNoTracking().ToListAsync());
        if (chosen.Any(key => changes.All(change => change.Key != key))) throw new EditRefusedException(EditRefusal.PlanMoved);
        var (taken, kept) = (changes.Where(change => chosen.Contains(change.Key)).ToList(), changes.Where(change => !chosen.Contains(change.Key)).ToList());
        if (taken.Count > 0)
            unit.Save(await ApplyAsync(unit, plan, [.. PlanDifference.Sources(plan, draft), .. taken.SelectMany(change => change.Edits).OrderBy(TakesAway)], by, draft.DocumentNumber ?? proposed.FileName));
        unit.Save(RowChange.Change(proposed with { State = taken.Count > 0 ? ReadingState.Taken : ReadingState.Dropped }));
        unit.Save(PlanStore.Record("PlanRevised", by, new { PlanId = planId, proposed.FileName, Taken = taken.Select(Said), Kept = kept.Select(Said) }, clock.GetUtcNow()));
        return true;
    }, cancellationToken);

    // first what comes, so that no item is without a unit in between
    static bool TakesAway(PlanEdit edit) => edit is RemoveAssignment or RemoveIndicator or RemoveRequirement or RemoveItem;

    static object Said(PlanChange change) => new { change.Kind, change.Where, change.Before, change.After };

    async Task<Changes> ApplyAsync(UnitOfWork unit, Plan plan, IReadOnlyList<PlanEdit> edits, int by, string? document)
    {
        var db = unit.Db;
        var use = await PlanUse.OfAsync(db, plan.Id);
        var units = await db.Set<Unit>().AsNoTracking().Include(each => each.Members).OrderBy(each => each.Id).ToListAsync();
        var rounds = await db.Set<Round>().AsNoTracking().Include(round => round.Reports).ThenInclude(report => report.Versions)
            .Where(round => round.PlanId == plan.Id && (round.State == RoundState.Open || round.State == RoundState.Paused)).ToListAsync();
        return PlanChanges.Of(new EditFacts(use.HasFigures, use.IsElsewhere, unit.Numbers, clock.GetUtcNow(), by, document), plan, units, rounds, edits);
    }
}
