using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>"这项不归我们了" and 转交: the coordinators are told word for word; until they change the plan the item stays with the unit.</summary>
static class HandingOver
{
    public static Reading Listen(Turn turn, string? choice) =>
        turn.Book.Wordings.Values.SelectMany(wording => wording.Words("not_ours_words")).Any(word => turn.Input.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? Reading.Understood
            : Reading.NotUnderstood;

    public static void Tell(Turn turn)
    {
        var open = turn.Facts.Tasks;
        var units = string.Join(turn.Wording.Text("format.comma"), open.Select(task => task.Unit.Name).Distinct());
        turn.Emit(new HandOverRequested([.. open.Select(task => task.Report.Id)], turn.Input.Text));
        foreach (var coordinator in turn.Facts.Ledger.Having(Roles.Coordinator))
        {
            var wording = turn.Book.Wording(coordinator.Locale);
            turn.Notify(coordinator.Id, new Outgoing(wording.Text("hand_over.notice", ("person", turn.Facts.Person!.Name), ("unit", units), ("text", turn.Input.Text.Trim()))));
        }
        turn.Say("hand_over.say");
    }
}
