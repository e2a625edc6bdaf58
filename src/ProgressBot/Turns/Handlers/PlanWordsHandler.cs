using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Plans;

namespace ProgressBot.Turns.Handlers;

/// <summary>别名 and 量词: a plan's own words. They hold from the next message on.</summary>
static class PlanWordsHandler
{
    public static Task WriteAsync(TurnScope scope, AliasAdded added) =>
        NameAsync(scope, added.IndicatorId, aliases => [.. aliases, added.Alias]);

    public static Task WriteAsync(TurnScope scope, AliasRemoved removed) =>
        NameAsync(scope, removed.IndicatorId, aliases => [.. aliases.Where(alias => alias != removed.Alias)]);

    public static Task WriteAsync(TurnScope scope, CounterAdded added) =>
        MeasureAsync(scope, added.PlanId, counters => [.. counters, added.Line]);

    public static Task WriteAsync(TurnScope scope, CounterRemoved removed) =>
        MeasureAsync(scope, removed.PlanId, counters => [.. counters.Where(line => line != removed.Line)]);

    static async Task NameAsync(TurnScope scope, int id, Func<List<string>, List<string>> change)
    {
        var indicator = (await scope.Db.FindAsync<Indicator>(id))!;
        indicator.Aliases = change(indicator.Aliases);
        await PlanShelf.ChangedAsync(scope.Db);
    }

    static async Task MeasureAsync(TurnScope scope, int id, Func<List<string>, List<string>> change)
    {
        var plan = (await scope.Db.FindAsync<Plan>(id))!;
        plan.Counters = change(plan.Counters);
        await PlanShelf.ChangedAsync(scope.Db);
    }
}
