using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>Where one indicator stands, over all units that share it.</summary>
/// <param name="Approved">Base unit; for a per-unit target the sum, while <paramref name="Share"/> counts each unit up to its own target.</param>
/// <param name="Reported">The same with what still waits for review.</param>
/// <param name="Share">Approved against target; may exceed 1, and does not reach it before the target is met by plain numbers.</param>
/// <param name="Expected">Share expected by now, 0 to 1.</param>
/// <param name="UnitsMet">For a per-unit target, how many units have met it.</param>
public sealed record IndicatorStatus(
    Indicator Indicator, decimal Approved, decimal Reported, decimal Share, decimal Expected, Lit Lit, DateOnly? Deadline, int Units, int UnitsMet)
{
    public Light Light => Lit.Light;

    internal static IndicatorStatus Build(PlanDay day, WorkItem item, Indicator indicator, IReadOnlyList<RosterLine> units)
    {
        var entering = units.Where(line => indicator.IsEnteredBy(line.Role)).Select(line => line.UnitId).ToList();
        // what a unit had added up before it left the plan still counts in a sum
        List<Total?> totals = indicator.Sharing == Sharing.Summed ? [.. day.Ledger.TotalsOf(indicator.Id)] : entering.ConvertAll(unit => day.Ledger.Total(indicator.Id, unit));
        var deadline = day.Deadline(item, indicator.Deadline);
        var expected = day.Expected(indicator, deadline);
        return new IndicatorStatus(
            indicator, totals.Sum(total => total?.Approved ?? 0), totals.Sum(total => total?.Reported ?? 0), ShareOf(indicator, totals), expected.On(day.Today),
            LitBy(day, indicator, expected, totals, deadline), deadline, entering.Count, totals.Count(total => IsMet(indicator, total)));
    }

    // 力争: what was wished for and not promised is not red for being behind
    static Lit LitBy(PlanDay day, Indicator indicator, ExpectedProgress expected, List<Total?> totals, DateOnly? deadline) =>
        Strict(day, indicator, expected, totals, deadline) is var lit && indicator.Aspirational && lit is { Light: Light.Red, Reason: LightReason.Behind } ? lit with { Light = Light.Yellow } : lit;

    static Lit Strict(PlanDay day, Indicator indicator, ExpectedProgress expected, List<Total?> totals, DateOnly? deadline)
    {
        if (indicator.IsCeiling && Ceiling(day, indicator, totals, deadline) is { } ceiling) return ceiling;
        var lit = day.Light(expected, ShareOf(indicator, totals), deadline, totals.Select(ToldBy).DefaultIfEmpty().Max());
        if (indicator.Sharing != Sharing.PerUnit || !day.BeganLate || lit.Light < Light.Yellow) return lit;
        // units that have not told yet where they stand make nothing yellow or red
        var told = totals.FindAll(total => ToldBy(total) == Told.Approved);
        var known = told.Count == totals.Count ? lit : day.Light(expected, ShareOf(indicator, told), deadline, Told.Approved);
        return known.Light >= Light.Yellow ? known : new Lit(Light.Awaited, LightReason.Awaited);
    }

    // a ceiling is kept or broken by what was told so far, whatever the time; that it was kept is said at the end
    static Lit? Ceiling(PlanDay day, Indicator indicator, List<Total?> totals, DateOnly? deadline)
    {
        if (totals.TrueForAll(total => total?.Approved is null)) return null;
        var isKept = indicator.Sharing == Sharing.PerUnit
            ? totals.TrueForAll(total => total?.Approved is not { } part || indicator.IsMetBy(part))
            : indicator.IsMetBy(totals.Sum(total => total?.Approved ?? 0));
        if (!isKept) return new Lit(Light.Red, LightReason.Exceeded);
        return new Lit(Light.Green, day.Today >= (deadline ?? day.Plan.End) ? LightReason.Met : LightReason.OnPace);
    }

    static Told ToldBy(Total? total) => total?.Approved is not null ? Told.Approved : total?.Reported is not null ? Told.Reported : Told.Nothing;

    static bool IsMet(Indicator indicator, Total? total) => total is { Approved: { } value, IsExact: true } && indicator.IsMetBy(value);

    static decimal ShareOf(Indicator indicator, List<Total?> totals)
    {
        if (totals.Count == 0) return 0;
        if (indicator.Sharing == Sharing.PerUnit) return totals.Average(total => Math.Min(PartOf(indicator, total?.Approved, total?.IsExact ?? true), 1));
        var told = totals.OfType<Total>().Where(total => total.Approved is not null).ToList();
        return PartOf(indicator, told.Count == 0 ? null : told.Sum(total => total.Approved), told.TrueForAll(total => total.IsExact));
    }

    // what nobody has reported is not met, be it a ceiling (以内) or a target of zero; 超过 N is not met by N itself, and no target by 约 N
    static decimal PartOf(Indicator indicator, decimal? value, bool isExact)
    {
        const decimal almost = 0.999m;
        if (value is not { } told) return 0;
        var met = isExact && indicator.IsMetBy(told);
        if (indicator.Target == 0 || indicator.IsCeiling) return met ? 1 : 0;
        var share = told / indicator.Target;
        return met ? share : Math.Min(share, almost);
    }
}
