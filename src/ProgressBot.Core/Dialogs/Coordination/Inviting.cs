using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>邀请 区商务局: a one-time code for a unit's reporter, another coordinator or a leader.</summary>
static class Inviting
{
    public static void Invite(Turn turn)
    {
        var unit = turn.Facts.UnitCalled(turn.Argument);
        var roles = unit is not null ? Roles.Reporter : RoleCalled(turn);
        if (roles == Roles.None)
        {
            turn.Say(turn.Argument.Length == 0 ? "invite.how" : "invite.unknown", ("name", turn.Argument));
            return;
        }
        turn.Emit(new InvitationMade(InvitationCode.Hash(turn.Facts.FreshCode.Value)!, roles, unit?.Id, null));
        turn.Say("invite.done", ("place", unit?.Name ?? turn.Wording.Text($"role.{Phrasing.Name(roles)}")), ("code", turn.Facts.FreshCode.Value), ("link", $"{turn.Facts.PublicUrl}/k/{turn.Facts.FreshCode.Value}"));
    }

    static Roles RoleCalled(Turn turn) => new[] { Roles.Coordinator, Roles.Leader }
        .FirstOrDefault(role => turn.Book.Wordings.Values.Any(wording => wording.Words($"role_words.{Phrasing.Name(role)}").Contains(turn.Argument)));
}
