using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;
using ProgressBot.Outbox;
using ProgressBot.Storage;

namespace ProgressBot.Turns;

/// <summary>What a coordinator may ask about messages: those of the open rounds, and the year's nudges.</summary>
static class DeliveryLoader
{
    /// <summary>Rows of each kind, the latest; enough for a large office's round.</summary>
    const int Most = 20_000;

    /// <param name="unit">Whose reporters; null for all.</param>
    /// <param name="yearStart">The nudges from here on.</param>
    public static async Task<DeliveryFacts> LoadAsync(BotDb db, Ledger ledger, int? unit, DateTimeOffset yearStart)
    {
        var since = ledger.Rounds.Select(round => round.OpensAt).DefaultIfEmpty(yearStart).Min();
        var rounds = ledger.Rounds.Select(round => round.Id).ToList();
        List<int>? people = unit is null ? null : [.. ledger.People.Where(person => person.Memberships.Exists(membership => membership.UnitId == unit)).Select(person => person.Id)];
        var messages = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.PersonId != null && (message.Kind == OutboxKind.Nudge || message.Kind == OutboxKind.Reminder) && message.CreatedAt >= since && (people == null || people.Contains(message.PersonId.Value)))
            .OrderByDescending(message => message.Id).Take(Most)
            .Select(message => new { message.PersonId, message.Kind, message.About, message.Channel, message.CreatedAt, message.State, message.ChannelMessageId, message.LastError })
            .ToListAsync();
        var decisions = await db.Set<ReminderRecord>().AsNoTracking().Where(record => record.RoundId != null && rounds.Contains(record.RoundId.Value) && (people == null || people.Contains(record.PersonId))).OrderByDescending(record => record.Id).Take(Most).ToListAsync();
        var next = await db.Set<RoundReminder>().AsNoTracking().Where(row => rounds.Contains(row.RoundId) && row.NextAt != null && (people == null || people.Contains(row.PersonId))).ToListAsync();
        var nudges = await db.Set<Nudge>().AsNoTracking().Where(nudge => nudge.At >= yearStart && nudge.Number > 0).OrderBy(nudge => nudge.At).ToListAsync();
        return new DeliveryFacts(
            // a notice that is no nudge (退回, 通知) has no number and answers nobody's question here
            [.. messages.Where(message => message.Kind == OutboxKind.Reminder || message.About != null).Reverse()
                .Select(message => new SentMessage(message.PersonId!.Value, message.Kind == OutboxKind.Nudge ? message.About : null, message.Channel, message.CreatedAt, State(message.State, message.ChannelMessageId), message.LastError))],
            [.. decisions.AsEnumerable().Reverse().Select(record => new ReminderDecision(record.RoundId!.Value, record.PersonId, record.Step, record.Offset, record.At, record.Outcome))],
            next.ToDictionary(row => (row.RoundId, row.PersonId), row => row.NextAt!.Value), nudges);
    }

    static MessageState State(OutboxState state, string? channelMessageId) => state switch
    {
        OutboxState.Sent => channelMessageId is null ? MessageState.Sent : MessageState.Delivered,
        OutboxState.Dead => MessageState.Dead,
        _ => MessageState.Waiting,
    };
}
