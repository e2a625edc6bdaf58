using Microsoft.EntityFrameworkCore;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;

namespace ProgressBot.Benchmarks.Load;

/// <summary>A plan with three tasks for every unit (money, a count, a goal without a number), an open round, and a reporter for each unit.</summary>
static class LoadCast
{
    public const string ChannelId = "test";

    static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public static string User(int number) => $"29:user-{number:00000}";
    public static string Conversation(int number) => $"a:conversation-{number:00000}";

    public static async Task SeedAsync(string data, int people)
    {
        var options = new DbContextOptionsBuilder<BotDb>();
        options.UseSqliteFile(Path.Combine(data, "progressbot.db"));
        await using var db = new BotDb(options.Options);
        await db.Database.MigrateAsync();
        var units = Enumerable.Range(1, people).Select(number => new Unit { Name = $"第{number}单位" }).ToList();
        db.AddRange(units);
        await db.SaveChangesAsync();
        var plan = db.Add(Plan(units)).Entity;
        db.AddRange(units.Select((unit, index) => Reporter(unit, index + 1)));
        db.Add(new Stamp { Name = Stamp.Plans, Value = 1 });
        await db.SaveChangesAsync();
        db.Add(Round(plan));
        await db.SaveChangesAsync();
    }

    static Plan Plan(List<Unit> units)
    {
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        return new Plan
        {
            Title = "负载测试任务书",
            Year = today.Year,
            Start = new DateOnly(today.Year, 1, 1),
            End = new DateOnly(today.Year, 12, 31),
            State = PlanState.Active,
            ActivatedAt = Now,
            CreatedAt = Now,
            Items =
            [
                Item(1, "产业合作", "到位资金", 50_000_000, "万元", "元", units),
                Item(2, "产业合作", "新签项目", 50, "个", "个", units),
                Item(3, "机制建设", null, 0, "", "", units),
            ],
        };
    }

    static WorkItem Item(int number, string section, string? indicator, decimal target, string display, string unit, List<Unit> units) => new()
    {
        Number = number,
        Section = section,
        Goal = indicator ?? "建立工作机制",
        Name = indicator ?? "工作机制",
        Indicators = indicator is null ? [] :
        [
            new() { Name = indicator, Phrase = indicator, Target = target, BaseUnit = unit, DisplayUnit = display, Basis = Basis.Cumulative, Sharing = Sharing.Summed },
        ],
        Milestones = [new() { Name = indicator ?? "工作机制" }],
        Requirements = [new() { Text = "相关报道" }],
        Assignments = [.. units.Select(owner => new Assignment { UnitId = owner.Id, Role = UnitRole.Member })],
    };

    static Person Reporter(Unit unit, int number) => new()
    {
        Name = $"联络员{number}",
        Roles = Roles.Reporter,
        CreatedAt = Now,
        Memberships = [new() { UnitId = unit.Id }],
        Addresses = [new() { Channel = BotFrameworkChannel.ChannelName, Key = ConversationReference.KeyOf(ChannelId, Conversation(number), User(number)), SeenAt = Now }],
    };

    static Round Round(Plan plan)
    {
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        return new Round
        {
            PlanId = plan.Id,
            PeriodStart = new DateOnly(today.Year, today.Month, 1),
            PeriodEnd = new DateOnly(today.Year, today.Month, 1).AddMonths(1).AddDays(-1),
            Label = $"{today.Month}月",
            OpensAt = Now.AddDays(-1),
            DueAt = Now.AddDays(10),
            LocksAt = Now.AddDays(20),
            Reports = [.. plan.Items.SelectMany(item => item.Assignments.Select(
                assignment => new Report { WorkItemId = item.Id, UnitId = assignment.UnitId, Role = assignment.Role }))],
        };
    }
}
