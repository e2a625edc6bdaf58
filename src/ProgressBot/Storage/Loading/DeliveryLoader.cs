using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Dialogs.Notices;
using ProgressBot.Core.Dialogs.Reminders;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Storage.Loading;

/// <summary>What a coordinator may ask about messages: those of the open rounds and of deadlines, and the year's nudges.</summary>
static class DeliveryLoader
{
    /// <summary>Rows of each kind, the latest; enough for a large office's round.</summary>
    const int Most = 20_000;

    /// <summary>How long ago a deadline's reminders can have begun.</summary>
    static readonly TimeSpan Lately = TimeSpan.FromDays(60);

    /// <param name="unit">Whose reporters, and what others were told about it; null for all.</param>
    /// <param name="yearStart">The nudges from here on.</param>
    public static async Task<DeliveryFacts> LoadAsync(BotDb db, Ledger ledger, int? unit, DateTimeOffset yearStart, DateTimeOffset now)
    {
        var since = ledger.Rounds.Select(round => round.OpensAt).Append(now - Lately).Min();
        var decisions = await DecisionsAsync(db, ledger, unit, since);
        var rounds = ledger.Rounds.Select(round => round.Id).ToList();
        return new DeliveryFacts(
            await MessagesAsync(db, unit is null ? null : [.. decisions.Select(decision => decision.PersonId), .. PeopleOf(ledger, unit.Value)], since), decisions,
            await NextAsync(db.Set<RoundReminder>().Where(row => rounds.Contains(row.RoundId)), row => row.RoundId),
            await NextAsync(db.Set<ItemReminder>(), row => row.WorkItemId),
            await db.Set<Nudge>().AsNoTracking().Where(nudge => nudge.At >= yearStart && nudge.Number > 0).OrderBy(nudge => nudge.At).ToListAsync());
    }

    static IEnumerable<int> PeopleOf(Ledger ledger, int unit) => ledger.People.Where(person => person.Memberships.Any(membership => membership.UnitId == unit)).Select(person => person.Id);

    static async Task<List<ReminderDecision>> DecisionsAsync(BotDb db, Ledger ledger, int? unit, DateTimeOffset since)
    {
        var records = db.Set<ReminderRecord>().AsNoTracking().Where(record => record.At >= since);
        if (unit is { } asked)
        {
            var people = PeopleOf(ledger, asked).ToList();
            records = records.Where(record => people.Contains(record.PersonId) || record.CopiedUnits.Contains(asked));
        }
        var rounds = ledger.Rounds.Select(round => round.Id).ToHashSet();
        var items = ledger.Plans.SelectMany(plan => plan.Items).Select(item => item.Id).ToHashSet();
        return
        [
            .. (await records.OrderByDescending(record => record.Id).Take(Most).ToListAsync())
                .Where(record => record.RoundId is { } round ? rounds.Contains(round) : items.Contains(record.WorkItemId!.Value)).Reverse()
                .Select(record => new ReminderDecision(record.RoundId, record.WorkItemId, record.PersonId, record.Step, record.Offset, record.At, record.Outcome, record.CopiedUnits)),
        ];
    }

    static async Task<List<SentMessage>> MessagesAsync(BotDb db, IReadOnlyCollection<int>? people, DateTimeOffset since)
    {
        var messages = db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.PersonId != null && (message.Kind == OutboxKind.Nudge || message.Kind == OutboxKind.Reminder) && message.CreatedAt >= since);
        if (people is not null) messages = messages.Where(message => people.Contains(message.PersonId!.Value) || message.About == NoticeRun.ReviewAbout);
        var rows = await messages.OrderByDescending(message => message.Id).Take(Most)
            .Select(message => new { message.PersonId, message.Kind, message.About, message.Channel, message.CreatedAt, message.State, message.ChannelMessageId, message.LastError })
            .ToListAsync();
        // a notice that is no nudge (退回, 通知) has no number and answers nobody's question here
        return
        [
            .. rows.Where(message => message.Kind == OutboxKind.Reminder || message.About != null).Reverse().Select(message => new SentMessage(
                message.PersonId!.Value, KindOf(message.Kind, message.About), message.Kind == OutboxKind.Nudge ? message.About : null, message.Channel, message.CreatedAt,
                State(message.State, message.ChannelMessageId), message.LastError)),
        ];
    }

    static async Task<Dictionary<(int, int), DateTimeOffset>> NextAsync<T>(IQueryable<T> reminders, Func<T, int> subject) where T : PlannedReminder =>
        (await reminders.AsNoTracking().Where(row => row.NextAt != null).ToListAsync()).ToDictionary(row => (subject(row), row.PersonId), row => row.NextAt!.Value);

    static MessageKind KindOf(OutboxKind kind, string? about) => (kind, about) switch
    {
        (OutboxKind.Nudge, _) => MessageKind.Nudge,
        (_, ReminderRun.CopyAbout) => MessageKind.Copy,
        (_, NoticeRun.ReviewAbout) => MessageKind.Review,
        _ => MessageKind.Reminder,
    };

    static MessageState State(OutboxState state, string? channelMessageId) => state switch
    {
        OutboxState.Sent => channelMessageId is null ? MessageState.Sent : MessageState.Delivered,
        OutboxState.Dead => MessageState.Dead,
        _ => MessageState.Waiting,
    };
}
