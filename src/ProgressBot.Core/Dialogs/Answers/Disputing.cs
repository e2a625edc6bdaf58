using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>有异议: a unit does not agree with what a coordinator wrote down for it; the coordinators are told word for word.</summary>
static class Disputing
{
    const string ReportKey = "report";

    public static void Register(DialogNames names)
    {
        names.Actions["begin_dispute"] = Begin;
        names.Actions["dispute"] = Dispute;
        names.Answers["dispute"] = ["text"];
    }

    static void Begin(Turn turn)
    {
        var written = turn.Facts.Tasks.Where(task => task.Report.Current is { OnBehalf: true } && (turn.Tap is not { Reports.Count: > 0 } tap || tap.Reports.ContainsKey(task.Report.Id))).ToList();
        if (written.MaxBy(task => task.Report.Current!.At) is { } task)
        {
            turn.Session.Values[ReportKey] = task.Report.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return;
        }
        turn.Say("dispute.none");
        turn.Session.End();
    }

    static void Dispute(Turn turn)
    {
        var id = int.Parse(turn.Session.Values[ReportKey], System.Globalization.CultureInfo.InvariantCulture);
        if (turn.Facts.Tasks.FirstOrDefault(task => task.Report.Id == id) is not { } task) return;
        var text = turn.Session.Values["text"];
        turn.Emit(new ReportDisputed(id, text));
        turn.Emit(new ReportsSubmitted(Submitting.Receipt(turn.Facts), [new SubmittedReport(id) { OnBehalf = true, Statements = [new SubmittedStatement(StatementKind.Objection, text, null)] }]));
        foreach (var coordinator in turn.Facts.Ledger.Having(Roles.Coordinator))
            turn.Notify(coordinator.Id, new Outgoing(turn.Book.Wording(coordinator.Locale).Text("dispute.notice",
                ("unit", task.Unit.Name), ("item", task.Item.Name), ("person", turn.Facts.Person!.Name), ("text", text))));
        turn.Say("dispute.done");
    }
}
