using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Digests;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Storage.Loading;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>Sends each plan's digests when they are due, and tells coordinators beforehand.</summary>
sealed class Digests(
    Store store, PlanCache plans, LedgerLoader ledgers, DialogLibrary dialogs, OutboxSignal outbox, Func<WorkingCalendar> calendar,
    IOptions<DigestOptions> digests, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>How long it matters to a digest that somebody was reminded.</summary>
    static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>True when a digest or a notice left.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var found = await store.RunAsync(RunAsync, cancellationToken);
        if (found) outbox.Wake();
        return found;
    }

    /// <summary>The digests as they would leave now to an audience.</summary>
    /// <param name="unit">For <see cref="DigestAudience.Unit"/>.</param>
    public async Task<IReadOnlyList<Outgoing>> PreviewAsync(BotDb db, DigestAudience audience, Unit? unit)
    {
        var (now, marks, ledger) = (clock.GetUtcNow(), await DigestLoader.MarksAsync(db), await ledgers.LoadAsync(db, null));
        var coming = ledger.Plans.Select(plan => new DueDigest(
            plan, plan.Digests(digests.Value.Schedule).Preview(now, plan.Schedule.CalendarIn(calendar()), marks.GetValueOrDefault(plan.Id)?.Handled)));
        return DigestPost.Preview(dialogs.Book.Wording(DialogBook.DefaultLocale), Facts(ledger, now, await DigestLoader.LoadAsync(db, coming, now)), audience, unit);
    }

    // the plans are in memory: nothing but the marks is read until something is due
    async Task<bool> RunAsync(UnitOfWork unit)
    {
        var due = DigestRun.Due((await plans.TakeAsync(unit.Db)).Plans, await DigestLoader.MarksAsync(unit.Db), digests.Value.Schedule, calendar(), unit.Now);
        if (due.IsEmpty) return false;
        var facts = await LoadAsync(unit.Db, due, unit.Now);
        unit.Save(DigestRun.Of(dialogs.Book, facts, due, await DigestLoader.RemindedAsync(unit.Db, unit.Now - Lately, facts.Zone)));
        return due.Leaving.Count + due.Coming.Count > 0;
    }

    async Task<Facts> LoadAsync(BotDb db, DueDigests due, DateTimeOffset now) => due.Leaving.Count > 0
        ? Facts(await ledgers.LoadAsync(db, null), now, await DigestLoader.LoadAsync(db, due.Leaving, now))
        : Facts(new Ledger { People = due.Coming.Count > 0 ? await db.CoordinatorsAsync() : [] }, now, new Dictionary<int, DigestFacts>());

    Facts Facts(Ledger ledger, DateTimeOffset now, IReadOnlyDictionary<int, DigestFacts> news) => new()
    {
        Ledger = ledger,
        Digests = news,
        DigestSchedule = digests.Value.Schedule,
        Now = now,
        Calendar = calendar(),
        Zone = options.Value.Zone,
        LightRule = options.Value.Lights,
    };
}
