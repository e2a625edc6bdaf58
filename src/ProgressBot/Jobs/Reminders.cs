using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs.Reminders;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Storage.Loading;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>Finds who is due, and saves what <see cref="ReminderRun"/> decides, some people at a time.</summary>
sealed class Reminders(
    Store store, RecordClock records, IDbContextFactory<BotDb> databases, LedgerLoader ledgers, DialogLibrary dialogs, OutboxSignal outbox,
    Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>People looked for at once.</summary>
    const int Found = 4000;

    /// <summary>People whose records are read together, beside the line of writers and while others' reminders are written.</summary>
    const int ReadTogether = 400;

    /// <summary>People per transaction.</summary>
    const int Batch = 50;

    /// <summary>Some of those who are due. True when somebody was.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var due = (await DueAsync(cancellationToken)).Chunk(ReadTogether).ToList();
        for (var (index, next) = (0, due.Count == 0 ? null : ReadAsync(due[0], cancellationToken)); index < due.Count; index++)
        {
            var ahead = await next!;
            if (index + 1 < due.Count) next = ReadAsync(due[index + 1], cancellationToken);
            foreach (var people in due[index].Chunk(Batch)) await store.SaveAsync(unit => DecideAsync(unit, people, ahead), cancellationToken);
            outbox.Wake();
        }
        return due.Count > 0;
    }

    async Task<IReadOnlyList<int>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ReminderLoader.DueAsync(db, clock.GetUtcNow(), Found, cancellationToken);
    }

    /// <summary>Records as they were before the claim.</summary>
    /// <param name="Since">By the record clock.</param>
    sealed record Ahead(long Since, IReadOnlyList<int> Units, Ledger Ledger);

    async Task<Ahead> ReadAsync(int[] people, CancellationToken cancellationToken)
    {
        // asked in the line of writers: whatever has moved the clock so far is committed when the answer is here
        var since = await store.RunAsync(_ => Task.FromResult(records.Now), cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var units = await ReminderLoader.UnitsAsync(db, people);
        return new Ahead(since, units, await ledgers.LoadAsync(db, units));
    }

    // rows are read where nobody else can take them meanwhile: moving them on is the claim
    async Task<Changes> DecideAsync(UnitOfWork unit, int[] people, Ahead ahead)
    {
        var ledger = records.Stands(ahead.Since, ahead.Units) ? ahead.Ledger : await ledgers.LoadAsync(unit.Db, await ReminderLoader.UnitsAsync(unit.Db, people));
        var facts = new ReminderFacts(ledger, unit.Now, calendar(), options.Value.Zone);
        return ReminderRun.Of(dialogs.Book, await ReminderLoader.LoadAsync(unit.Db, people, facts));
    }
}
