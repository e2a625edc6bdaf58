using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Digests;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>Sends each plan's digests when they are due, and tells coordinators beforehand. One that was missed is sent late, once; of several only the latest.</summary>
sealed class Digests(
    WriteQueue writes, PreparedRows rows, PlanShelf shelf, LedgerLoader ledgers, DialogLibrary dialogs, OutboxSignal outbox, Func<WorkingCalendar> calendar,
    IOptions<DigestOptions> digests, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>True when a digest or a notice left.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var found = await writes.RunAsync(RunAsync, cancellationToken);
        if (found) outbox.Wake();
        return found;
    }

    /// <summary>The digests as they would leave now to an audience.</summary>
    /// <param name="unit">For <see cref="DigestAudience.Unit"/>.</param>
    public async Task<IReadOnlyList<Outgoing>> PreviewAsync(BotDb db, DigestAudience audience, Unit? unit)
    {
        var marks = await DigestLoader.MarksAsync(db);
        var ledger = await ledgers.LoadAsync(db, null);
        var coming = ledger.Plans.Select(plan => (plan, Schedule(plan).Preview(clock.GetUtcNow(), Calendar(plan), marks.GetValueOrDefault(plan.Id)?.Handled)));
        var facts = Facts(ledger, await DigestLoader.LoadAsync(db, coming));
        return DigestPost.Preview(dialogs.Book.Wording(DialogBook.DefaultLocale), facts, audience, unit);
    }

    DigestSchedule Schedule(Plan plan) => plan.Schedule.Digests(digests.Value.Schedule);

    WorkingCalendar Calendar(Plan plan) => plan.Schedule.CalendarIn(calendar());

    // the plans are in memory: nothing but the marks is read until something is due
    async Task<bool> RunAsync(BotDb db)
    {
        var now = clock.GetUtcNow();
        var marks = await db.Set<DigestMark>().ToDictionaryAsync(mark => mark.PlanId);
        var (due, coming) = (new List<(Plan, DigestOccasion)>(), new List<(Plan, DigestOccasion)>());
        foreach (var plan in (await shelf.TakeAsync(db)).Plans)
        {
            var mark = marks.GetValueOrDefault(plan.Id) ?? db.Add(new DigestMark { PlanId = plan.Id }).Entity;
            if (mark.Take(Schedule(plan), Calendar(plan), now) is { } occasion && !mark.IsSkipped(occasion))
            {
                mark.SentAt = now;
                due.Add((plan, occasion));
            }
            if (mark.TakeNotice(Schedule(plan), Calendar(plan), now) is { } next) coming.Add((plan, next));
        }
        if (due.Count > 0) await SendAsync(db, due, now);
        if (coming.Count > 0) await TellAsync(db, coming, now);
        return due.Count + coming.Count > 0;
    }

    async Task SendAsync(BotDb db, List<(Plan Plan, DigestOccasion Occasion)> due, DateTimeOffset now)
    {
        var news = await DigestLoader.LoadAsync(db, due);
        var facts = Facts(await ledgers.LoadAsync(db, null), news);
        foreach (var letter in DigestPost.Letters(dialogs.Book, facts, news, await RemindedAsync(db, facts)))
            Write(db, letter.To, letter.Message, string.Create(CultureInfo.InvariantCulture, $"digest:{letter.PlanId?.ToString(CultureInfo.InvariantCulture) ?? "units"}:{Cause(due, letter.PlanId)}:{letter.To.Id}"), now);
        foreach (var (plan, occasion) in due)
            db.Add(new SentDigest
            {
                PlanId = plan.Id,
                At = now,
                Kind = occasion.Kind,
                Text = DigestPost.Kept(dialogs.Book, facts, plan, news[plan.Id]),
                Red = [.. facts.Boards.Single(board => board.Plan.Id == plan.Id).Items.Where(item => item.Light == Light.Red).Select(item => item.Item.Id)],
            });
    }

    // built from what was due, so that the same digest cannot be written twice
    static string Cause(List<(Plan Plan, DigestOccasion Occasion)> due, int? planId) => string.Join(',', due.Where(each => planId is null || each.Plan.Id == planId)
        .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Plan.Id}@{each.Occasion.Day:yyyyMMdd}")));

    async Task TellAsync(BotDb db, List<(Plan, DigestOccasion)> coming, DateTimeOffset now)
    {
        var facts = Facts(new Ledger(), new Dictionary<int, DigestFacts>());
        foreach (var person in await db.Set<Person>().AsNoTracking().Include(person => person.Addresses).Where(person => (person.Roles & Roles.Coordinator) != 0).ToListAsync())
        {
            var wording = dialogs.Book.Wording(person.Locale);
            Write(db, person, DigestSkipping.Notice(wording, new Phrasing(wording, facts), coming), string.Create(CultureInfo.InvariantCulture, $"digest-notice:{Cause(coming, null)}:{person.Id}"), now);
        }
    }

    void Write(BotDb db, Person to, Outgoing message, string key, DateTimeOffset now)
    {
        if (Addressing.Of(to) is not { } address) return;
        var letter = OutboxMessage.To(address, message, key, OutboxKind.Digest, now);
        letter.PersonId = to.Id;
        rows.Insert(db, letter);
    }

    // of the last week, which is as long as it matters
    static async Task<IReadOnlyDictionary<int, DateOnly>> RemindedAsync(BotDb db, Facts facts)
    {
        var week = facts.Now.AddDays(-7);
        return await db.Set<ReminderRecord>().Where(record => record.At >= week && record.Outcome == ReminderOutcome.Sent)
            .GroupBy(record => record.PersonId).Select(group => new { Person = group.Key, At = group.Max(record => record.At) })
            .ToDictionaryAsync(row => row.Person, row => facts.Zone.Today(row.At));
    }

    Facts Facts(Ledger ledger, IReadOnlyDictionary<int, DigestFacts> news) => new()
    {
        Ledger = ledger,
        Digests = news,
        DigestSchedule = digests.Value.Schedule,
        Now = clock.GetUtcNow(),
        Calendar = calendar(),
        Zone = options.Value.Zone,
        LightRule = options.Value.Lights,
    };
}
