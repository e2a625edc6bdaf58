using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Storage;

namespace ProgressBot.CrashTest;

/// <summary>A plan with one task for everybody, and a reporter for each unit, reachable over the fake channel.</summary>
static class Cast
{
    public const string Channel = "fake";

    /// <summary>A working day on which the round of September opens, when all reminders of its opening are due.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 23, 10, 40, 0, TimeSpan.FromHours(8));

    public static string Key(int number) => $"u{number:00000}";

    public static async Task SeedAsync(BotDb db, int count)
    {
        var units = Enumerable.Range(1, count).Select(number => new Unit { Name = $"第{number}单位" }).ToList();
        db.AddRange(units);
        await db.SaveChangesAsync();
        db.Add(Plan(units));
        db.AddRange(units.Select((unit, index) => Reporter(unit, index + 1)));
        db.Add(new Stamp { Name = Stamp.Plans, Value = 1 });
        await db.SaveChangesAsync();
    }

    static Plan Plan(List<Unit> units) => new()
    {
        Title = "演练任务书",
        Year = 2026,
        Start = new DateOnly(2026, 1, 1),
        End = new DateOnly(2026, 12, 31),
        State = PlanState.Active,
        ActivatedAt = Start.AddDays(-20),
        CreatedAt = Start.AddDays(-20),
        Items =
        [
            new()
            {
                Number = 1,
                Section = "信息报送",
                Goal = "各单位报送工作信息",
                Name = "信息报送",
                Milestones = [new() { Name = "信息报送" }],
                Assignments = [.. units.Select(unit => new Assignment { UnitId = unit.Id, Role = UnitRole.Member })],
            },
        ],
    };

    static Person Reporter(Unit unit, int number) => new()
    {
        Name = $"联络员{number}",
        Roles = Roles.Reporter,
        CreatedAt = Start.AddDays(-20),
        Memberships = [new() { UnitId = unit.Id }],
        Addresses = [new() { Channel = Channel, Key = Key(number), SeenAt = Start.AddDays(-1) }],
    };
}
