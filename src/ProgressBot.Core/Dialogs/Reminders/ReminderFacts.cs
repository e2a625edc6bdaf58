using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Reminders;

/// <summary>What must be known to remind some people.</summary>
/// <param name="Ledger">With the records of their units, and the coordinators.</param>
public sealed record ReminderFacts(Ledger Ledger, DateTimeOffset Now, WorkingCalendar Calendar, TimeZoneInfo Zone)
{
    /// <summary>All their rows that are due.</summary>
    public IReadOnlyList<RoundReminder> Rounds { get; init; } = [];
    public IReadOnlyList<ItemReminder> Items { get; init; } = [];

    /// <summary>How many messages each has got since <see cref="ReminderRun.WeekBegins"/>; who has got none may be left out.</summary>
    public IReadOnlyDictionary<int, int> SentThisWeek { get; init; } = new Dictionary<int, int>();

    /// <summary>Reports in the copied rounds (<see cref="ReminderRun.CopiedRounds"/>), of other units, too: at least those of <see cref="LateNeeds"/>.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>By copied round, the parts that are owed in it, of all there are.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<OwedPart>> Owing { get; init; } = new Dictionary<int, IReadOnlyList<OwedPart>>();

    /// <summary>Which coordinators have been told today of which round.</summary>
    public IReadOnlySet<(int RoundId, int PersonId)> EscalatedToday { get; init; } = new HashSet<(int, int)>();
}

/// <summary>A unit's part of a work item that is owed.</summary>
public readonly record struct OwedPart(int UnitId, int WorkItemId);
