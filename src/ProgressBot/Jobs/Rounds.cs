using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Storage;
using ProgressBot.Storage.Loading;
using ProgressBot.Turns;

namespace ProgressBot.Jobs;

/// <summary>Opens rounds and closes them, and puts everybody who reports on the list of those who are reminded.</summary>
sealed class Rounds(Store store, IDbContextFactory<BotDb> databases, PlanCache plans, Func<WorkingCalendar> calendar, IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>People per transaction, so that nobody's turn has to wait for all of them.</summary>
    const int Enlisted = 250;

    /// <summary>One sweep. True when something was opened, closed, or somebody new is to be reminded.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await store.RunAsync(unit => OpenAndCloseAsync(unit, now), cancellationToken);
        return await EnlistAsync(now, cancellationToken) | found;
    }

    async Task<bool> OpenAndCloseAsync(UnitOfWork unit, DateTimeOffset now)
    {
        var (book, begun, open) = (await plans.TakeAsync(unit.Db), await RoundLoader.BegunAsync(unit.Db), await RoundLoader.OpenAsync(unit.Db));
        var changes = RoundOpening.Of(book, begun, calendar(), now, unit.Numbers).And(RoundOpening.Closing(open, now));
        unit.Save(changes);
        return !changes.IsEmpty;
    }

    // read beside the line of writers: it takes long when there are many, and to find somebody twice does no harm
    async Task<bool> EnlistAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var facts = new EnlistmentFacts(await plans.TakeAsync(db), now, calendar(), options.Value.Zone);
        var missing = Enlistment.Of(await RoundLoader.LoadAsync(db, facts)).Rows;
        foreach (var some in missing.Chunk(Enlisted))
            await store.RunAsync(unit =>
            {
                unit.Save(some);
                return Task.FromResult(true);
            }, cancellationToken);
        return missing.Count > 0;
    }
}
