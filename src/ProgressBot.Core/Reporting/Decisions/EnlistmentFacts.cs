using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>What must be known to put people on the list of those who are reminded.</summary>
/// <param name="Book">The plans in force.</param>
public sealed record EnlistmentFacts(PlanBook Book, DateTimeOffset Now, WorkingCalendar Calendar, TimeZoneInfo Zone)
{
    /// <summary>The units that have a report in an open round.</summary>
    public IReadOnlyList<AskedUnit> Asked { get; init; } = [];

    /// <summary>Everybody's.</summary>
    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    /// <summary>Granted ones, which may put off an item's own deadline.</summary>
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    /// <summary>Who is on the list already.</summary>
    public IReadOnlySet<(int RoundId, int PersonId)> OfRounds { get; init; } = new HashSet<(int, int)>();
    public IReadOnlySet<(int WorkItemId, int PersonId)> OfItems { get; init; } = new HashSet<(int, int)>();

    public DateOnly Today => Zone.Today(Now);
}

/// <summary>A unit that has a report in this state in an open round.</summary>
public readonly record struct AskedUnit(int PlanId, int RoundId, int UnitId, ReportState State);
