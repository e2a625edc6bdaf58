using ProgressBot.Core.Plans;

namespace ProgressBot.Core.Reporting;

/// <summary>进展报送: what one unit owes for one work item in one round. What was said is in its versions; none is ever changed or deleted.</summary>
public sealed class Report
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    public int WorkItemId { get; set; }
    public int UnitId { get; set; }
    public UnitRole Role { get; set; }
    public ReportState State { get; set; }

    /// <summary>When it was first submitted; decides 按时 or 逾期 for good.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }
    public bool Late { get; set; }

    /// <summary>收到: the unit has seen it. Never counts as reported.</summary>
    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>Why nothing is owed any more; null while something is or was.</summary>
    public string? ExcusedReason { get; set; }

    /// <summary>Counts changes; two writers cannot both win.</summary>
    public int Revision { get; set; }

    public List<ReportVersion> Versions { get; } = [];

    /// <summary>The version under review or approved last; null while nothing stands.</summary>
    public ReportVersion? Current
    {
        get
        {
            ReportVersion? current = null;
            foreach (var version in Versions)
                if (version.Verdict is Verdict.Pending or Verdict.Approved && version.Number > (current?.Number ?? -1)) current = version;
            return current;
        }
    }

    /// <summary>True while the unit still owes something: nothing submitted, or sent back.</summary>
    public bool IsOpen => State is ReportState.Draft or ReportState.Returned;

    /// <summary>Takes a new version in for review. What stood under review before is withdrawn by it; what was approved keeps counting until this one is.</summary>
    public void Submit(ReportVersion version, DateTimeOffset dueAt)
    {
        foreach (var pending in Versions.Where(earlier => earlier.Verdict == Verdict.Pending)) pending.Verdict = Verdict.Withdrawn;
        version.Number = Versions.Count + 1;
        Versions.Add(version);
        if (AnsweredAt is null)
        {
            AnsweredAt = version.At;
            Late = version.At > dueAt;
        }
        Become(ReportState.Submitted);
    }

    /// <summary>Takes the version under review back; what the reviewer had decided before stands again. False when nothing was under review.</summary>
    public bool Withdraw()
    {
        if (UnderReview is not { } pending) return false;
        pending.Verdict = Verdict.Withdrawn;
        Become(Versions.Where(version => version.Verdict is Verdict.Approved or Verdict.Returned).MaxBy(version => version.Number)?.Verdict switch
        {
            Verdict.Approved => ReportState.Approved,
            Verdict.Returned => ReportState.Returned,
            _ => ReportState.Draft,
        });
        if (State == ReportState.Draft)
        {
            AnsweredAt = null;
            Late = false;
        }
        return true;
    }

    /// <summary>False when nothing was under review (somebody else was faster).</summary>
    public bool Approve(int by, DateTimeOffset at)
    {
        if (UnderReview is not { } pending) return false;
        foreach (var earlier in Versions.Where(version => version.Verdict == Verdict.Approved)) earlier.Verdict = Verdict.Superseded;
        pending.Judge(Verdict.Approved, by, at, null);
        Become(ReportState.Approved);
        return true;
    }

    /// <summary>False when nothing was under review (somebody else was faster).</summary>
    public bool Return(int by, DateTimeOffset at, string reason)
    {
        if (UnderReview is not { } pending) return false;
        pending.Judge(Verdict.Returned, by, at, reason);
        Become(ReportState.Returned);
        return true;
    }

    /// <summary>Nothing is owed any more, e.g. since the unit has left the plan. False when it had answered already; that stays.</summary>
    public bool Excuse(string reason)
    {
        if (!IsOpen) return false;
        ExcusedReason = reason;
        Become(ReportState.Excused);
        return true;
    }

    /// <summary>An excused report is owed again.</summary>
    public void Recall()
    {
        if (State != ReportState.Excused) return;
        ExcusedReason = null;
        Become(ReportState.Draft);
    }

    /// <summary>The version waiting for a reviewer; null for none.</summary>
    public ReportVersion? UnderReview => Versions.SingleOrDefault(version => version.Verdict == Verdict.Pending);

    void Become(ReportState state)
    {
        State = state;
        Revision++;
    }
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
