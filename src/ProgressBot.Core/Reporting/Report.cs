using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>进展报送: what one unit owes for one work item in one round. What was said is in its versions; none is ever changed or deleted.</summary>
public sealed record Report
{
    public int Id { get; init; }
    public int RoundId { get; init; }
    public int WorkItemId { get; init; }
    public int UnitId { get; init; }
    public UnitRole Role { get; init; }
    public ReportState State { get; init; }

    /// <summary>When it was first submitted; decides 按时 or 逾期 for good.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
    public bool Late { get; init; }

    /// <summary>收到: the unit has seen it. Never counts as reported.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Why nothing is owed any more; null while something is or was.</summary>
    public string? ExcusedReason { get; init; }

    /// <summary>Counts changes; two writers cannot both win, and a tap knows what it was shown.</summary>
    public int Revision { get; init; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<ReportVersion> Versions { get => field ?? []; init; }

    /// <summary>The version under review or approved last; null while nothing counts.</summary>
    public ReportVersion? Current => Latest(static verdict => verdict is Verdict.Pending or Verdict.Approved);

    /// <summary>
    /// What has been said in this round and not been taken back, whatever the reviewer made of it: what a next message adds to. After a return it is what was
    /// returned.
    /// </summary>
    public ReportVersion? Standing => Latest(static verdict => verdict is Verdict.Pending or Verdict.Approved or Verdict.Returned);

    /// <summary>The version that waits for a reviewer; null for none.</summary>
    public ReportVersion? UnderReview => Latest(static verdict => verdict == Verdict.Pending);

    /// <summary>The version that counts officially; null for none.</summary>
    public ReportVersion? Approved => Latest(static verdict => verdict == Verdict.Approved);

    /// <summary>True while the unit still owes something: nothing submitted, or sent back.</summary>
    public bool IsOpen => State is ReportState.Draft or ReportState.Returned;

    ReportVersion? Latest(Func<Verdict, bool> counts)
    {
        for (var index = Versions.Count - 1; index >= 0; index--)
            if (counts(Versions[index].Verdict)) return Versions[index];
        return null;
    }

    /// <summary>Takes a new version in for review. What stood under review before is replaced by it; what was approved keeps counting until this one is.</summary>
    /// <param name="version">Its number is given here.</param>
    public Report Submit(ReportVersion version, DateTimeOffset dueAt) => Become(ReportState.Submitted) with
    {
        Versions = [.. Judged(Verdict.Pending, Verdict.Replaced), version with { Number = Versions.Count + 1, ReportId = Id }],
        AnsweredAt = AnsweredAt ?? version.At,
        Late = AnsweredAt is null ? version.At > dueAt : Late,
    };

    /// <summary>
    /// Takes the version under review back; what it had replaced waits again, or else what the reviewer had decided stands. The same report when nothing was under
    /// review.
    /// </summary>
    public Report Withdraw()
    {
        if (UnderReview is not { } withdrawn) return this;
        var before = Versions.LastOrDefault(version => version.Number < withdrawn.Number && version.Verdict != Verdict.Withdrawn) is { Verdict: Verdict.Replaced } replaced ? replaced : null;
        var left = this with
        {
            Versions = [.. Versions.Select(version => version == withdrawn ? version with { Verdict = Verdict.Withdrawn } : version == before ? version with { Verdict = Verdict.Pending } : version)],
        };
        var state = left.Standing?.Verdict switch
        {
            Verdict.Pending => ReportState.Submitted,
            Verdict.Approved => ReportState.Approved,
            Verdict.Returned => ReportState.Returned,
            _ => ReportState.Draft,
        };
        return left.Become(state) with { AnsweredAt = state == ReportState.Draft ? null : AnsweredAt, Late = state != ReportState.Draft && Late };
    }

    /// <summary>Takes back all that waits, what was replaced included.</summary>
    public Report WithdrawAll()
    {
        var left = this;
        while (left.UnderReview is not null) left = left.Withdraw();
        return left;
    }

    /// <summary>The same report when nothing was under review (somebody else was faster).</summary>
    public Report Approve(int by, DateTimeOffset at) => UnderReview is null ? this : Become(ReportState.Approved) with
    {
        Versions = [.. Judged(Verdict.Approved, Verdict.Superseded).Select(version => version.Verdict == Verdict.Pending ? version.Judge(Verdict.Approved, by, at, null) : version)],
    };

    /// <summary>The same report when nothing was under review (somebody else was faster).</summary>
    public Report Return(int by, DateTimeOffset at, string reason) => UnderReview is null ? this : Become(ReportState.Returned) with
    {
        Versions = [.. Versions.Select(version => version.Verdict == Verdict.Pending ? version.Judge(Verdict.Returned, by, at, reason) : version)],
    };

    /// <summary>撤销通过: a wrong approval is taken back; the version is with the unit again, and the one approved before it does not come back. The same report when none was approved.</summary>
    public Report Revoke(int by, DateTimeOffset at, string reason) => Approved is not { } approved ? this : Become(UnderReview is null ? ReportState.Returned : ReportState.Submitted) with
    {
        Versions = [.. Versions.Select(version => version == approved ? version.Judge(Verdict.Returned, by, at, reason) with { RevokedAt = at } : version)],
    };

    /// <summary>收到; a later one changes nothing.</summary>
    public Report Acknowledge(DateTimeOffset at) => AcknowledgedAt is null ? this with { AcknowledgedAt = at } : this;

    /// <summary>Nothing is owed any more, e.g. since the unit has left the plan. The same report when it had answered already; that stays.</summary>
    public Report Excuse(string reason) => IsOpen ? Become(ReportState.Excused) with { ExcusedReason = reason } : this;

    /// <summary>An excused report is owed again.</summary>
    public Report Recall() => State == ReportState.Excused ? Become(ReportState.Draft) with { ExcusedReason = null } : this;

    /// <summary>The coordinators have been told that it waits.</summary>
    public Report AskReview(DateTimeOffset at) => this with { Versions = [.. Versions.Select(version => version == UnderReview ? version with { ReviewAskedAt = at } : version)] };

    IReadOnlyList<ReportVersion> Judged(Verdict from, Verdict to) =>
        [.. Versions.Select(version => version.Verdict == from ? version with { Verdict = to } : version)];

    Report Become(ReportState state) => this with { State = state, Revision = Revision + 1 };
}

public enum ReportState
{
    /// <summary>未报: nothing submitted yet, or withdrawn.</summary>
    Draft,

    /// <summary>待审.</summary>
    Submitted,

    /// <summary>退回, with a reason.</summary>
    Returned,

    /// <summary>审核通过: counts in the official totals.</summary>
    Approved,

    /// <summary>免报: the unit no longer owes it, with a reason.</summary>
    Excused,
}
