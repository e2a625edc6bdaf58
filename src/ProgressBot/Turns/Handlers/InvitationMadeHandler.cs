using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;

namespace ProgressBot.Turns.Handlers;

/// <summary>Keeps the hash of a code that was handed out.</summary>
static class InvitationMadeHandler
{
    public static Task WriteAsync(TurnScope scope, InvitationMade made)
    {
        var lifetime = made.PersonId is null ? scope.Options.InvitationLifetime : scope.Options.SignInLifetime;
        scope.Db.Add(new Invitation { CodeHash = made.CodeHash, Roles = made.Roles, UnitId = made.UnitId, PersonId = made.PersonId, InCharge = made.InCharge, CreatedAt = scope.Now, ExpiresAt = scope.Now + lifetime });
        return Task.CompletedTask;
    }
}
