using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Turns.Handlers;

/// <summary>Keeps a link or file with the lines of the checklist it proves. The same link given twice for an item is one.</summary>
static class EvidenceAddedHandler
{
    public static Task WriteAsync(TurnScope scope, EvidenceAdded added)
    {
        var report = scope.Report(added.ReportId);
        var known = scope.Ledger.EvidenceOf(report.WorkItemId, report.UnitId).FirstOrDefault(piece => piece.Url is not null && piece.Url == added.Url);
        var piece = known ?? scope.Db.Add(New(scope, report, added)).Entity;
        foreach (var requirement in added.RequirementIds.Except(piece.Proofs.Select(proof => proof.RequirementId)).ToList())
            piece.Proofs.Add(new EvidenceProof { RequirementId = requirement });
        return Task.CompletedTask;
    }

    static Evidence New(TurnScope scope, Report report, EvidenceAdded added) => new()
    {
        RoundId = report.RoundId,
        WorkItemId = report.WorkItemId,
        UnitId = report.UnitId,
        Name = added.Name,
        Url = added.Url,
        FileKey = added.FileKey,
        By = scope.Person!.Id,
        At = scope.Now,
        MessageId = scope.Incoming.MessageId,
    };
}
