using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Core.Reminding;

/// <summary>Plans of 2022, units and people, made as each test wants them.</summary>
static class SmallOffice
{
    public static readonly TimeZoneInfo Shanghai = ZoneTime.Find("Asia/Shanghai")!;

    public static readonly DialogBook Book = DialogBook.Read(
        Directory.EnumerateFiles(Dialogs, "*.yaml", SearchOption.AllDirectories).Select(path => (Path.GetRelativePath(Dialogs, path).Replace('\\', '/'), File.ReadAllText(path))));

    static string Dialogs => Path.Combine(Repository.Root, "dialogs");

    /// <summary>An instant by the clock of Shanghai.</summary>
    public static DateTimeOffset At(string shanghai) => new(DateTime.Parse(shanghai), TimeSpan.FromHours(8));

    public static Unit Unit(int id) => new() { Id = id, Name = $"第{id}局" };

    /// <summary>In force since January. Its items are numbered from <c>100 * id</c> on; of each the first unit leads.</summary>
    /// <param name="units">Of each item.</param>
    public static Plan Plan(int id, params int[][] units) => new()
    {
        Id = id,
        Title = $"任务{id}",
        Year = 2022,
        Start = new DateOnly(2022, 1, 1),
        End = new DateOnly(2022, 12, 31),
        State = PlanState.Active,
        ActivatedAt = At("2022-01-01 08:00"),
        Items = [.. units.Select((own, index) => Item(id, 100 * id + index, index + 1, own))],
    };

    static WorkItem Item(int plan, int id, int number, int[] units) => new()
    {
        Id = id,
        PlanId = plan,
        Number = number,
        Section = "产业合作",
        Goal = $"办成第{id}件事",
        Name = $"事项{id}",
        Milestones = [new Milestone { Id = id, WorkItemId = id, Name = $"事项{id}" }],
        Assignments = [.. units.Select((unit, index) => new Assignment { Id = 1000 * id + unit, WorkItemId = id, UnitId = unit, Role = index == 0 ? UnitRole.Lead : UnitRole.Assist })],
    };

    public static Person Reporter(int id, params int[] units) => new()
    {
        Id = id,
        Name = $"联络员{id}",
        Roles = Roles.Reporter,
        Memberships = [.. units.Select(unit => new Membership { PersonId = id, UnitId = unit })],
        Addresses = [Address(id)],
    };

    public static Person Coordinator(int id) => new() { Id = id, Name = $"管理员{id}", Roles = Roles.Coordinator, Addresses = [Address(id)] };

    static PersonAddress Address(int person) => new() { Id = person, PersonId = person, Channel = "web", Key = $"p{person}", SeenAt = At("2022-01-01 08:00") };

    public static Ledger Ledger(IReadOnlyList<Plan> plans, IReadOnlyList<Unit> units, IReadOnlyList<Person> people) =>
        new() { Book = new PlanBook { Plans = plans, Units = units }, People = people };
}
