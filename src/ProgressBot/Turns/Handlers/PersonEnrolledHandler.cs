using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;

namespace ProgressBot.Turns.Handlers;

/// <summary>Uses an invitation up: a new person, or one more unit or role for somebody known.</summary>
static class PersonEnrolledHandler
{
    public static async Task WriteAsync(TurnScope scope, PersonEnrolled enrolled)
    {
        var invitation = await scope.Db.Set<Invitation>().SingleAsync(invitation => invitation.Id == enrolled.InvitationId);
        if (invitation.StateAt(scope.Now) != InvitationState.Open) throw new InvalidOperationException("the invitation was used in the meantime");
        var person = scope.Person ?? New(scope, enrolled);
        person.Roles |= enrolled.Roles;
        if (enrolled is { UnitId: { } unit, InCharge: false } && person.Memberships.All(membership => membership.UnitId != unit)) person.Memberships.Add(new Membership { UnitId = unit });
        if (enrolled is { UnitId: { } led, InCharge: true }) person.TakeCharge(led, scope.Facts.Today);
        await scope.Db.SaveChangesAsync();
        (invitation.UsedAt, invitation.UsedBy) = (scope.Now, person.Id);
        scope.Person = person;
    }

    static Person New(TurnScope scope, PersonEnrolled enrolled)
    {
        var person = new Person { Name = enrolled.Name, Locale = enrolled.Locale, CreatedAt = scope.Now };
        person.Addresses.Add(new PersonAddress { Channel = scope.Incoming.From.Channel, Key = scope.Incoming.From.Key, SeenAt = scope.Now });
        return scope.Db.Add(person).Entity;
    }
}
