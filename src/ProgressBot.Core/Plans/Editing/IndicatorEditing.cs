using ProgressBot.Core.Figures;

namespace ProgressBot.Core.Plans.Editing;

/// <summary>Changes or adds an indicator. Its target is read as people write it.</summary>
static class IndicatorEditing
{
    /// <exception cref="EditRefusedException">The target is not understood, or what was reported stands in the way.</exception>
    public static void Put(WorkItem item, PutIndicator put, Func<int, bool> hasFigures, MeasureWords measures)
    {
        var name = PlanEditor.Short(put.Name, "指标名称");
        var known = put.Indicator is { } id ? item.Indicators.Find(indicator => indicator.Id == id && indicator.RemovedAt is null) ?? throw new EditRefusedException("这项指标已被删除或改动，请刷新页面后再试。") : null;
        var target = ReadTarget(PlanEditor.Short(put.Target, "目标"), known?.DisplayUnit, measures);
        if (known is not null && hasFigures(known.Id)) Guard(known, put, target);
        if (known?.Name != name && item.Indicators.Any(other => other.RemovedAt is null && other.Name == name && other.BaseUnit == target.BaseUnit)) throw new EditRefusedException($"这项任务已有指标“{name}”，请换个名称。");
        if (known is null) item.Indicators.Add(known = new Indicator { Name = name, Phrase = "", Target = 0, BaseUnit = "", DisplayUnit = "" });
        if (known.Target != target.Normalized || known.BaseUnit != target.BaseUnit) known.Phrase = target.Phrase;
        (known.Name, known.Target, known.BaseUnit, known.DisplayUnit) = (name, target.Normalized, target.BaseUnit, target.Unit);
        (known.Comparator, known.Aspirational) = (target.Comparator == Comparator.None ? put.Comparator : target.Comparator, put.Aspirational);
        (known.Deadline, known.Basis, known.Sharing) = (PlanEditor.InReach(put.Deadline), put.Basis, put.Sharing);
    }

    // what was reported is counted one way and in one unit of measure
    static void Guard(Indicator known, PutIndicator put, FoundFigure target)
    {
        if (known.Basis != put.Basis) throw new EditRefusedException($"“{known.Name}”已有填报数据，不能再改累计或本期的口径。确需改变，请另加一项指标。");
        if (known.BaseUnit != target.BaseUnit) throw new EditRefusedException($"“{known.Name}”已有填报数据，计量单位不能从“{known.BaseUnit}”改成“{target.BaseUnit}”。");
    }

    /// <summary>The one figure of a text; a bare number is in the unit given.</summary>
    static FoundFigure ReadTarget(string text, string? unit, MeasureWords measures)
    {
        var found = Only(text, measures) is { Unit.Length: > 0 } figure ? figure : unit is null ? null : Only(text + unit, measures);
        if (found is null or { Unit.Length: 0 }) throw new EditRefusedException($"目标“{text}”没有读懂。请写一个数和计量单位，如“3.2亿元”“不少于400人次”。");
        return found.Max is null ? found : throw new EditRefusedException("目标请写一个数，不写范围。");
    }

    static FoundFigure? Only(string text, MeasureWords measures) => FigureReader.Read(text, measures) is [var one] ? one : null;
}
