using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns.Handlers;

/// <summary>A colleague who is asked for one item may report for the unit until the round locks, and is not reminded of the rest.</summary>
static class ItemRelayedHandler
{
    public static Task WriteAsync(TurnScope scope, ItemRelayed relayed)
    {
        scope.Facts.PersonWith(relayed.ToPersonId)!.Join(relayed.UnitId, relayed.From, relayed.Until, quiet: true);
        return Task.CompletedTask;
    }
}
