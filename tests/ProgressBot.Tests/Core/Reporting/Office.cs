using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.Core.Reporting;

/// <summary>A plan of 2022 with three units (1, 2, 3), made as each test wants it.</summary>
static class Office
{
    /// <summary>The milestone of an item without numbers.</summary>
    public const int Whole = 8;

    public static readonly Unit[] Units = [Unit(1, "区投促局"), Unit(2, "区财政局"), Unit(3, "区商务局")];

    /// <summary>Half of the year is over on this day, a Friday.</summary>
    public static readonly DateOnly Midyear = new(2022, 7, 1);

    public static Unit Unit(int id, string name, params int[] members) => new()
    {
        Id = id,
        Name = name,
        IsGroup = members.Length > 0,
        Members = [.. members.Select(member => new GroupMember { GroupId = id, UnitId = member })],
    };

    public static Indicator Indicator(int id, decimal target, Sharing sharing, Comparator comparator = Comparator.None, DateOnly? deadline = null) => new()
    {
        Id = id,
        WorkItemId = 1,
        Name = "到位资金",
        Phrase = "",
        Target = target,
        BaseUnit = "元",
        DisplayUnit = "元",
        Sharing = sharing,
        Comparator = comparator,
        Deadline = deadline,
    };

    /// <param name="roles">Of units 1, 2, 3, as many as are given.</param>
    public static WorkItem Item(IEnumerable<Indicator> indicators, params UnitRole[] roles) => new()
    {
        Id = 1,
        PlanId = 1,
        Number = 1,
        Section = "产业合作",
        Goal = "到位资金",
        Name = "产业合作",
        Indicators = [.. indicators],
        Milestones = indicators.Any() ? [] : [new() { Id = Whole, WorkItemId = 1, Name = "产业合作" }],
        Assignments = [.. roles.Select((role, index) => new Assignment { WorkItemId = 1, UnitId = index + 1, Role = role })],
    };

    public static Plan Plan(params WorkItem[] items) => new()
    {
        Id = 1,
        Title = "年度任务",
        Year = 2022,
        Start = new DateOnly(2022, 1, 1),
        End = new DateOnly(2022, 12, 31),
        State = PlanState.Active,
        Items = items,
    };

    public static Total Total(int indicatorId, int unitId, decimal? approved, decimal? reported = null) =>
        new() { IndicatorId = indicatorId, UnitId = unitId, Approved = approved, Reported = reported ?? approved };

    public static ItemStatus Status(WorkItem item, DateOnly today, params Total[] totals) => Status(item, today, totals, []);

    public static ItemStatus Status(WorkItem item, DateOnly today, Total[] totals, MilestoneStanding[] milestones)
    {
        var plan = Plan(item);
        var ledger = new Ledger { Book = new PlanBook { Plans = [plan], Units = Units }, Totals = totals, Milestones = milestones };
        return ItemStatus.Build(new PlanDay(ledger, plan, today, WorkingCalendar.China, new LightRule()), item);
    }

    /// <summary>September: opens on the 26th, due on the 30th at 18:00, locks a fortnight later.</summary>
    public static Round September(params Report[] reports) => new()
    {
        Id = 9,
        PlanId = 1,
        Label = "9月",
        PeriodStart = new DateOnly(2022, 9, 1),
        PeriodEnd = new DateOnly(2022, 9, 30),
        OpensAt = At("2022-09-26 08:00"),
        DueAt = At("2022-09-30 18:00"),
        LocksAt = At("2022-10-20 18:00"),
        Reports = reports,
    };

    public static ReportVersion Version(string at) => new() { Receipt = "0930-001", At = At(at) };

    /// <summary>An instant by the clock of Shanghai.</summary>
    public static DateTimeOffset At(string shanghai) => new(DateTime.Parse(shanghai), TimeSpan.FromHours(8));
}
