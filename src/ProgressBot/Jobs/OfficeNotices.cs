using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs.Notices;
using ProgressBot.Core.Reminding;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Storage.Loading;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>Tells coordinators once, in office hours, what they have to see to.</summary>
sealed class OfficeNotices(
    Store store, PlanCache plans, DialogLibrary dialogs, OutboxSignal outbox, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>True when somebody was told something.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!NoticeRun.IsOpen(clock.GetUtcNow(), calendar(), options.Value.Zone)) return false;
        var found = await store.RunAsync(RunAsync, cancellationToken);
        if (found) outbox.Wake();
        return found;
    }

    async Task<bool> RunAsync(UnitOfWork unit)
    {
        var facts = new NoticeFacts(await plans.TakeAsync(unit.Db), unit.Now, calendar(), options.Value.Zone);
        var changes = NoticeRun.Of(dialogs.Book, await NoticeLoader.LoadAsync(unit.Db, facts));
        unit.Save(changes);
        return changes.Letters.Count > 0;
    }
}
