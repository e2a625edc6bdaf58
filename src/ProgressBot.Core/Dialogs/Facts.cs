using System.Collections.ObjectModel;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs;

/// <summary>All that a turn may know: who speaks, what the records say, what time it is. Plain values; whatever is derived is computed when asked for.</summary>
public sealed class Facts
{
    static readonly LightRule CommonLights = new();
    static readonly Lazy<string> NoCode = new("");

    DateOnly? _today;

    /// <summary>Null for somebody nobody has invited yet.</summary>
    public Person? Person { get; init; }

    public required Ledger Ledger { get; init; }

    /// <summary>People whom the message names, whether the ledger has them or not.</summary>
    public IReadOnlyList<Person> Named { get; init; } = [];
    public required DateTimeOffset Now { get; init; }
    public required WorkingCalendar Calendar { get; init; }
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
    public LightRule LightRule { get; init; } = CommonLights;

    /// <summary>The invitation whose code was typed, when the text is one.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>What came with the message, read as documents; for coordinators only.</summary>
    public IReadOnlyList<PlanFile> PlanFiles { get; init; } = [];

    /// <summary>Every plan there is, drafts included; for coordinators only.</summary>
    public IReadOnlyList<PlanHead> PlanHeads { get; init; } = [];

    /// <summary>The id of the plan that is imported next; for coordinators only.</summary>
    public int NextPlan { get; init; } = 1;

    /// <summary>The number of the next receipt of today, from 1.</summary>
    public int NextReceipt { get; init; } = 1;

    /// <summary>The number of the next nudge of this year, from 1.</summary>
    public int NextNudge { get; init; } = 1;

    /// <summary>How messages were delivered, where the speaker asks for it.</summary>
    public DeliveryFacts Delivery { get; init; } = DeliveryFacts.None;

    /// <summary>A code nobody has yet, should the turn have to hand one out.</summary>
    public Lazy<string> FreshCode { get; init; } = NoCode;

    /// <summary>Where the web chat is reached, e.g. https://host; for sign-in links.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>When digests leave that have no settings of their own.</summary>
    public DigestSchedule DigestSchedule { get; init; } = DigestSchedule.Default;

    /// <summary>How far each plan's digests have come; for coordinators and leaders.</summary>
    public IReadOnlyDictionary<int, DigestMark> DigestMarks { get; init; } = ReadOnlyDictionary<int, DigestMark>.Empty;

    /// <summary>What the next digest of each plan is made of, where the speaker asks for it.</summary>
    public IReadOnlyDictionary<int, DigestFacts> Digests { get; init; } = ReadOnlyDictionary<int, DigestFacts>.Empty;

    /// <summary>Everybody who is called so, as far as the turn knows.</summary>
    public IReadOnlyList<Person> PeopleCalled(string name) =>
        [.. Ledger.People.Concat(Named).Where(person => string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase)).DistinctBy(person => person.Id)];

    /// <summary>Somebody the turn knows; null for anybody else.</summary>
    public Person? PersonWith(int? id) => Ledger.People.Concat(Named).FirstOrDefault(person => person.Id == id);

    /// <summary>The working days that a plan counts.</summary>
    public WorkingCalendar CalendarOf(Plan plan) => plan.Schedule.CalendarIn(Calendar);

    public DateTime LocalNow => TimeZoneInfo.ConvertTime(Now, Zone).DateTime;
    public DateOnly Today => _today ??= DateOnly.FromDateTime(LocalNow);

    public IReadOnlySet<int> OwnUnits => Person is null ? new HashSet<int>() : Person.UnitsOn(Today).ToHashSet();

    /// <summary>The speaker's own reports in the rounds that accept answers.</summary>
    public IReadOnlyList<ReportTask> Tasks => field ??= Person is null ? [] : ReportTask.Of(Ledger, [.. Person.UnitsOn(Today)], Now);

    /// <summary>Every active plan's standing; for coordinators and leaders.</summary>
    public IReadOnlyList<StatusSummary> Boards => field ??= [.. Ledger.Plans.Where(plan => plan.State == PlanState.Active).Select(Board)];

    /// <summary>The tasks of one unit, as its reporters see them.</summary>
    public IReadOnlyList<ReportTask> TasksOf(int unitId) => ReportTask.Of(Ledger, [unitId], Now);

    /// <summary>Reports waiting for review, oldest first.</summary>
    public IReadOnlyList<(Round Round, Report Report, ReportVersion Version)> Reviews =>
    [
        .. from round in Ledger.Rounds
           from report in round.Reports
           let version = report.UnderReview
           where version is not null
           orderby version.At, report.Id
           select (round, report, version),
    ];

    /// <summary>The unit that people mean by a name; null when none is called so.</summary>
    public Unit? UnitCalled(string name) => Ledger.Units.FirstOrDefault(unit => unit.IsCalled(name));

    StatusSummary Board(Plan plan) => StatusSummary.Build(new PlanDay(Ledger, plan, Today, CalendarOf(plan), LightRule), CurrentRound(plan));

    public DigestMark DigestMark(Plan plan) => DigestMarks.GetValueOrDefault(plan.Id) ?? new DigestMark { PlanId = plan.Id };

    /// <summary>The plan's digest that leaves next; null when none is planned.</summary>
    public DigestOccasion? NextDigest(Plan plan) => DigestMark(plan).Next(plan.Digests(DigestSchedule), CalendarOf(plan), Now);

    /// <summary>The round people report in now: the latest that has opened.</summary>
    public Round? CurrentRound(Plan plan) => Ledger.Rounds
        .Where(round => round.PlanId == plan.Id && round.State == RoundState.Open && round.OpensAt <= Now)
        .MaxBy(round => round.PeriodStart);
}
