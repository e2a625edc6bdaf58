using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;

namespace ProgressBot.Turns.Handlers;

/// <summary>Somebody known speaks from a new address.</summary>
static class AddressBoundHandler
{
    public static async Task WriteAsync(TurnScope scope, AddressBound bound)
    {
        var invitation = await scope.Db.Set<Invitation>().SingleAsync(invitation => invitation.Id == bound.InvitationId);
        var person = await scope.Db.Set<Person>().Include(person => person.Addresses).SingleAsync(person => person.Id == bound.PersonId);
        person.Addresses.Add(new PersonAddress { Channel = scope.Incoming.From.Channel, Key = scope.Incoming.From.Key, SeenAt = scope.Now });
        (invitation.UsedAt, invitation.UsedBy) = (scope.Now, person.Id);
        scope.Person = person;
    }
}
