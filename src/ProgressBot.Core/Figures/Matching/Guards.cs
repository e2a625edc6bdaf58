using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>Looks at a value before it is kept: basis, magnitude, drop, jump, period.</summary>
internal static class Guards
{
    private const decimal Wan = 10_000;
    private const decimal Yi = 100_000_000;

    // a report below 1/200 of the target or above ten times it is implausible as it stands
    private const decimal Least = 1 / 200m;
    private const decimal Most = 10;

    // a total beyond twice the target (and ten more, for small counts) or three times the last one is asked
    private const decimal JumpOverTarget = 2;
    private const decimal JumpOverLast = 3;
    private const decimal SmallCount = 10;

    /// <summary>Total or increment, and whether that was said; a doubt when both are within reach.</summary>
    public static (Counted Counted, DoubtKind? Doubt) Count(Mention mention, Candidate candidate, bool isCorrection)
    {
        var (indicator, value) = (candidate.Indicator, candidate.Value);
        var last = isCorrection ? 0 : indicator.LastTotal ?? indicator.LastApproved ?? 0;
        var said = BasisWords.In(mention.Before) ?? BasisWords.In(mention.Note) ?? BasisWords.Behind(mention.After);
        var byName = BasisWords.IsPartOfName(mention.Before, indicator) && said is null or { Basis: Basis.Incremental, Word: ['新', ..] };
        if (said is null or { Basis: Basis.Incremental } && byName && IsTotal(mention))
            return (new Counted(value, Basis.Cumulative, true), null);
        if (IsRunning(mention, said))
            return (new Counted(value, Basis.Cumulative, true), null);
        if (said is { } word && !byName)
            return (new Counted(value, word.Basis, true), BasisWords.IsHeading(word.Word) && !IsNewly(mention.Before) && last > 0
                && value > last ? DoubtKind.Basis : null);
        if (DatedWords.IsEvent(mention.Before) && said is null)
            return (new Counted(value, Basis.Incremental, true), last > 0 && value > last ? DoubtKind.Basis : null);
        if (byName && last > 0)
            return (new Counted(value, Basis.Incremental, false), value > last ? DoubtKind.Basis : null);
        return Carried(mention, indicator, value, last);
    }

    // 本月新签4个: the verb says it again; 本月新签项目4个 may be a heading over totals
    private static bool IsNewly(string words) => words.TrimEnd('了') is [.., '新', _];

    // 1-9月新增4个 counts from the beginning of the year
    private static bool IsRunning(Mention mention, (Basis Basis, string Word)? said) =>
        DatedWords.SpanStart(mention.Before) == 1 || (said is null && DatedWords.SpanStart(mention.Sentence) == 1);

    /// <summary>True for an increment of more than the period: 7—9月新增170人次 in September.</summary>
    public static bool IsLonger(Mention mention, Counted counted, ReplyContext context) =>
        counted.Basis == Basis.Incremental && DatedWords.SpanStart(mention.Before) is { } month && month < context.PeriodStart.Month;

    /// <summary>The question about a figure that is dated outside the period.</summary>
    public static Doubt AskPeriod(Mention mention, Candidate candidate) =>
        Ask(DoubtKind.OutsidePeriod, mention, candidate, new Counted(candidate.Value, BasisWords.In(mention.Before)?.Basis ?? candidate.Indicator.Basis, false), null);

    /// <summary>What else is wrong with the value; null when nothing is.</summary>
    public static Doubt? Check(Mention mention, Candidate candidate, Counted counted)
    {
        if (counted.Value < 0)
            return Ask(DoubtKind.Drop, mention, candidate, counted with { Basis = Basis.Incremental }, Floor(candidate.Indicator));
        if (mention.Figure is { IsAmbiguous: true, NormalizedMax: { } other })
            return new Doubt(DoubtKind.Range, mention.Figure,
                [Choice(candidate, counted), new DoubtChoice(candidate.Indicator.Id, Converted(mention, counted, other), counted.Basis)],
                    null);
        if (Misread(mention, candidate, counted) is { } readings)
            return new Doubt(DoubtKind.Magnitude, mention.Figure, readings, candidate.Indicator.LastTotal);
        if (mention.Figure.NormalizedMax is { } upper)
            return new Doubt(DoubtKind.Range, mention.Figure,
                [Choice(candidate, counted), new DoubtChoice(candidate.Indicator.Id, Converted(mention, counted, upper), counted.Basis)],
                null);
        if (Floor(candidate.Indicator) is { } floor && counted.Basis == Basis.Cumulative && counted.Value < floor)
            return new Doubt(DoubtKind.Drop, mention.Figure, Both(candidate, counted.Value, Basis.Incremental), floor);
        return IsJump(candidate.Indicator, counted) ? new Doubt(DoubtKind.Jump, mention.Figure, Both(candidate, counted.Value, counted.Basis), candidate.Indicator.LastTotal) : null;
    }

