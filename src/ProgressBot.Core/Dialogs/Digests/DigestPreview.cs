using ProgressBot.Core.People;
using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Dialogs.Digests;

/// <summary>预览周报, 预览周报 领导, 预览周报 区教育局: the digest as it would leave now. Leaders see their own.</summary>
static class DigestPreview
{
    public static void Show(Turn turn)
    {
        var coordinates = turn.Facts.Person!.Is(Roles.Coordinator);
        if (turn.Facts.Boards.Count == 0) turn.Say("status.no_plan");
        else if (turn.Argument.Length == 0) Say(turn, coordinates ? DigestAudience.Coordinator : DigestAudience.Leader);
        else if (Means(turn, "leader")) Say(turn, DigestAudience.Leader);
        else if (!coordinates) turn.Say("common.not_for_you");
        else if (Means(turn, "coordinator")) Say(turn, DigestAudience.Coordinator);
        else if (turn.Facts.UnitCalled(turn.Argument) is { } unit) SayUnit(turn, unit);
        else turn.Say("digest.unknown_audience", ("name", turn.Argument));
    }

    static bool Means(Turn turn, string role) => turn.Book.Wordings.Values.Any(wording => wording.Words($"role_words.{role}").Contains(turn.Argument));

    static void Say(Turn turn, DigestAudience audience)
    {
        foreach (var message in DigestPost.Preview(turn.Wording, turn.Facts, audience, null))
            turn.Say(message with { Buttons = [.. message.Buttons, .. DigestSkipping.Buttons(turn)] });
    }

    static void SayUnit(Turn turn, Unit unit)
    {
        var messages = DigestPost.Preview(turn.Wording, turn.Facts, DigestAudience.Unit, unit);
        foreach (var message in messages) turn.Say(message with { Buttons = [] });
        if (messages.Count == 0) turn.Say("digest.unit.nothing", ("unit", unit.Name));
        if (!turn.Facts.Ledger.Plans.Any(plan => plan.Schedule.Digests(turn.Facts.DigestSchedule).Units)) turn.Say("digest.unit.off");
    }
}
