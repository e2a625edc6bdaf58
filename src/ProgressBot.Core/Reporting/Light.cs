namespace ProgressBot.Core.Reporting;

/// <summary>红黄绿灯. Always shown with its word.</summary>
public enum Light
{
    /// <summary>待报: the plan came into force after its year had begun, and nobody has told yet where this stands. Shown grey.</summary>
    Awaited,

    /// <summary>待审: as before, but told by now and not yet reviewed. Shown grey.</summary>
    Unreviewed,

    /// <summary>未启动: before the start.</summary>
    Grey,
    Green,
    Yellow,
    Red,
}

/// <summary>When a light changes. The gap is the expected share minus the achieved one; the default thresholds follow common practice in goal tracking.</summary>
/// <param name="YellowGap">From this gap on yellow.</param>
/// <param name="RedGap">From this gap on red.</param>
/// <param name="YellowDays">Working days before a deadline from which an unmet goal is yellow at least.</param>
public sealed record LightRule(decimal YellowGap = 0.165m, decimal RedGap = 0.33m, int YellowDays = 3)
{
    /// <param name="achieved">Share of the target that is approved, 0 and up.</param>
    /// <param name="expected">Elapsed share of the time there is, 0 to 1.</param>
    /// <param name="workingDaysLeft">Until the item's own deadline; negative when it has passed; null without one.</param>
    public Lit Light(decimal achieved, decimal expected, int? workingDaysLeft)
    {
        if (achieved >= 1) return new Lit(Reporting.Light.Green, LightReason.Met);
        if (workingDaysLeft < 0) return new Lit(Reporting.Light.Red, LightReason.Overdue);
        if (expected <= 0) return new Lit(Reporting.Light.Grey, LightReason.NotStarted);
        var gap = expected - achieved;
        if (gap >= RedGap) return new Lit(Reporting.Light.Red, LightReason.Behind);
        if (workingDaysLeft <= YellowDays) return new Lit(Reporting.Light.Yellow, LightReason.DueSoon);
        return gap >= YellowGap ? new Lit(Reporting.Light.Yellow, LightReason.Behind) : new Lit(Reporting.Light.Green, LightReason.OnPace);
    }
}

/// <summary>A light and why it shows.</summary>
public readonly record struct Lit(Light Light, LightReason Reason)
{
    /// <summary>The stage of the target that the light refers to; null for the target itself.</summary>
    public StageShare? Stage { get; init; }
}

public enum LightReason
{
    OnPace,
    Met,
    NotStarted,

    /// <summary>Less is done than the elapsed time lets expect.</summary>
    Behind,

    /// <summary>A stage of the target (上半年60亿元) has passed and was not reached.</summary>
    StageMissed,

    /// <summary>The own deadline is near.</summary>
    DueSoon,

    /// <summary>More than a ceiling (以内) allows.</summary>
    Exceeded,

    /// <summary>The own deadline has passed.</summary>
    Overdue,

    /// <summary>Nobody has told yet where things stood when the plan came into force.</summary>
    Awaited,

    /// <summary>It was told, and waits for review.</summary>
    Unreviewed,
}
