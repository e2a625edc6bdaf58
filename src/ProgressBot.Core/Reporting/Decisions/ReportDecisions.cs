namespace ProgressBot.Core.Reporting.Decisions;

/// <summary>What is said in reports, and what reviewers make of it. Every version holds the whole standing after its message.</summary>
static class ReportDecisions
{
    public static Changes Of(RecordFacts facts, ReportsSubmitted submitted)
    {
        var reports = submitted.Reports.Select(told => Submit(facts, submitted.Receipt, told)).ToList();
        var counter = new ReceiptCounter { Day = facts.Today, Last = facts.Receipt };
        return Change(facts, reports).And(Changes.Of(RowChange.Put(counter)));
    }

    public static Changes Of(RecordFacts facts, ReportsWithdrawn withdrawn) => Change(facts, withdrawn.ReportIds, report => report.Withdraw());

    public static Changes Of(RecordFacts facts, ReportsAcknowledged acknowledged) => Change(facts, acknowledged.ReportIds, report => report.Acknowledge(facts.Now));

    /// <summary>Approves what the reviewer was shown; a report that has another version meanwhile stays as it is.</summary>
    public static Changes Of(RecordFacts facts, ReportsApproved approved) =>
        Change(facts, Shown(facts, approved.Reports), report => report.Approve(facts.Speaker!.Id, facts.Now));

    public static Changes Of(RecordFacts facts, ReportReturned returned) =>
        Change(facts, Shown(facts, [new ReportVersionKey(returned.ReportId, returned.Number)]), report => report.Return(facts.Speaker!.Id, facts.Now, returned.Reason));

    public static Changes Of(RecordFacts facts, ApprovalRevoked revoked) =>
        Change(facts, [revoked.ReportId], report => report.Revoke(facts.Speaker!.Id, facts.Now, revoked.Reason));

    static IEnumerable<int> Shown(RecordFacts facts, IEnumerable<ReportVersionKey> versions) =>
        versions.Where(shown => facts.Ledger.Report(shown.ReportId)?.UnderReview?.Number == shown.Number).Select(shown => shown.ReportId);

    static Changes Change(RecordFacts facts, IEnumerable<int> ids, Func<Report, Report> change) =>
        Change(facts, [.. ids.Distinct().Select(id => facts.Ledger.Report(id)).OfType<Report>().Select(report => (report, change(report)))]);

    static Changes Change(RecordFacts facts, IReadOnlyList<(Report Before, Report After)> reports)
    {
        var changed = reports.Where(pair => !ReferenceEquals(pair.Before, pair.After)).ToList();
        return new Changes([.. changed.SelectMany(pair => Rows.Replaced(pair.Before, pair.After)), .. Recounting.After(facts, changed)], []);
    }

    static (Report, Report) Submit(RecordFacts facts, string receipt, SubmittedReport told)
    {
        var report = facts.Ledger.Report(told.ReportId) ?? throw new InvalidOperationException($"report {told.ReportId} is not in the ledger");
        var version = VersionMerge.Of(facts, report, told) with { Receipt = receipt, By = facts.Speaker!.Id, At = facts.Now, MessageId = facts.MessageId };
        return (report, report.Submit(version, facts.Ledger.RoundOf(report).DueFor(report)));
    }
}

/// <summary>How many receipts a day has seen.</summary>
public sealed record ReceiptCounter
{
    public DateOnly Day { get; init; }
    public int Last { get; init; }
}
