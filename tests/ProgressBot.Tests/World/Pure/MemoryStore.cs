using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;

namespace ProgressBot.Tests.World.Pure;

/// <summary>A small store: everything that was written, in lists. It decides nothing; what it is told to write is what Core has decided.</summary>
sealed class MemoryStore
{
    readonly Dictionary<Type, int> _numbers = [];

    public MemoryStore() => Numbers = new RowNumbers(row => _numbers[row] = _numbers.GetValueOrDefault(row) + 1);

    public RowNumbers Numbers { get; }

    /// <summary>Everybody's records, rounds of every state included.</summary>
    public Ledger All { get; private set; } = new();

    /// <summary>Plans of every state.</summary>
    public Dictionary<int, Plan> Plans { get; } = [];
    public Dictionary<int, Invitation> Invitations { get; } = [];
    public Dictionary<(int Round, int Person), RoundReminder> RoundReminders { get; } = [];
    public Dictionary<(int Item, int Person), ItemReminder> ItemReminders { get; } = [];
    public List<ReminderRecord> ReminderRecords { get; } = [];
    public Dictionary<int, DigestMark> DigestMarks { get; } = [];
    public List<SentDigest> SentDigests { get; } = [];
    public Dictionary<string, PlanReading> Readings { get; } = [];

    /// <summary>Receipts given out per day.</summary>
    public Dictionary<DateOnly, int> Receipts { get; } = [];

    /// <summary>Sessions as JSON, by person or by the address of somebody nobody knows yet.</summary>
    public Dictionary<string, byte[]> Sessions { get; } = [];

    /// <summary>Every letter with the time it was written.</summary>
    public List<(Letter Letter, DateTimeOffset At)> Letters { get; } = [];

    /// <summary>What <see cref="Numbers"/> will say next.</summary>
    public int NextNumber<T>() => _numbers.GetValueOrDefault(typeof(T)) + 1;

    /// <summary>Open and paused rounds, and closed ones in which something waits.</summary>
    public IEnumerable<Round> LiveRounds => All.Rounds.Where(round => round.State is RoundState.Open or RoundState.Paused
        || (round.State == RoundState.Closed && round.Reports.Any(report => report.State is ReportState.Submitted or ReportState.Returned)));

    public void Apply(Changes changes, DateTimeOffset now)
    {
        All = All.After(changes.Rows.Select(Whole));
        foreach (var change in changes.Rows) Apply(change);
        foreach (var letter in changes.Letters)
            if (!Letters.Exists(known => known.Letter.Key == letter.Key)) Letters.Add((letter, now));
    }

    // whoever sees only the own reports changes a round without the others'
    RowChange Whole(RowChange change) => change.Row is Round round && All.Rounds.FirstOrDefault(known => known.Id == round.Id) is { } known
        ? change with { Row = round with { Reports = [.. round.Reports, .. known.Reports.ExceptBy(round.Reports.Select(report => report.Id), report => report.Id)] } }
        : change;

    void Apply(RowChange change)
    {
        switch (change.Row)
        {
            case Plan plan when change.Action == RowAction.Remove: Plans.Remove(plan.Id); break;
            case Plan plan: Plans[plan.Id] = plan; break;
            case Invitation invitation: Invitations[invitation.Id] = invitation; break;
            case RoundReminder row: Put(RoundReminders, (row.RoundId, row.PersonId), row, change.Action); break;
            case ItemReminder row: Put(ItemReminders, (row.WorkItemId, row.PersonId), row, change.Action); break;
            case ReminderRecord record: ReminderRecords.Add(record); break;
            case DigestMark mark: DigestMarks[mark.PlanId] = mark; break;
            case SentDigest digest: SentDigests.Add(digest); break;
            case PlanReading reading: Put(Readings, reading.Key, reading, change.Action); break;
            case ReceiptCounter counter: Receipts[counter.Day] = counter.Last; break;
        }
    }

    static void Put<TKey, TRow>(Dictionary<TKey, TRow> rows, TKey key, TRow row, RowAction action) where TKey : notnull
    {
        if (action == RowAction.Ensure) rows.TryAdd(key, row);
        else rows[key] = row;
    }

    /// <summary>The records a turn may see.</summary>
    /// <param name="units">Whose; null for everybody's.</param>
    public Ledger LedgerOf(IReadOnlyCollection<int>? units)
    {
        bool Seen(int unitId) => units is null || units.Contains(unitId);
        return All with
        {
            People = [.. All.People.Where(person => person.Is(Roles.Coordinator) || units is null || person.Memberships.Any(membership => Seen(membership.UnitId)))],
            Extensions = [.. All.Rounds.SelectMany(round => round.Extensions).Where(extension => extension.State == ExtensionState.Granted && Seen(extension.UnitId))],
            Rounds = [.. LiveRounds.Select(round => round with { Reports = [.. round.Reports.Where(report => Seen(report.UnitId))] })],
            Totals = [.. All.Totals.Where(total => Seen(total.UnitId))],
            Milestones = [.. All.Milestones.Where(standing => Seen(standing.UnitId))],
            Evidence = [.. All.Evidence.Where(piece => Seen(piece.UnitId) && piece.WithdrawnAt is null)],
            Nudges = units is null ? All.Nudges : [],
        };
    }

    /// <summary>Every figure on record that counts.</summary>
    public IReadOnlyList<CountedFigure> Figures =>
    [
        .. from round in All.Rounds
           from report in round.Reports
           from version in report.Versions
           from figure in version.Figures
           select new CountedFigure(report.Id, figure.IndicatorId, report.UnitId, round.Id, round.PeriodStart, version.Number, version.Verdict, figure.Increment, figure.Total, figure.IsExact),
    ];

    /// <summary>Every state on record that counts.</summary>
    public IReadOnlyList<CountedState> States =>
    [
        .. from round in All.Rounds
           from report in round.Reports
           from version in report.Versions
           from state in version.States
           select new CountedState(report.Id, state.MilestoneId, report.UnitId, round.PeriodStart, version.Number, version.Verdict, state.State),
    ];
}
