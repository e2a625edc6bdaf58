using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;

namespace ProgressBot.Core.Dialogs.Answers.Trials;

/// <summary>A plan as if it were in force, for messages to be tried on.</summary>
public sealed class TrialPlan
{
    const int DueHour = 10;

    readonly WorkingCalendar _calendar;
    readonly RowNumbers _numbers;

    TrialPlan(Plan plan, IReadOnlyList<Unit> units, WorkingCalendar calendar, RowNumbers numbers) =>
        (Plan, Units, _calendar, _numbers) = (plan, units, calendar, numbers);

    public Plan Plan { get; }
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>Of a document as it is read.</summary>
    public static TrialPlan Of(PlanDraft draft, WorkingCalendar calendar)
    {
        var numbers = Numbers(0);
        var facts = new RecordFacts(new Ledger(), DateTimeOffset.UnixEpoch, calendar, TimeZoneInfo.Utc, numbers);
        var changes = PlanDecisions.Adopted(facts, PlanReading.Of("trial", "", draft, null, facts.Now), 1);
        var rows = changes.Rows.Select(change => change.Row).ToList();
        return Of(rows.OfType<Plan>().First(), [.. rows.OfType<Unit>()], calendar, numbers);
    }

    /// <summary>Of a plan that is kept.</summary>
    public static TrialPlan Of(Plan plan, IReadOnlyList<Unit> units, WorkingCalendar calendar) =>
        Of(plan, units, calendar, Numbers(1_000_000_000));

    static TrialPlan Of(Plan plan, IReadOnlyList<Unit> units, WorkingCalendar calendar, RowNumbers numbers) =>
        new(plan.Followed() with { State = PlanState.Active }, units, calendar, numbers);

    // above whatever the plan has
    static RowNumbers Numbers(int from)
    {
        var last = new Dictionary<Type, int>();
        return new RowNumbers(kind => last[kind] = last.GetValueOrDefault(kind, from) + 1);
    }

    /// <summary>The same with the members of a group; units that nobody knew are made. Null when there is no such group.</summary>
    public TrialPlan? With(string group, IReadOnlyList<string> members)
    {
        if (Units.FirstOrDefault(unit => unit.IsCalled(group)) is not { } known) return null;
        var units = Units.ToList();
        foreach (var name in members.Where(name =>
            !units.Exists(unit => unit.IsCalled(name)))) units.Add(new Unit { Id = _numbers.Next<Unit>(), Name = name });
        var filled = known with
        {
            IsGroup = true,
            Members = [.. members.Select(name =>
                new GroupMember { GroupId = known.Id, UnitId = units.First(unit => unit.IsCalled(name)).Id })],
        };
        return new TrialPlan(Plan, [.. units.Select(unit => unit.Id == filled.Id ? filled : unit)], _calendar, _numbers);
    }

    /// <summary>The talk of a unit's reporter before the message.</summary>
    /// <param name="unit">What it is called; an unfilled group speaks for itself.</param>
    /// <param name="period">A day of the round.</param>
    /// <param name="isLead">Whether it is to be taken for the one that reports its items.</param>
    /// <param name="prior">Totals reported before; null where nothing is called so.</param>
    /// <returns>Null when the plan has no such unit.</returns>
    public Facts? Before(string unit, DateOnly period, bool isLead, Func<WorkItem, Indicator, decimal?> prior)
    {
        if (Units.FirstOrDefault(known => known.IsCalled(unit)) is not { } named) return null;
        var speaker = named is { IsGroup: true, Members.Count: 0 } ? named with { IsGroup = false } : named;
        IReadOnlyList<Unit> units = [.. Units.Select(known => known.Id == speaker.Id ? speaker : known)];
        var plan = isLead ? Led(speaker.Id, units) : Plan;
        var zone = ZoneTime.Find(plan.TimeZone) ?? TimeZoneInfo.Utc;
        var now = zone.Instant(period, new TimeOnly(DueHour, 0));
        var book = new PlanBook { Plans = [plan], Units = units };
        var totals = from item in plan.Items
                     from indicator in item.Indicators
                     let total = prior(item, indicator)
                     where total is not null
                     select new Total { IndicatorId = indicator.Id, UnitId = speaker.Id, Approved = total, Reported = total,
                         ChangedAt = now };
        return new Facts
        {
            Person = Reporter(speaker.Id),
            Ledger = new Ledger { Book = book, Rounds = [Opened(plan, book, period, now)], Totals = [.. totals] },
            Now = now,
            Calendar = _calendar,
            Zone = zone,
        };
    }

    static Person Reporter(int unitId) => new Person { Id = 1, Name = "trial", Roles = Roles.Reporter }.Join(unitId, null, null);

    static Round Opened(Plan plan, PlanBook book, DateOnly period, DateTimeOffset now)
    {
        var days = Period.Containing(plan.Period, period);
        var round = new Round
        {
            Id = 1, PlanId = plan.Id, PeriodStart = days.First, PeriodEnd = days.Last, Label = days.Label(false), OpensAt = now.AddDays(-1),
                DueAt = now.AddDays(1), LocksAt = now.AddDays(7), State = RoundState.Open,
        };
        var reports = 0;
        return round with { Reports = [.. Roster.Of(plan, book.Unit, period).Select(line =>
            Roster.Report(line, round.Id) with { Id = ++reports })] };
    }

    // the unit leads wherever it takes part, by itself or in a group
    Plan Led(int unitId, IReadOnlyList<Unit> units) => Plan with
    {
        Items =
        [
            .. Plan.Items.Select(item => item with
            {
                Assignments = [.. item.Assignments.Select(given => given.UnitId == unitId ? given with { Role = UnitRole.Lead } : given)],
                Indicators = [.. item.Indicators.Select(indicator =>
                    IsMember(item, unitId, units)
                    && indicator.Sharing == Sharing.LeadReports ? indicator with { Sharing = Sharing.Summed } : indicator)],
            }),
        ],
    };

    static bool IsMember(WorkItem item, int unitId, IReadOnlyList<Unit> units) =>
        item.Assignments.Any(given =>
            units.FirstOrDefault(unit => unit.Id == given.UnitId) is { IsGroup: true } group && group.Members.Any(member =>
            member.UnitId == unitId));
}
