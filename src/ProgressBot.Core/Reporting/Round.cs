using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>填报期: a plan in one period. Its roster is frozen when it opens: one <see cref="Report"/> per work item and unit.</summary>
public sealed class Round
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public required DateOnly PeriodStart { get; set; }
    public required DateOnly PeriodEnd { get; set; }

    /// <summary>What people call it: 9月, 第39周, 三季度.</summary>
    public required string Label { get; set; }

    public required DateTimeOffset OpensAt { get; set; }

    /// <summary>An answer after this is accepted and flagged late (逾期).</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>From here on nothing is accepted any more, but for a unit that was given longer.</summary>
    public required DateTimeOffset LocksAt { get; set; }

    public RoundState State { get; set; }
    public List<Report> Reports { get; } = [];
    public List<LockExtension> Extensions { get; } = [];

    public RoundDates Dates() => new(Label, PeriodStart, PeriodEnd, OpensAt, DueAt, LocksAt);

    /// <summary>Whether a unit may still report at this moment.</summary>
    public bool Accepts(int unitId, DateTimeOffset now) =>
        State == RoundState.Open && OpensAt <= now &&
        (now < LocksAt || Extensions.Any(extension => extension.UnitId == unitId && now < extension.Until));
}

public enum RoundState
{
    Open,

    /// <summary>Nobody is reminded; answers are still taken up once it is resumed.</summary>
    Paused,
    Cancelled,
    Closed,
}

/// <summary>A unit that may report until later than the round's lock.</summary>
public sealed class LockExtension
{
    public int RoundId { get; set; }
    public int UnitId { get; set; }
    public DateTimeOffset Until { get; set; }
    public required string Reason { get; set; }
}
