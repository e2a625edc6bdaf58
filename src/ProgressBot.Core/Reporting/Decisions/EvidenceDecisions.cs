namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>Links and files with the lines of the checklist they prove. The same link given twice for an item is one.</summary>
static class EvidenceDecisions
{
    public static Changes Of(RecordFacts facts, EvidenceAdded added)
    {
        var report = facts.Ledger.Report(added.ReportId)!;
        var known = facts.Ledger.EvidenceOf(report.WorkItemId, report.UnitId).FirstOrDefault(piece => piece.Url is not null && piece.Url == added.Url);
        return known is null
            ? Changes.Of([.. Rows.Added(Prove(New(facts, report, added), added.RequirementIds))])
            : Changes.Of([.. Rows.Replaced(known, Prove(known, added.RequirementIds))]);
    }

    /// <summary>Another item, other lines, or no evidence at all: then it is withdrawn and stays on record.</summary>
    public static Changes Of(RecordFacts facts, EvidenceMoved moved)
    {
        if (facts.Ledger.Evidence.FirstOrDefault(piece => piece.Id == moved.EvidenceId) is not { } piece) return Changes.None;
        var withdrawn = piece with { WithdrawnAt = facts.Now };
        if (moved.ReportId is not { } id || facts.Ledger.Report(id) is not { } report) return Changes.Of([.. Rows.Replaced(piece, withdrawn)]);
        var bare = piece with { Id = facts.Numbers.Next<Evidence>(), RoundId = report.RoundId, WorkItemId = report.WorkItemId, UnitId = report.UnitId, Proofs = [] };
        return Changes.Of([.. Rows.Replaced(piece, withdrawn), .. Rows.Added(Prove(bare, moved.RequirementIds))]);
    }

    static Evidence Prove(Evidence piece, IReadOnlyList<int> requirements)
    {
        var more = requirements.Except(piece.Proofs.Select(proof => proof.RequirementId)).ToList();
        return piece with { Proofs = [.. piece.Proofs, .. more.Select(requirement => new EvidenceProof { EvidenceId = piece.Id, RequirementId = requirement })] };
    }

    static Evidence New(RecordFacts facts, Report report, EvidenceAdded added) => new()
    {
        Id = facts.Numbers.Next<Evidence>(),
        RoundId = report.RoundId,
        WorkItemId = report.WorkItemId,
        UnitId = report.UnitId,
        Name = added.Name,
        Url = added.Url,
        FileKey = added.FileKey,
        Date = added.Date,
        By = facts.Speaker!.Id,
        At = facts.Now,
        MessageId = facts.MessageId,
    };
}
