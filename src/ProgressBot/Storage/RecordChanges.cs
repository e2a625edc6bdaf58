using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Channels.DirectLine;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;
using ProgressBot.Outbox;
using ProgressBot.Turns;

namespace ProgressBot.Storage;

/// <summary>What a saving changes in the records that turns keep in memory. Whatever is not named here counts as changing everybody's.</summary>
static class RecordChanges
{
    /// <summary>To be called before the changes are saved.</summary>
    public static void Note(RecordClock clock, ChangeTracker tracker)
    {
        var units = new HashSet<int>();
        foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
            if (UnitOf(entry.Entity) is { } unit) units.Add(unit);
            else if (!IsBeside(entry))
            {
                clock.MoveAll();
                return;
            }
        clock.Move(units);
    }

    /// <summary>The same for an entity that is written past the tracker. A person's address and a proof count for nothing: whoever changes more than when somebody was seen, or proves something by evidence known before, says so.</summary>
    public static void Note(RecordClock clock, object entity)
    {
        if (UnitOf(entity) is { } unit) clock.Move([unit]);
        else if (!IsInNoLedger(entity) && entity is not (PersonAddress or EvidenceProof)) clock.MoveAll();
    }

    static int? UnitOf(object entity) => entity switch
    {
        Report report => report.UnitId,
        Total total => total.UnitId,
        MilestoneStanding standing => standing.UnitId,
        Evidence piece => piece.UnitId,
        _ => null,
    };

    static bool IsInNoLedger(object entity) => entity switch
    {
        InboxRow or SessionRow or EventRow or ReceiptCounter or OutboxMessage or DeadAddress or SenderDuty or StoredFile or Invitation => true,
        ConversationReference or DirectLineConversation or DirectLineActivity => true,
        PlannedReminder or ReminderRecord or DigestMark or SentDigest => true,
        // never without the report they belong to, whose revision counts
        ReportVersion or Figure => true,
        _ => false,
    };

    static bool IsBeside(EntityEntry entry) => entry.Entity switch
    {
        // when somebody was seen last matters to nobody but the sender
        PersonAddress => entry.State == EntityState.Modified && entry.Properties.Where(property => property.IsModified).All(property => property.Metadata.Name == nameof(PersonAddress.SeenAt)),
        _ => IsInNoLedger(entry.Entity),
    };
}
