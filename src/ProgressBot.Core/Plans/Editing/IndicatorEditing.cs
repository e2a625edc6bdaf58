using ProgressBot.Core.Figures;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Plans.Editing;

/// <summary>Changes or adds an indicator. Its target is read as people write it.</summary>
static class IndicatorEditing
{
    /// <exception cref="EditRefusedException">The target is not understood, or what was reported stands in the way.</exception>
    public static WorkItem Put(Plan plan, WorkItem item, PutIndicator put, EditFacts facts)
    {
        var name = PlanEditor.Short(put.Name, "indicator");
        var known = put.Indicator is { } id ? Find(item, id) : null;
        var target = ReadTarget(PlanEditor.Short(put.Target, "target"), known?.DisplayUnit, MeasureWords.Default.With([.. plan.Counters]));
        if (known is not null && facts.HasFigures(known.Id)) Guard(known, put, target);
        if (known?.Name != name && item.Indicators.Any(other => other.RemovedAt is null && other.Name == name && other.BaseUnit == target.BaseUnit))
            throw new EditRefusedException(EditRefusal.IndicatorTwice, name);
        var start = known ?? new Indicator { Id = facts.Numbers.Next<Indicator>(), WorkItemId = item.Id, Name = name, Phrase = "", Target = 0, BaseUnit = "", DisplayUnit = "" };
        var changed = start with
        {
            Name = name,
            Phrase = start.Target != target.Normalized || start.BaseUnit != target.BaseUnit ? target.Phrase : start.Phrase,
            Target = target.Normalized,
            BaseUnit = target.BaseUnit,
            DisplayUnit = target.Unit,
            Comparator = target.Comparator == Comparator.None ? put.Comparator : target.Comparator,
            Aspirational = put.Aspirational,
            Deadline = PlanEditor.InReach(put.Deadline),
            Basis = put.Basis,
            Sharing = put.Sharing,
            TargetChanges = [.. start.TargetChanges, .. known is null ? [] : Moved(plan, known, target, facts)],
        };
        return item with { Indicators = known is null ? [.. item.Indicators, changed] : [.. item.Indicators.Select(each => each.Id == changed.Id ? changed : each)] };
    }

    public static WorkItem Date(WorkItem item, SetIndicatorDeadline set)
    {
        var dated = Find(item, set.Indicator) with { Deadline = PlanEditor.InReach(set.Deadline) };
        return item with { Indicators = [.. item.Indicators.Select(each => each.Id == dated.Id ? dated : each)] };
    }

    static Indicator Find(WorkItem item, int id) => item.Indicators.FirstOrDefault(indicator => indicator.Id == id && indicator.RemovedAt is null) ?? throw PlanEditor.Gone("indicator");

    // while a plan is in force the target it had stays in its history
    static IEnumerable<TargetChange> Moved(Plan plan, Indicator known, FoundFigure target, EditFacts facts) => plan.State != PlanState.Active || known.Target == target.Normalized ? [] :
    [
        new TargetChange
        {
            Id = facts.Numbers.Next<TargetChange>(), IndicatorId = known.Id, From = plan.Zone.Today(facts.Now), Before = known.Target, After = target.Normalized,
            Document = facts.Document, By = facts.By, At = facts.Now,
        },
    ];

    // what was reported is counted one way and in one unit of measure
    static void Guard(Indicator known, PutIndicator put, FoundFigure target)
    {
        if (known.Basis != put.Basis) throw new EditRefusedException(EditRefusal.BasisFixed, known.Name);
        if (known.BaseUnit != target.BaseUnit) throw new EditRefusedException(EditRefusal.UnitOfMeasureFixed, known.Name, known.BaseUnit, target.BaseUnit);
    }

    static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789０１２３４５６７８９零〇一二两三四五六七八九十半壹贰叁肆伍陆柒捌玖拾");

    /// <summary>The one figure of a text; a bare number is in the unit given.</summary>
    static FoundFigure ReadTarget(string text, string? unit, MeasureWords measures)
    {
        // 很多 is no number, whatever unit is put behind it
        var isBare = unit is not null && text.AsSpan().ContainsAny(Digits);
        var found = Only(text, measures) is { Unit.Length: > 0 } figure ? figure : isBare ? Only(text + unit, measures) : null;
        if (found is null or { Unit.Length: 0 }) throw new EditRefusedException(EditRefusal.TargetUnread, text);
        return found.Max is null ? found : throw new EditRefusedException(EditRefusal.TargetRange);
    }

    static FoundFigure? Only(string text, MeasureWords measures) => FigureReader.Read(text, measures) is [var one] ? one : null;
}
