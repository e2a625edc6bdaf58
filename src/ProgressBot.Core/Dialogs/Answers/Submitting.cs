using System.Globalization;
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
        var problems = Problems.In(turn);
        turn.Emit(new ReportsSubmitted(receipt, touched.ConvertAll(id => Report(turn, id, problems))));
        EmitEvidence(turn);
        if (turn.Draft.Texts.Count > 0) turn.Session.Told = new ToldText(turn.DraftTasks.Max(task => task.Round.PeriodStart), string.Join('\n', turn.Draft.Texts));
        var missing = 0;
        foreach (var task in turn.DraftTasks)
            if (touched.Contains(task.Report.Id)) missing += StillMissing(turn, task);
        turn.Say(missing == 0 ? "receipt.complete" : "receipt.missing_evidence", ("receipt", receipt), ("count", missing));
    }

    /// <summary>无变化: every open report at once, totals carried over.</summary>
    public static void SubmitNoChange(Turn turn)
    {
        // a button of a reminder speaks of what the reminder spoke of
        var meant = turn.Tap is { Reports.Count: > 0 } tap ? tap.Reports : null;
        var open = turn.Facts.Tasks.Where(task => task.Report.IsOpen && (meant is null || meant.ContainsKey(task.Report.Id))).ToList();
        if (open.Count == 0)
        {
            turn.Say(turn.Facts.Tasks.Count == 0 ? "report.none_open" : "report.all_told");
            return;
        }
        var receipt = Receipt(turn.Facts);
        turn.Emit(new ReportsSubmitted(receipt, [.. open.Select(task => new SubmittedReport(task.Report.Id) { NoChange = true, Milestone = task.Milestone })]));
        turn.Say("receipt.no_change", ("count", open.Count), ("receipt", receipt));
    }

    /// <summary>Evidence sent by itself needs no confirmation: it is no figure, and a tap takes it back.</summary>
    public static void KeepEvidence(Turn turn)
    {
        EmitEvidence(turn);
        var tasks = turn.DraftTasks.Where(task => turn.Draft.Evidence.Any(piece => piece.ReportId == task.Report.Id)).ToList();
        turn.Say("receipt.evidence",
            ("evidence", turn.Phrasing.Names([.. turn.Draft.Evidence.Select(piece => piece.Name)], 3)),
            ("items", turn.Phrasing.Names([.. tasks.Select(task => task.Item.Name)], 3)),
            ("missing", tasks.Sum(task => StillMissing(turn, task)) is > 0 and var count ? turn.Wording.Text("receipt.evidence_missing", ("count", count)) : ""));
    }

    public static string? EvidenceOnly(Turn turn) =>
        turn.Session.Draft is { Evidence.Count: > 0, Figures.Count: 0, Milestones.Count: 0, NoChange.Count: 0 } ? "yes" : null;

    static SubmittedReport Report(Turn turn, int id, string? problems)
    {
        var draft = turn.Draft;
        var noChange = draft.NoChange.Contains(id);
        var task = turn.DraftTask(id)!;
        return new SubmittedReport(id)
        {
            NoChange = noChange,
            Milestone = draft.Milestones.Find(milestone => milestone.ReportId == id)?.State ?? (task.AsksMilestone ? task.Milestone : null),
            Narrative = noChange || draft.Texts.Count == 0 ? null : string.Join('\n', draft.Texts),
            Problems = noChange ? null : problems,
            Reason = draft.Reason,
            Figures = draft.Figures.FindAll(figure => figure.ReportId == id).ConvertAll(figure => new SubmittedFigure(figure.IndicatorId, figure.Phrase, figure.Value, figure.Basis)),
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
    static string Receipt(Facts facts) =>
        $"{facts.Today.ToString("MMdd", CultureInfo.InvariantCulture)}-{facts.NextReceipt.ToString("000", CultureInfo.InvariantCulture)}";
}
