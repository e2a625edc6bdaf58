using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Editing;

/// <summary>Changes or adds an indicator. Its target is read as people write it.</summary>
static class IndicatorEditing
{
    /// <exception cref="EditRefusedException">The target is not understood, or what was reported stands in the way.</exception>
    public static void Put(WorkItem item, PutIndicator put, Func<int, bool> hasFigures, MeasureWords measures)
    {
        var name = PlanEditor.Short(put.Name, "indicator");
        var known = put.Indicator is { } id ? item.Indicators.Find(indicator => indicator.Id == id && indicator.RemovedAt is null) ?? throw PlanEditor.Gone("indicator") : null;
        var target = ReadTarget(PlanEditor.Short(put.Target, "target"), known?.DisplayUnit, measures);
        if (known is not null && hasFigures(known.Id)) Guard(known, put, target);
        if (known?.Name != name && item.Indicators.Any(other => other.RemovedAt is null && other.Name == name && other.BaseUnit == target.BaseUnit)) throw new EditRefusedException(EditRefusal.IndicatorTwice, name);
        if (known is null) item.Indicators.Add(known = new Indicator { Name = name, Phrase = "", Target = 0, BaseUnit = "", DisplayUnit = "" });
        if (known.Target != target.Normalized || known.BaseUnit != target.BaseUnit) known.Phrase = target.Phrase;
        (known.Name, known.Target, known.BaseUnit, known.DisplayUnit) = (name, target.Normalized, target.BaseUnit, target.Unit);
        (known.Comparator, known.Aspirational) = (target.Comparator == Comparator.None ? put.Comparator : target.Comparator, put.Aspirational);
        (known.Deadline, known.Basis, known.Sharing) = (PlanEditor.InReach(put.Deadline), put.Basis, put.Sharing);
    }

    // what was reported is counted one way and in one unit of measure
    static void Guard(Indicator known, PutIndicator put, FoundFigure target)
    {
        if (known.Basis != put.Basis) throw new EditRefusedException(EditRefusal.BasisFixed, known.Name);
        if (known.BaseUnit != target.BaseUnit) throw new EditRefusedException(EditRefusal.UnitOfMeasureFixed, known.Name, known.BaseUnit, target.BaseUnit);
    }

    /// <summary>The one figure of a text; a bare number is in the unit given.</summary>
    static FoundFigure ReadTarget(string text, string? unit, MeasureWords measures)
    {
        var found = Only(text, measures) is { Unit.Length: > 0 } figure ? figure : unit is null ? null : Only(text + unit, measures);
        if (found is null or { Unit.Length: 0 }) throw new EditRefusedException(EditRefusal.TargetUnread, text);
        return found.Max is null ? found : throw new EditRefusedException(EditRefusal.TargetRange);
    }

    static FoundFigure? Only(string text, MeasureWords measures) => FigureReader.Read(text, measures) is [var one] ? one : null;
}
