namespace ProgressBot.Core.Figures.Matching;

/// <summary>How a figure's unit fits an indicator's.</summary>
internal enum Fit
{
    /// <summary>Not comparable.</summary>
    None,

    /// <summary>Taken for one another, but not the same: 人 and 人次, 个 and 家.</summary>
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

    // taken for one another by mistake: persons and attendances, things, occasions, texts
    private static readonly string[][] Confused =
    [
        ["人", "名", "位", "人次", "户", "户次"],
        ["个", "项", "家", "件", "条", "座", "处", "所", "户", "支", "批", "宗", "单", "笔", "桩"],
        ["次", "场", "场次", "回", "期", "批", "批次", "班", "轮", "个", "班次"],
        ["篇", "份", "条", "期", "件", "个", "次"],
        ["元", "块"],
    ];

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
        if (AreIn(Alike, figure.BaseUnit, wanted))
            return (Fit.Same, figure.Normalized);
        // 浓度28微克 against 微克/立方米
        if (wanted.Length > figure.BaseUnit.Length && wanted[figure.BaseUnit.Length] == '/' && wanted.StartsWith(figure.BaseUnit, StringComparison.Ordinal))
            return (Fit.Near, figure.Normalized);
        return (AreIn(Confused, figure.BaseUnit, wanted) || AreMoney(figure.BaseUnit, wanted) ? Fit.Near : Fit.None, figure.Normalized);
    }

    // 欧元 for 元
    private bool AreMoney(string one, string other) =>
        measures.Find(one) is { Kind: MeasureKind.Money } && measures.Find(other) is { Kind: MeasureKind.Money };

    private static bool AreIn(string[][] classes, string one, string other)
    {
        foreach (var alike in classes)
            if (alike.Contains(one) && alike.Contains(other))
                return true;
        return false;
    }

    private string Base(SoughtIndicator indicator) => measures.Find(indicator.BaseUnit)?.Base ?? indicator.BaseUnit;
}
