namespace ProgressBot.Core.Reporting;

/// <summary>Where one unit stands with one indicator: derived from the figures, kept so that status does not have to add them up.</summary>
public sealed class Total
{
    public int IndicatorId { get; set; }
    public int UnitId { get; set; }

    /// <summary>Running total of what was approved; null while nothing was.</summary>
    public decimal? Approved { get; set; }

    /// <summary>Running total with what still waits for review.</summary>
    public decimal? Reported { get; set; }

    /// <summary>The round the reported total comes from, and what it added there.</summary>
    public int? RoundId { get; set; }
    public decimal Increment { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>
    /// Derives the total anew from everything the unit ever said about the indicator, oldest round first: the latest period's figure counts, whenever it was
    /// said. A report of an earlier period that comes late changes no later total.
    /// </summary>
    public void Recount(IEnumerable<CountedFigure> figures, DateTimeOffset now)
    {
        (Approved, Reported, RoundId, Increment) = (null, null, null, 0);
        foreach (var figure in figures.Where(figure => figure.Verdict is Verdict.Approved or Verdict.Pending))
        {
            if (figure.Verdict == Verdict.Approved) Approved = figure.Total;
            (Reported, RoundId, Increment) = (figure.Total, figure.RoundId, figure.Increment);
        }
        ChangedAt = now;
    }
}

/// <summary>A figure with what became of it and the round it belongs to.</summary>
public sealed record CountedFigure(int IndicatorId, decimal Increment, decimal Total, Verdict Verdict, int RoundId)
{
    public static CountedFigure Of(Figure figure, Verdict verdict, int roundId) => new(figure.IndicatorId, figure.Increment, figure.Total, verdict, roundId);
}

/// <summary>A milestone that was named, with what became of it.</summary>
public sealed record CountedMilestone(Milestone Milestone, Verdict Verdict);

/// <summary>Where one unit stands with a work item that has no number.</summary>
public sealed class MilestoneStanding
{
    public int WorkItemId { get; set; }
    public int UnitId { get; set; }
    public Milestone? Approved { get; set; }
    public Milestone? Reported { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Derives the standing anew from what was said, oldest round first.</summary>
    public void Recount(IEnumerable<CountedMilestone> named, DateTimeOffset now)
    {
        (Approved, Reported) = (null, null);
        foreach (var (milestone, verdict) in named)
        {
            if (verdict == Verdict.Approved) Approved = milestone;
            if (verdict is Verdict.Approved or Verdict.Pending) Reported = milestone;
        }
        ChangedAt = now;
    }
}