    /// <summary>Only 共 or 合计 says that it is a total.</summary>
    public static bool IsSum(Mention mention) => BasisWords.In(mention.Before) is { } said && BasisWords.IsSum(said.Word);

    /// <summary>Both readings of a value, the likelier first.</summary>
    public static IReadOnlyList<DoubtChoice> Both(Candidate candidate, decimal value, Basis likelier)
    {
        var other = likelier == Basis.Cumulative ? Basis.Incremental : Basis.Cumulative;
        return [new(candidate.Indicator.Id, value, likelier), new(candidate.Indicator.Id, value, other)];
    }

    private static (Counted Counted, DoubtKind? Doubt) Carried(Mention mention, SoughtIndicator indicator, decimal value, decimal last) =>
        BasisWords.Carried(mention.Sentence) switch
        {
            Basis.Cumulative => (new Counted(value, Basis.Cumulative, true), null),
            Basis.Incremental => (new Counted(value, Basis.Incremental, true), last > 0 && value > last ? DoubtKind.Basis : null),
            _ when DatedWords.IsEvent(mention.Sentence) => (new Counted(value, Basis.Incremental, true), last > 0 && value > last ? DoubtKind.Basis : null),
            _ when value <= last && mention.Before is [.., '了'] => (new Counted(value, Basis.Incremental, false), null),
            _ => (new Counted(value, indicator.Basis, false), Unsaid(indicator, value, last)),
        };

    // the very value of the last total is either "no change" or as much again; a smaller one may be an increment
    private static DoubtKind? Unsaid(SoughtIndicator indicator, decimal value, decimal last) =>
        indicator.Basis == Basis.Cumulative && last > 0 && value == last ? DoubtKind.Basis : null;

    // 截至目前，新签项目4个
    private static bool IsTotal(Mention mention) => BasisWords.Carried(mention.Lead) == Basis.Cumulative;

    private static decimal? Floor(SoughtIndicator indicator) => indicator.LastApproved ?? indicator.LastTotal;

    private static Doubt Ask(DoubtKind kind, Mention mention, Candidate candidate, Counted counted, decimal? reference) =>
        new(kind, mention.Figure, [Choice(candidate, counted), new DoubtChoice(null, counted.Value, counted.Basis)], reference);

    // the other end of a range in the indicator's unit
    private static decimal Converted(Mention mention, Counted counted, decimal end) =>
        mention.Figure.Normalized == 0 ? end : counted.Value * end / mention.Figure.Normalized;

    private static DoubtChoice Choice(Candidate candidate, Counted counted) => new(candidate.Indicator.Id, counted.Value, counted.Basis);

    // other readings of a value that is implausible as it stands, the display unit's first
    private static List<DoubtChoice>? Misread(Mention mention, Candidate candidate, Counted counted)
    {
        var (value, reference) = (counted.Value, Reference(candidate.Indicator));
        return value == 0 || reference == 0 || IsPlausible(value, reference) ? null : Misread(mention, candidate, counted, reference);
    }

    private static List<DoubtChoice>? Misread(Mention mention, Candidate candidate, Counted counted, decimal reference)
    {
        var (indicator, value) = (candidate.Indicator, counted.Value);
        var factors = candidate.Fit == Fit.Bare && mention.Figure.Unit.Length == 0 ? new[] { Yi, Wan } : [Wan, 1 / Wan];
        var readings = factors.Select(factor => value * factor).ToList();
        if (!readings.Exists(reading => IsPlausible(reading, reference)))
            return null;
        if (mention.Figure.Unit.Length > 0)
            readings = [.. readings.Where(reading => IsPlausible(reading, reference)), value];
        return [.. readings.OrderByDescending(reading => IsPlausible(reading, reference)).Select(reading => new DoubtChoice(indicator.Id, reading, counted.Basis))];
    }

    private static decimal Reference(SoughtIndicator indicator) => indicator.Target > 0 ? indicator.Target : indicator.LastTotal ?? 0;

    /// <summary>Whether a value is within reach of the target.</summary>
    public static bool IsWithinReach(SoughtIndicator indicator, decimal value) =>
        Reference(indicator) is var reference && (reference == 0 || value <= reference * Most);

    private static bool IsPlausible(decimal value, decimal reference) => value >= reference * Least && value <= reference * Most;

    private static bool IsJump(SoughtIndicator indicator, Counted counted)
    {
        var last = indicator.LastTotal ?? indicator.LastApproved ?? 0;
        var total = counted.Basis == Basis.Cumulative ? counted.Value : last + counted.Value;
        var limit = Math.Max(Math.Max(indicator.Target * JumpOverTarget, indicator.Target + SmallCount), last * JumpOverLast);
        return Reference(indicator) > 0 && total > limit;
    }
}
