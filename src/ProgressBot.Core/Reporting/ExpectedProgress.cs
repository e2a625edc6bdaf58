using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>
/// How much of a target is expected by a day: nothing before the start, all of it on the last day, evenly in between; where the document sets stages (上半年60亿元),
/// evenly from stage to stage.
/// </summary>
/// <param name="Start">From when on progress is expected.</param>
/// <param name="End">The last day that is in time.</param>
/// <param name="Stages">Days and the shares of the target to be reached by them, 0 to 1, soonest first.</param>
public sealed record ExpectedProgress(DateOnly Start, DateOnly End, IReadOnlyList<StageShare> Stages)
{
    /// <summary>Of an indicator. A ceiling and a target of zero have no stages to grow through.</summary>
    public static ExpectedProgress Of(Indicator indicator, DateOnly start, DateOnly end) =>
        new(start, end, indicator.Target == 0 || indicator.IsCeiling ? [] : [.. indicator.Stages.OrderBy(stage => stage.Deadline).Select(stage => new StageShare(stage.Name, stage.Deadline, stage.Target, stage.Target / indicator.Target))]);

    /// <summary>The expected share on a day, 0 to 1.</summary>
    public decimal On(DateOnly today)
    {
        var (from, reached) = (Start, 0m);
        foreach (var stage in Stages.Append(new StageShare("", End, 0, 1)))
        {
            if (today <= stage.Day) return reached + ((stage.Share - reached) * Pace.Elapsed(from, stage.Day, today));
            (from, reached) = (stage.Day.AddDays(1), stage.Share);
        }
        return 1;
    }

    /// <summary>The latest stage that has passed without being reached; null for none.</summary>
    public StageShare? Missed(decimal achieved, DateOnly today) => Stages.LastOrDefault(stage => stage.Day < today && achieved < stage.Share);

    /// <summary>The next stage that is not reached yet; null for none.</summary>
    public StageShare? Next(decimal achieved, DateOnly today) => Stages.FirstOrDefault(stage => stage.Day >= today && achieved < stage.Share);
}

/// <param name="Name">As printed: 上半年.</param>
/// <param name="Target">In the indicator's base unit.</param>
/// <param name="Share">Of the year's target, 0 to 1.</param>
public sealed record StageShare(string Name, DateOnly Day, decimal Target, decimal Share);
