using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;

namespace ProgressBot.Tests.World.Pure;

/// <summary>A small store: all that was written, in lists. It decides nothing; what it is told to write is what Core has decided.</summary>
sealed class MemoryStore
{
    readonly Dictionary<Type, int> _numbers = [];
    readonly RowKeys _keys = new();
    readonly HashSet<string> _letterKeys = [];

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
    public Dictionary<Address, DeadAddress> DeadAddresses { get; } = [];

    /// <summary>Receipts given out per day.</summary>
    public Dictionary<DateOnly, ReceiptCounter> Receipts { get; } = [];

    /// <summary>Sessions as JSON, by person or by the address of somebody nobody knows yet.</summary>
    public Dictionary<string, byte[]> Sessions { get; } = [];

    /// <summary>Every letter with the time it was written.</summary>
    public List<(Letter Letter, DateTimeOffset At)> Letters { get; } = [];

    /// <summary>What <see cref="Numbers"/> will say next.</summary>
    public int NextNumber<T>() => _numbers.GetValueOrDefault(typeof(T)) + 1;

    /// <exception cref="InvalidOperationException">A database would refuse it.</exception>
    public void Apply(Changes changes, DateTimeOffset now)
    {
        foreach (var change in changes.Rows)
            if (_keys.Take(change)) Write(change);
        foreach (var letter in changes.Letters)
        {
            if (!_letterKeys.Add(letter.Key)) throw new InvalidOperationException($"the letter {letter.Key} is there already");
            Letters.Add((letter, now));
        }
    }

    void Write(RowChange change)
    {
        All = All.After([Whole(change)]);
        switch (change.Row)
        {
            case Plan row: Write(Plans, row.Id, row, change.Action); break;
            case Invitation row: Write(Invitations, row.Id, row, change.Action); break;
            case RoundReminder row: Write(RoundReminders, (row.RoundId, row.PersonId), row, change.Action); break;
            case ItemReminder row: Write(ItemReminders, (row.WorkItemId, row.PersonId), row, change.Action); break;
            case ReminderRecord row: ReminderRecords.Add(row); break;
            case DigestMark row: Write(DigestMarks, row.PlanId, row, change.Action); break;
            case SentDigest row: SentDigests.Add(row); break;
            case PlanReading row: Write(Readings, row.Key, row, change.Action); break;
            case DeadAddress row: Write(DeadAddresses, row.Address, row, change.Action); break;
            case ReceiptCounter row: Write(Receipts, row.Day, row, change.Action); break;
        }
    }

    static void Write<TKey, TRow>(Dictionary<TKey, TRow> rows, TKey key, TRow row, RowAction action) where TKey : notnull
    {
        if (action == RowAction.Remove) rows.Remove(key);
        else rows[key] = row;
    }

    // whoever sees only the own reports changes a round without the others'
    RowChange Whole(RowChange change)
    {
        if (change.Row is not Round round || All.Rounds.FirstOrDefault(known => known.Id == round.Id) is not { } known) return change;
        var others = known.Reports.ExceptBy(round.Reports.Select(report => report.Id), report => report.Id);
        return change with { Row = round with { Reports = [.. round.Reports, .. others] } };
    }
}
