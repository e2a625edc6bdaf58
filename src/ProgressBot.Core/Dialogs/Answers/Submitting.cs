using System.Globalization;
using ProgressBot.Core.Dialogs.Coordination;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>The end of a report: what is confirmed becomes events, and the reporter gets a receipt.</summary>
static class Submitting
{
    public static void Submit(Turn turn)
    {
        // the round may have closed while the read-back waited
        var touched = turn.Draft.Touched.FindAll(id => turn.DraftTask(id) is not null);
        if (touched.Count == 0)
        {
            turn.Say("old_button.closed");
            return;
        }
        var receipt = Receipt(turn.Facts);
        turn.Emit(new ReportsSubmitted(receipt, touched.ConvertAll(id => Report(turn, id))));
        EmitEvidence(turn);
        if (turn.Draft.Texts.Count > 0) turn.Session.Told = new ToldText(turn.DraftTasks.Max(task => task.Round.PeriodStart), string.Join('\n', turn.Draft.Texts));
        var missing = turn.DraftTasks.Where(task => touched.Contains(task.Report.Id)).Sum(task => StillMissing(turn, task));
        turn.Say(missing == 0 ? "receipt.complete" : "receipt.missing_evidence", ("receipt", receipt), ("count", missing));
        if (turn.Draft.OnBehalfOf is not null) OnBehalf.Tell(turn, [.. touched.Select(id => turn.DraftTask(id)!.Report).Select(report => report with { Revision = report.Revision + 1 })]);
    }

    /// <summary>无变化: every report of which nothing has been said, totals carried over. What was returned asks for more than that.</summary>
    public static void SubmitNoChange(Turn turn)
    {
        // a button of a reminder speaks of what the reminder spoke of
        var meant = turn.Tap is { Reports.Count: > 0 } tap ? tap.Reports : null;
        var open = turn.Facts.Tasks.Where(task => task.Report.IsOpen && (meant is null || meant.ContainsKey(task.Report.Id))).ToList();
        var (untold, returned) = (open.FindAll(task => task.Report.State == ReportState.Draft), open.FindAll(task => task.Report.State == ReportState.Returned));
        if (untold.Count > 0)
        {
            var receipt = Receipt(turn.Facts);
            turn.Emit(new ReportsSubmitted(receipt, [.. untold.Select(task => new SubmittedReport(task.Report.Id) { NoChange = true })]));
            turn.Say("receipt.no_change", ("count", untold.Count), ("receipt", receipt));
        }
        if (returned.Count > 0) turn.Say(Returned.Ask(turn, returned));
        if (open.Count == 0) turn.Say(turn.Facts.Tasks.Count == 0 ? "report.none_open" : "report.all_told");
    }

    /// <summary>
    /// Evidence sent by itself needs no confirmation: it is no figure, and a tap puts it elsewhere. For a report that was returned it is the answer: the report goes
    /// to review again as it stands.
    /// </summary>
    public static void KeepEvidence(Turn turn)
    {
        EmitEvidence(turn);
        var tasks = turn.DraftTasks.Where(task => turn.Draft.Evidence.Any(piece => piece.ReportId == task.Report.Id)).ToList();
        var returned = tasks.FindAll(task => task.Report.State == ReportState.Returned);
        var names = turn.Phrasing.Names([.. turn.Draft.Evidence.Where(piece => piece.ReportId is not null).Select(piece => piece.Name)], 3);
        var missing = tasks.Sum(task => StillMissing(turn, task));
        if (returned.Count > 0) Resubmit(turn, returned, names);
        if (tasks.Count > returned.Count)
            turn.Say(new Outgoing(turn.Wording.Text("receipt.evidence", ("evidence", names), ("items", turn.Phrasing.Names([.. tasks.Select(task => task.Item.Name)], 3)),
                ("missing", missing > 0 ? turn.Wording.Text("receipt.evidence_missing", ("count", missing)) : "")))
            {
                Buttons = [turn.Button("buttons.move_evidence")],
            });
    }

    static void Resubmit(Turn turn, List<ReportTask> returned, string names)
    {
        var receipt = Receipt(turn.Facts);
        turn.Emit(new ReportsSubmitted(receipt, returned.ConvertAll(task => new SubmittedReport(task.Report.Id))));
        turn.Say(new Outgoing(turn.Wording.Text("receipt.returned", ("evidence", names), ("receipt", receipt),
            ("items", turn.Phrasing.Names(returned.ConvertAll(task => Returned.Stands(turn, task)), 3))))
        {
            Buttons = [turn.Button("buttons.move_evidence")],
        });
    }

    public static string? EvidenceOnly(Turn turn) =>
        turn.Session.Draft is { Evidence.Count: > 0, Figures.Count: 0, Milestones.Count: 0, NoChange.Count: 0, Statements.Count: 0, TakenBack.Count: 0 } ? "yes" : null;

    static SubmittedReport Report(Turn turn, int id)
    {
        var draft = turn.Draft;
        return new SubmittedReport(id)
        {
            NoChange = draft.NoChange.Contains(id),
            Reason = draft.Reason,
            OnBehalf = draft.OnBehalfOf is not null,
            Figures = draft.Figures.FindAll(figure => figure.ReportId == id)
                .ConvertAll(figure => new SubmittedFigure(figure.IndicatorId, figure.Phrase, figure.Value, figure.Basis, figure.Comparator)),
            States = draft.Milestones.FindAll(state => state.ReportId == id).ConvertAll(state => new SubmittedState(state.MilestoneId, state.State, state.Phrase)),
            Statements = draft.NoChange.Contains(id) ? [] : draft.Statements.FindAll(said => said.ReportId is null || said.ReportId == id)
                .ConvertAll(said => new SubmittedStatement(said.Kind, said.Text, said.Expected)),
            TakenBack = draft.TakenBack.FindAll(back => back.ReportId == id).ConvertAll(back => back.IndicatorId),
        };
    }

    static void EmitEvidence(Turn turn)
    {
        foreach (var piece in turn.Draft.Evidence)
            if (turn.DraftTask(piece.ReportId) is { } task) turn.Emit(new EvidenceAdded(task.Report.Id, piece.Name, piece.Url, piece.FileKey, piece.RequirementIds));
    }

    static int StillMissing(Turn turn, ReportTask task)
    {
        var count = 0;
        foreach (var requirement in task.MissingEvidence)
            if (!turn.Draft.Evidence.Exists(piece => piece.RequirementIds.Contains(requirement.Id))) count++;
        return count;
    }

    /// <summary>Month, day and the day's running number: 0923-017.</summary>
    internal static string Receipt(Facts facts) =>
        $"{facts.Today.ToString("MMdd", CultureInfo.InvariantCulture)}-{facts.NextReceipt.ToString("000", CultureInfo.InvariantCulture)}";
}
