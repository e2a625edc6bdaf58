using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Storage;

/// <summary>Whose records, of those that turns keep in memory, a row that is written belongs to. Whatever is not named here counts as everybody's.</summary>
static class RecordScope
{
    public static void Note(RecordClock clock, object row)
    {
        if (UnitOf(row) is { } unit) clock.Move([unit]);
        else if (!IsInNoLedger(row)) clock.MoveAll();
    }

    static int? UnitOf(object row) => row switch
    {
        Report report => report.UnitId,
        Total total => total.UnitId,
        MilestoneStanding standing => standing.UnitId,
        Evidence piece => piece.UnitId,
        _ => null,
    };

    static bool IsInNoLedger(object row) => row switch
    {
        Stamp or InboxRow or SessionRow or EventRow or ReceiptCounter or OutboxMessage or Invitation or PlanReading => true,
        PlannedReminder or ReminderRecord or DigestMark or SentDigest or DeadAddress => true,
        // never without the thing they are part of, which counts
        ReportVersion or Figure or ReportedState or Statement or EvidenceProof or Membership or PersonAddress => true,
        _ => false,
    };
}
