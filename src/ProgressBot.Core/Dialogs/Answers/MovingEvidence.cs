using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>换一项: the evidence that was sent last belongs to another item, or is no evidence.</summary>
static class MovingEvidence
{
    const string Pieces = "pieces";

    public static void Register(DialogNames names)
    {
        names.Actions["begin_move"] = Begin;
        names.Choices["evidence_places"] = Choices;
        names.Readers["evidence_place"] = Read;
    }

    static void Begin(Turn turn)
    {
        var own = turn.Facts.Ledger.Evidence.Where(piece => piece.By == turn.Facts.Person!.Id && piece.WithdrawnAt is null).ToList();
        if (own.MaxBy(piece => piece.At) is { } latest)
        {
            turn.Session.Values[Pieces] = string.Join(',', own.Where(piece => piece.MessageId == latest.MessageId && piece.At == latest.At).Select(piece => piece.Id));
            return;
        }
        turn.Say("move_evidence.none");
        turn.Session.End();
    }

    static IEnumerable<Button> Choices(Turn turn) => [.. Tasks(turn).Select(task => new Button($"{task.Number} {task.Item.Name}")), turn.Button("move_evidence.no_evidence")];

    static List<ReportTask> Tasks(Turn turn) => [.. turn.Facts.Tasks.Take(7)];

    static Reading Read(Turn turn, string? choice)
    {
        if (choice is null) return Reading.NotUnderstood;
        var task = Tasks(turn).ElementAtOrDefault(int.Parse(choice, CultureInfo.InvariantCulture));
        foreach (var id in turn.Session.Values[Pieces].Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)))
            turn.Emit(new EvidenceMoved(id, task?.Report.Id, task?.MissingEvidence is [var only] ? [only.Id] : []));
        if (task is null) turn.Say("move_evidence.withdrawn");
        else turn.Say("move_evidence.done", ("item", task.Item.Name));
        return Reading.Stop;
    }
}
