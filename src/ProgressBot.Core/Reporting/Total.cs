namespace ProgressBot.Core.Reporting;

/// <summary>Where one unit stands with one indicator: derived from the figures, kept so that status does not have to add them up.</summary>
public sealed record Total
{
    public int IndicatorId { get; init; }
    public int UnitId { get; init; }

    /// <summary>Running total of what was approved; null while nothing was.</summary>
    public decimal? Approved { get; init; }

    /// <summary>Running total with what still waits for review.</summary>
    public decimal? Reported { get; init; }

    /// <summary>Whether the approved total was said as a plain number; 约 and 近 are not taken for reached.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>The round the reported total comes from, and what it added there.</summary>
    public int? RoundId { get; init; }
    public decimal Increment { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>
    /// The total that follows from everything the unit ever said about the indicator: the latest period's figure counts, whenever it was said. A report of an
    /// earlier period that comes late changes no later total.
    /// </summary>
    /// <param name="figures">In any order; of other indicators and units, too.</param>
    public static Total Of(int indicatorId, int unitId, IEnumerable<CountedFigure> figures, DateTimeOffset now)
    {
        var total = new Total { IndicatorId = indicatorId, UnitId = unitId, ChangedAt = now };
        foreach (var figure in figures.Where(figure => figure.IndicatorId == indicatorId && figure.UnitId == unitId).Where(figure => figure.Counts).OrderBy(figure => figure.Place))
        {
            if (figure.Verdict == Verdict.Approved) total = total with { Approved = figure.Total, IsExact = figure.IsExact };
            total = total with { Reported = figure.Total, RoundId = figure.RoundId, Increment = figure.Increment };
        }
        return total;
    }
}

/// <summary>A figure on record with what became of it and where it belongs in time.</summary>
/// <param name="PeriodStart">First day of its round.</param>
/// <param name="Number">Of its version.</param>
public sealed record CountedFigure(int ReportId, int IndicatorId, int UnitId, int RoundId, DateOnly PeriodStart, int Number, Verdict Verdict, decimal Increment, decimal Total, bool IsExact)
{
    public bool Counts => Verdict is Verdict.Approved or Verdict.Pending;
    public (DateOnly, int) Place => (PeriodStart, Number);
}

/// <summary>The state of a milestone on record, with what became of it and where it belongs in time.</summary>
/// <param name="PeriodStart">First day of its round.</param>
/// <param name="Number">Of its version.</param>
public sealed record CountedState(int ReportId, int MilestoneId, int UnitId, DateOnly PeriodStart, int Number, Verdict Verdict, MilestoneState State)
{
    public bool Counts => Verdict is Verdict.Approved or Verdict.Pending;
    public (DateOnly, int) Place => (PeriodStart, Number);
}

/// <summary>Where one unit stands with one milestone.</summary>
public sealed record MilestoneStanding
{
    public int MilestoneId { get; init; }
    public int UnitId { get; init; }
    public MilestoneState? Approved { get; init; }
    public MilestoneState? Reported { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The standing that follows from everything the unit ever said about the milestone.</summary>
    /// <param name="states">In any order; of other milestones and units, too.</param>
    public static MilestoneStanding Of(int milestoneId, int unitId, IEnumerable<CountedState> states, DateTimeOffset now)
    {
        var standing = new MilestoneStanding { MilestoneId = milestoneId, UnitId = unitId, ChangedAt = now };
        foreach (var said in states.Where(said => said.MilestoneId == milestoneId && said.UnitId == unitId).Where(said => said.Counts).OrderBy(said => said.Place))
            standing = standing with { Approved = said.Verdict == Verdict.Approved ? said.State : standing.Approved, Reported = said.State };
        return standing;
    }
}
