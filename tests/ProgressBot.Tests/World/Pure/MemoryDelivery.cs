using ProgressBot.Core.Dialogs.Notices;
using ProgressBot.Core.Dialogs.Reminders;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.World.Pure;

/// <summary>What became of messages, in a store in memory: every letter has arrived.</summary>
static class MemoryDelivery
{
    /// <param name="year">Of the nudges.</param>
    public static DeliveryFacts DeliveryFacts(this MemoryStore store, int year)
    {
        var live = store.LiveRounds().Select(round => round.Id).ToHashSet();
        return new DeliveryFacts(
            [.. store.Letters.Where(sent => IsReminder(sent.Letter)).Select(Sent)],
            [.. store.ReminderRecords.Where(record => record.RoundId is not { } round || live.Contains(round)).Select(Decision)],
            store.RoundReminders.Values.Where(row => row.NextAt is not null && live.Contains(row.RoundId))
                .ToDictionary(row => (row.RoundId, row.PersonId), row => row.NextAt!.Value),
            store.ItemReminders.Values.Where(row => row.NextAt is not null)
                .ToDictionary(row => (row.WorkItemId, row.PersonId), row => row.NextAt!.Value),
            [.. store.NudgesOf(year).Where(nudge => nudge.Number > 0)]);
    }

    /// <summary>The nudges of a year, oldest first.</summary>
    public static IEnumerable<Nudge> NudgesOf(this MemoryStore store, int year) =>
        store.All.Nudges.Where(nudge => MemoryFacts.Zone.Today(nudge.At).Year == year);

    // a notice that is no nudge (退回, 通知) has no number
    static bool IsReminder(Letter letter) =>
        letter.Kind == LetterKind.Reminder || (letter.Kind == LetterKind.Notice && letter.About is not null);

    static SentMessage Sent((Letter Letter, DateTimeOffset At) sent) => new(
        sent.Letter.PersonId, KindOf(sent.Letter), sent.Letter.Kind == LetterKind.Notice ? sent.Letter.About : null,
        sent.Letter.To.Channel, sent.At, MessageState.Sent, null);

    static MessageKind KindOf(Letter letter) => letter switch
    {
        { Kind: LetterKind.Notice } => MessageKind.Nudge,
        { About: ReminderRun.CopyAbout } => MessageKind.Copy,
        { About: NoticeRun.ReviewAbout } => MessageKind.Review,
        _ => MessageKind.Reminder,
    };

    static ReminderDecision Decision(ReminderRecord record) => new(
        record.RoundId, record.WorkItemId, record.PersonId, record.Step, record.Offset, record.At, record.Outcome, record.CopiedUnits);
}
