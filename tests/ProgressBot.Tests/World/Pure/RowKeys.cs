using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;

namespace ProgressBot.Tests.World.Pure;

/// <summary>
/// The keys of the rows in a store in memory. It is as strict as a database: nothing is added twice, and only what is there is changed.
/// </summary>
sealed class RowKeys
{
    readonly HashSet<object> _known = [];

    /// <summary>Takes note of a change. False when nothing is left to do: a row to ensure is there, one to remove is not.</summary>
    /// <exception cref="InvalidOperationException">The key is there already, or the row is not.</exception>
    public bool Take(RowChange change)
    {
        if (KeyOf(change.Row) is not { } key)
            return change.Action == RowAction.Add ? true : throw Fault(change, "has no number of its own");
        var isNew = !_known.Contains(key);
        if (change.Action == RowAction.Remove) return _known.Remove(key);
        if (change.Action == RowAction.Add && !isNew) throw Fault(change, "is there already");
        if (change.Action == RowAction.Change && isNew) throw Fault(change, "is not there");
        _known.Add(key);
        return isNew || change.Action != RowAction.Ensure;
    }

    static InvalidOperationException Fault(RowChange change, string what) => new($"{change.Action}: {change.Row} {what}");

    // null for rows that a database numbers and nobody refers to
    static object? KeyOf(object row) => row switch
    {
        ReminderRecord or SentDigest => null,
        Total total => (typeof(Total), total.IndicatorId, total.UnitId),
        MilestoneStanding standing => (typeof(MilestoneStanding), standing.MilestoneId, standing.UnitId),
        Nudge nudge => (typeof(Nudge), nudge.Id),
        RoundReminder reminder => (typeof(RoundReminder), reminder.RoundId, reminder.PersonId),
        ItemReminder reminder => (typeof(ItemReminder), reminder.WorkItemId, reminder.PersonId),
        DigestMark mark => (typeof(DigestMark), mark.PlanId),
        PlanReading reading => (typeof(PlanReading), reading.Key),
        Invitation invitation => (typeof(Invitation), invitation.Id),
        ReceiptCounter counter => (typeof(ReceiptCounter), counter.Day),
        DeadAddress dead => (typeof(DeadAddress), dead.Channel, dead.Key),
        _ => Rows.KeyOf(row),
    };
}
