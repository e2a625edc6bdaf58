using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Reporting;

/// <summary>Something that happened in a talk, kept word for word. What it means for the record is decided in <c>Decisions</c>.</summary>
public abstract record DialogEvent
{
    private protected DialogEvent() { }
}

/// <summary>A code was used: whoever speaks is now this person.</summary>
public sealed record PersonEnrolled(int InvitationId, string Name, Roles Roles, int? UnitId, string Locale, bool InCharge = false) : DialogEvent;

/// <summary>A known person signed in from another device or channel.</summary>
public sealed record AddressBound(int InvitationId, int PersonId) : DialogEvent;

/// <summary>Reports confirmed by their reporter, under one receipt.</summary>
public sealed record ReportsSubmitted(string Receipt, IReadOnlyList<SubmittedReport> Reports) : DialogEvent;

/// <summary>What one submission says of one report. Whatever it does not name stays as it stands.</summary>
public sealed record SubmittedReport(int ReportId)
{
    public bool NoChange { get; init; }

    /// <summary>Why a total went down, when one did.</summary>
    public string? Reason { get; init; }
    public IReadOnlyList<SubmittedFigure> Figures { get; init; } = [];
    public IReadOnlyList<SubmittedState> States { get; init; } = [];
    public IReadOnlyList<SubmittedStatement> Statements { get; init; } = [];

    /// <summary>Indicators whose figure was taken back in words.</summary>
    public IReadOnlyList<int> TakenBack { get; init; } = [];

    /// <summary>代报: a coordinator writes down what the unit said.</summary>
    public bool OnBehalf { get; init; }
}

/// <summary>A confirmed figure, in the indicator's base unit.</summary>
public sealed record SubmittedFigure(int IndicatorId, string Phrase, decimal Value, Basis Basis, Comparator Comparator = Comparator.None);

/// <summary>A confirmed state of a milestone; the phrase is empty for a tap.</summary>
public sealed record SubmittedState(int MilestoneId, MilestoneState State, string Phrase);

/// <summary>A sentence that is kept word for word.</summary>
public sealed record SubmittedStatement(StatementKind Kind, string Text, DateOnly? Expected);

/// <summary>A link or file was given for a report's work item.</summary>
/// <param name="Date">The document's own date, where it is known.</param>
public sealed record EvidenceAdded(int ReportId, string Name, string? Url, string? FileKey, IReadOnlyList<int> RequirementIds, DateOnly? Date = null) : DialogEvent;

/// <summary>A piece of evidence belongs to another item, or is no evidence at all (null).</summary>
public sealed record EvidenceMoved(int EvidenceId, int? ReportId, IReadOnlyList<int> RequirementIds) : DialogEvent;

/// <summary>撤回: what was under review is taken back.</summary>
public sealed record ReportsWithdrawn(IReadOnlyList<int> ReportIds) : DialogEvent;

/// <summary>收到.</summary>
public sealed record ReportsAcknowledged(IReadOnlyList<int> ReportIds) : DialogEvent;

/// <summary>稍后: no reminder before this time.</summary>
public sealed record ReminderSnoozed(IReadOnlyList<int> RoundIds, DateTimeOffset Until) : DialogEvent;

/// <summary>"这项不归我们了", 转交: the coordinators are told; nothing changes by itself.</summary>
public sealed record HandOverRequested(IReadOnlyList<int> ReportIds, string Text) : DialogEvent;

/// <summary>通过: each in the very version that the reviewer was shown, by report and version number.</summary>
public sealed record ReportsApproved(IReadOnlyList<ReportVersionKey> Reports) : DialogEvent;

/// <summary>One version of one report.</summary>
public sealed record ReportVersionKey(int ReportId, int Number);

/// <summary>撤销通过: a wrong approval is taken back.</summary>
public sealed record ApprovalRevoked(int ReportId, string Reason) : DialogEvent;

/// <summary>有异议: a unit does not agree with what a coordinator wrote down for it.</summary>
public sealed record ReportDisputed(int ReportId, string Text) : DialogEvent;

public sealed record ReportReturned(int ReportId, int Number, string Reason) : DialogEvent;

/// <summary>催办 by hand.</summary>
public sealed record UnitsNudged(int RoundId, IReadOnlyList<int> UnitIds, int Number = 0, string? Matter = null, DateTimeOffset? DueAt = null) : DialogEvent;

