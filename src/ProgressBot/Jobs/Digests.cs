using System.Globalization;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Coordination;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>The weekly digest, to every coordinator and leader. One that was missed is sent late, once.</summary>
sealed class Digests(
    WriteQueue writes, LedgerLoader ledgers, DialogLibrary dialogs, OutboxSignal outbox, Func<WorkingCalendar> calendar,
    IOptions<DigestOptions> schedule, IOptions<TurnOptions> options, TimeProvider clock)
{
    const string Mark = "digest";

    /// <summary>True when a digest left.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var found = await writes.RunAsync(RunAsync, cancellationToken);
        if (found) outbox.Wake();
        return found;
    }

    /// <summary>The digest of every active plan, as it would leave now.</summary>
    public async Task<IReadOnlyList<(int PlanId, Outgoing Message)>> ComposeAsync(BotDb db, string locale)
    {
        var facts = await FactsAsync(db);
        var since = await DigestNews.LoadAsync(db, facts.Ledger);
        return [.. facts.Boards.Select(board => (board.Plan.Id, Compose(facts, board, since, locale)))];
    }

    async Task<bool> RunAsync(BotDb db)
    {
        var now = clock.GetUtcNow();
        var mark = await db.Set<ScheduleMark>().FindAsync(Mark);
        var next = schedule.Value.Schedule.NextAfter(now, calendar());
        if (mark is null)
        {
            db.Add(new ScheduleMark { Name = Mark, NextAt = next });
            return false;
        }
        if (mark.NextAt > now) return false;
        mark.NextAt = next;
        await SendAsync(db, now);
        return true;
    }

    async Task SendAsync(BotDb db, DateTimeOffset now)
    {
        var facts = await FactsAsync(db);
        var since = await DigestNews.LoadAsync(db, facts.Ledger);
        foreach (var board in facts.Boards)
        {
            db.Add(new SentDigest { PlanId = board.Plan.Id, At = now, Text = Compose(facts, board, since, DialogBook.DefaultLocale).Text });
            foreach (var reader in facts.Ledger.Having(Roles.Coordinator | Roles.Leader))
                if (Addressing.Of(reader) is { } address) db.Add(Message(reader, address, Compose(facts, board, since, reader.Locale), board.Plan.Id, now));
        }
    }

    static OutboxMessage Message(Person reader, Address address, Outgoing digest, int planId, DateTimeOffset now)
    {
        var message = OutboxMessage.To(address, digest, string.Create(CultureInfo.InvariantCulture, $"digest:{planId}:{now.UtcTicks}:{reader.Id}"), OutboxKind.Digest, now);
        message.PersonId = reader.Id;
        return message;
    }

    Outgoing Compose(Facts facts, StatusSummary board, IReadOnlyDictionary<int, DigestFacts> since, string locale)
    {
        var wording = dialogs.Book.Wording(locale);
        return DigestText.Compose(wording, new Phrasing(wording, facts), facts.Ledger, board, since[board.Plan.Id]);
    }

    async Task<Facts> FactsAsync(BotDb db) => new()
    {
        Ledger = await ledgers.LoadAsync(db, null),
        Now = clock.GetUtcNow(),
        Calendar = calendar(),
        Zone = options.Value.Zone,
        LightRule = options.Value.Lights,
    };
}

/// <summary>Configuration section <c>Digest</c>.</summary>
sealed class DigestOptions
{
    public const string Section = "Digest";

    public DigestCycle Cycle { get; set; } = DigestCycle.Weekly;
    public DayOfWeek Day { get; set; } = DayOfWeek.Friday;

    /// <summary>Local time of day.</summary>
    public TimeOnly Time { get; set; } = new(16, 30);

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    public DigestSchedule Schedule => new(Cycle, Day, Time, TimeZone);
}
