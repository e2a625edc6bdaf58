using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Plans;
using ProgressBot.Storage.Loading;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Web.Plans;

/// <summary>Makes the review page's view of a plan.</summary>
sealed class PlanViews(IDbContextFactory<BotDb> databases, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>Null when there is no such plan.</summary>
    public async Task<PlanView?> FindAsync(int planId, Wording wording, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Plan>().AsNoTracking().Followed().FirstOrDefaultAsync(plan => plan.Id == planId, cancellationToken) is not { } plan) return null;
        var units = await db.Set<Unit>().AsNoTracking().Include(unit => unit.Members).OrderBy(unit => unit.Id).ToListAsync(cancellationToken);
        var readings = await db.Set<PlanReading>().AsNoTracking().Where(reading => reading.PlanId == planId).OrderByDescending(reading => reading.At).ToListAsync(cancellationToken);
        var today = options.Value.Zone.Today(clock.GetUtcNow());
        return View(plan, units.ToDictionary(unit => unit.Id), readings, await PlanUse.OfAsync(db, planId), today, wording);
    }

    static PlanView View(Plan plan, Dictionary<int, Unit> units, List<PlanReading> readings, PlanUse use, DateOnly today, Wording wording)
    {
        var reading = readings.Find(reading => reading.State == ReadingState.Taken);
        var draft = reading?.Draft();
        return new PlanView(
            plan.Id, plan.Title, plan.Year, plan.DocumentNumber, plan.Issuer, plan.State, plan.Period, Schedule(plan.Schedule), reading?.FileName,
            draft?.Conflicts ?? [], draft?.Warnings ?? [],
            [.. plan.Items.OrderBy(item => item.Number).Select(item => Item(item, units, use, today))],
            [.. plan.Items.SelectMany(item => item.Assignments).Select(assignment => units[assignment.UnitId]).DistinctBy(unit => unit.Id).Select(unit => Unit(unit, units, use, today))],
            [.. Attention.Of(plan, id => units[id]).Select(point => wording.Text(point))], [.. units.Values.Select(unit => new UnitChoice(unit.Id, unit.Name))],
            readings.Find(reading => reading.State == ReadingState.Proposed) is { } proposed ? Revision(plan, proposed, [.. units.Values]) : null);
    }

    static RevisionView Revision(Plan plan, PlanReading proposed, IReadOnlyList<Unit> units) => new(proposed.Key, proposed.FileName,
        [.. PlanDifference.Of(plan, proposed.Draft(), units).Select(change => new ChangeView(change.Key, change.Kind, change.Where, change.Before, change.After, change.IsGrave))]);

    static ScheduleView Schedule(PlanSchedule schedule) => new(
        schedule.Due.Day switch
        {
            DueDay.WorkingDayAfter => string.Create(CultureInfo.InvariantCulture, $"after {schedule.Due.Number}"),
            DueDay.Day => string.Create(CultureInfo.InvariantCulture, $"day {schedule.Due.Number}"),
            DueDay.DayAfter => string.Create(CultureInfo.InvariantCulture, $"next {schedule.Due.Number}"),
            _ => "last",
        },
        schedule.Due.DueAt.ToString("HH:mm", CultureInfo.InvariantCulture), schedule.Due.OpensBefore, schedule.Due.LocksAfter,
        schedule.Due.Roll == Roll.Forward ? "forward" : "back", schedule.Calendar == PlanCalendar.Weekdays ? "weekdays" : "office");

    static ItemView Item(WorkItem item, Dictionary<int, Unit> units, PlanUse use, DateOnly today) => new(
        item.Id, item.Number, item.Section, item.Goal, item.Deadline, item.Indicators.Select(indicator => indicator.Deadline).Append(item.Deadline).Min() < today, item.Source, item.SourceText,
        [.. item.Assignments.Where(assignment => assignment.IsIn(today)).OrderBy(assignment => assignment.Role).ThenBy(assignment => assignment.Id)
            .Select(assignment => new AssignmentView(assignment.UnitId, units[assignment.UnitId].Name, assignment.Role, assignment.RoleIsGuess))],
        [.. item.Indicators.OrderBy(indicator => indicator.Id).Select(indicator => Indicator(indicator, use))],
        [.. item.Requirements.OrderBy(line => line.Id).Select(line => new RequirementView(line.Id, line.Text, line.AwaitsOthers))]);

    static IndicatorView Indicator(Indicator indicator, PlanUse use) => new(
        indicator.Id, indicator.Name, FigureText.Render(indicator.Target, indicator.BaseUnit, indicator.DisplayUnit), indicator.Phrase, indicator.Comparator, indicator.Aspirational,
        indicator.Deadline, indicator.Basis, indicator.Sharing, use.HasFigures(indicator.Id));

    // only a unit that is settled nowhere else can still be another name of a known one
    static UnitView Unit(Unit unit, Dictionary<int, Unit> units, PlanUse use, DateOnly today)
    {
        var isNew = !use.IsElsewhere(unit.Id);
        return new UnitView(
            unit.Id, unit.Name, unit.Aliases, unit.IsGroup, isNew, [.. unit.Members.Where(member => member.IsIn(today)).Select(member => units[member.UnitId].Name)],
            isNew ? [.. UnitLikeness.Of(unit, units.Values).Select(known => new UnitChoice(known.Id, known.Name))] : []);
    }
}
