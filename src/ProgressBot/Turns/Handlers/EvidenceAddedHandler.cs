using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Turns.Handlers;

/// <summary>Keeps a link or file with the lines of the checklist it proves. The same link given twice for an item is one.</summary>
static class EvidenceAddedHandler
{
    public static void Write(TurnScope scope, EvidenceAdded added)
    {
        var report = scope.Report(added.ReportId);
        var known = scope.Ledger.EvidenceOf(report.WorkItemId, report.UnitId).FirstOrDefault(piece => piece.Url is not null && piece.Url == added.Url);
        var piece = known ?? New(scope, report, added);
        if (known is null)
        {
            scope.Rows.Insert(scope.Db, piece);
            scope.Ledger = scope.Ledger.With(evidence: [.. scope.Ledger.Evidence, piece]);
        }
        // whoever has the piece in memory has to read it again
        else scope.Rows.Update(scope.Db, piece);
        foreach (var requirement in added.RequirementIds)
            if (!piece.Proofs.Exists(proof => proof.RequirementId == requirement)) Prove(scope, piece, requirement);
    }

    static void Prove(TurnScope scope, Evidence piece, int requirement)
    {
        var proof = new EvidenceProof { EvidenceId = piece.Id, RequirementId = requirement };
        piece.Proofs.Add(proof);
        scope.Rows.Insert(scope.Db, proof);
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
