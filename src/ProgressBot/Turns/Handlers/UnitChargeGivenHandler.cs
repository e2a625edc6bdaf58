using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns.Handlers;

/// <summary>负责人: the sweep that opens rounds puts them on the list of the open ones.</summary>
static class UnitChargeGivenHandler
{
    public static Task WriteAsync(TurnScope scope, UnitChargeGiven given)
    {
        foreach (var person in scope.Ledger.People.Where(person => !given.PersonIds.Contains(person.Id))) person.GiveUpCharge(given.UnitId, given.From);
        foreach (var id in given.PersonIds) scope.Facts.PersonWith(id)!.TakeCharge(given.UnitId, given.From);
        return Task.CompletedTask;
    }
}