/// <summary>A plan's schedule was changed; <paramref name="Setting"/> is what was said, e.g. <c>repeat 5</c>.</summary>
public sealed record ScheduleChanged(int PlanId, string Setting, PlanSchedule Schedule) : DialogEvent;

/// <summary>本周不发: a plan's digest of a day does not leave.</summary>
public sealed record DigestSkipped(int PlanId, DateOnly Day) : DialogEvent;

/// <summary>照发: it does leave.</summary>
public sealed record DigestRestored(int PlanId, DateOnly Day) : DialogEvent;

/// <summary>申请延期: more time for a unit in a round.</summary>
public sealed record ExtensionAsked(int RoundId, int UnitId, int WorkItemId, DateTimeOffset DueAt, DateTimeOffset LocksAt, string Reason) : DialogEvent;

public sealed record ExtensionDecided(int ExtensionId, int RoundId, bool Granted, string? Reason) : DialogEvent;

/// <summary>转交 王五: somebody else reports for these units from a day on.</summary>
public sealed record HandedOver(int ToPersonId, IReadOnlyList<int> UnitIds, DateOnly From) : DialogEvent;

/// <summary>转交 3 给李四: a colleague is asked for one item and may report it until a day.</summary>
public sealed record ItemRelayed(int ReportId, int UnitId, int ToPersonId, DateOnly From, DateOnly Until) : DialogEvent;

/// <summary>外出: no reminders to the speaker meanwhile; the substitute, if any, reports for the units.</summary>
public sealed record PersonAway(DateOnly From, DateOnly Until, int? SubstituteId, IReadOnlyList<int> UnitIds) : DialogEvent;

/// <summary>The speaker is back from a day on.</summary>
public sealed record PersonBack(DateOnly From) : DialogEvent;

public sealed record TimeZoneChosen(string TimeZone) : DialogEvent;

public sealed record RoundPaused(int RoundId) : DialogEvent;

/// <summary>A paused round goes on, with later dates.</summary>
public sealed record RoundResumed(int RoundId, DateTimeOffset DueAt, DateTimeOffset LocksAt) : DialogEvent;

public sealed record RoundCancelled(int RoundId) : DialogEvent;

/// <summary>A plan ended before its time, and its rounds with it.</summary>
public sealed record PlanClosed(int PlanId, string Reason) : DialogEvent;

/// <summary>A unit has no more part in any plan from a day on; what it still owed is excused.</summary>
public sealed record UnitLeft(int UnitId, DateOnly From, string Reason) : DialogEvent;

/// <summary>A unit takes part in a work item from a day on, and in these open rounds.</summary>
/// <param name="UnitId">Null for a unit that was not known before.</param>
public sealed record UnitJoined(int WorkItemId, int? UnitId, string Unit, UnitRole Role, DateOnly From, IReadOnlyList<int> RoundIds) : DialogEvent;

/// <summary>负责人: these people are in charge of a unit from a day on, and nobody else.</summary>
public sealed record UnitChargeGiven(int UnitId, IReadOnlyList<int> PersonIds, DateOnly From) : DialogEvent;

public sealed record LocaleChosen(string Locale) : DialogEvent;

/// <summary>A document was read as a plan and is waiting for the coordinator's word. What was read is kept under its key.</summary>
/// <param name="Revises">The plan in force that it is another edition of; null for a new plan.</param>
public sealed record PlanOffered(string Key, string FileName, string Title, int? Revises = null) : DialogEvent;

/// <summary>A document that was offered becomes a draft plan with this id.</summary>
public sealed record PlanImported(int PlanId, string Key) : DialogEvent;

/// <summary>A code was made, for a new person of a unit or role, or for a known one on another device. Only its hash is kept.</summary>
public sealed record InvitationMade(string CodeHash, Roles Roles, int? UnitId, int? PersonId, bool InCharge = false) : DialogEvent;

/// <summary>Units call an indicator so, too.</summary>
public sealed record AliasAdded(int IndicatorId, string Alias) : DialogEvent;

public sealed record AliasRemoved(int IndicatorId, string Alias) : DialogEvent;

/// <summary>A unit of measure of one plan: 畦, 打=12件.</summary>
public sealed record CounterAdded(int PlanId, string Line) : DialogEvent;

public sealed record CounterRemoved(int PlanId, string Line) : DialogEvent;
