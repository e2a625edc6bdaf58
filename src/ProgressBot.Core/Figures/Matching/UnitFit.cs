namespace ProgressBot.Core.Figures.Matching;

/// <summary>How a figure's unit fits an indicator's.</summary>
internal enum Fit
{
    /// <summary>Not comparable.</summary>
    None,

    /// <summary>Both count, but not the same: 人 and 人次, 个 and 家.</summary>
    Near,

    /// <summary>No unit was written.</summary>
    Bare,

    /// <summary>The same, another name of it, or a known multiple.</summary>
    Same,
}

/// <summary>Compares units of measure.</summary>
internal sealed class UnitFit(MeasureWords measures)
{
    // said for one another when an indicator is named: a meeting is 次 or 场, a person 人, 名 or 位
    private static readonly string[][] Alike = [["人", "名", "位"], ["次", "场", "场次", "回"], ["个", "项"], ["人次", "人次数"]];

    /// <summary>The fit and the figure's value in the indicator's base unit.</summary>
    public (Fit Fit, decimal Value) Of(FoundFigure figure, SoughtIndicator indicator)
    {
        if (figure.Unit.Length == 0)
            return (Fit.Bare, figure.Normalized);
        var wanted = Base(indicator);
        if (measures.Ratio(figure.BaseUnit, wanted) is { } ratio)
            return (Fit.Same, figure.Normalized * ratio);
        if (figure.IsImplied)
            return (Fit.Bare, figure.Normalized);
        if (Alike.Any(alike => alike.Contains(figure.BaseUnit) && alike.Contains(wanted)))
            return (Fit.Same, figure.Normalized);
        return (Counts(figure.BaseUnit) && Counts(wanted) ? Fit.Near : Fit.None, figure.Normalized);
    }

    private string Base(SoughtIndicator indicator) => measures.Find(indicator.BaseUnit)?.Base ?? indicator.BaseUnit;

    private bool Counts(string unit) => measures.Find(unit)?.IsWhole ?? true;
}
