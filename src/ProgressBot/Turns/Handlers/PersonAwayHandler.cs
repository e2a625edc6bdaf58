using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;

namespace ProgressBot.Turns.Handlers;

/// <summary>外出 and 销假: the absence, and the days on which the substitute reports.</summary>
static class PersonAwayHandler
{
    public static Task WriteAsync(TurnScope scope, PersonAway away)
    {
        scope.Person!.GoAway(away.From, away.Until, scope.Facts.PersonWith(away.SubstituteId), away.UnitIds);
        return Task.CompletedTask;
    }

    public static async Task WriteAsync(TurnScope scope, PersonBack back)
    {
        var substitute = scope.Person!.SubstituteId is { } id ? await scope.Db.Set<Person>().Include(person => person.Memberships).SingleAsync(person => person.Id == id) : null;
        scope.Person.ComeBack(back.From, substitute);
    }
}
