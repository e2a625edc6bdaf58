using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Storage.Sqlite;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Demo;

/// <summary>Two rounds that have been, played through the bot itself: what units wrote, their confirmation, the coordinator's approval.</summary>
static class DemoStory
{
    static readonly TimeZoneInfo Zone = ZoneTime.Find("Asia/Shanghai")!;

    // running totals, round by round
    static readonly (string Name, string[] Said)[] Script =
    [
        ("王敏", ["项目洽谈会1次，到位资金累计3.2亿元，新签合作项目累计2个，消费帮扶销售额累计120万元，报送信息累计1篇", "到位资金累计5.1亿元，新签合作项目累计4个，消费帮扶销售额累计210万元"]),
        ("李强", ["培训就业累计265人次，消费帮扶销售额累计96万元", "培训就业累计312人次，消费帮扶销售额累计150万元"]),
        ("周颖", ["消费帮扶销售额累计180万元，报送信息累计1篇", "消费帮扶销售额累计266万元，报送信息累计2篇"]),
        ("赵蕾", ["示范点累计1个，干部1名，公益林指标调整累计120亩，农村带头人培训进行中", "示范点累计2个，公益林指标调整累计200亩"]),
        ("孙涛", ["智邦大厦进行中，智谷大厦进行中，联席会议1次，制定年度工作计划已完成", "产业园进行中"]),
        ("吴磊", ["区教育局教育共建平台1个，区教育局信息报送累计2篇，区科技局信息报送累计1篇", "区科技局信息报送累计2篇"]),
    ];

    /// <summary>The rounds of a year's plan that the story plays, and the moment at which the viewer comes in: the afternoon before a round opens.</summary>
    /// <returns>When the plan came into force, and the viewer's now.</returns>
    public static (DateTimeOffset Activated, DateTimeOffset Now) Timeline(DateTimeOffset realNow, WorkingCalendar calendar)
    {
        var rounds = Rounds(Zone.Today(realNow).Year, calendar);
        var next = rounds.FindIndex(round => round.DueAt > realNow);
        if (next < 0) next = rounds.Count - 1;
        var first = Math.Max(0, next - Script[0].Said.Length);
        var afternoon = Zone.Instant(calendar.Previous(Zone.Today(rounds[next].OpensAt)), new TimeOnly(15, 0));
        var start = Zone.Instant(rounds[first].PeriodStart, new TimeOnly(9, 0));
        return (start < afternoon ? start : afternoon.AddDays(-1), afternoon);
    }

    /// <summary>Plays what lies between the clock's time and the viewer's.</summary>
    public static async Task PlayAsync(IServiceProvider services, DemoClock clock, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var calendar = services.GetRequiredService<Func<WorkingCalendar>>()();
        var past = Rounds(Zone.Today(until).Year, calendar).Where(round => round.OpensAt > clock.GetUtcNow() && round.OpensAt < until).ToList();
        for (var index = 0; index < past.Count; index++)
        {
            clock.MoveTo(past[index].OpensAt.AddHours(26));
            await DemoEndpoints.SweepAsync(services, cancellationToken);
            foreach (var (name, said) in Script) await SayAsync(services, name, cancellationToken, said[Math.Min(index, said.Length - 1)], "先报这些", "确认报送");
            await SayAsync(services, "陈静", cancellationToken, "待审", "通过 全部");
        }
        clock.MoveTo(until);
        await DemoEndpoints.SweepAsync(services, cancellationToken);
        await ForgetMessagesAsync(services, cancellationToken);
    }

    static List<RoundDates> Rounds(int year, WorkingCalendar calendar) =>
        [.. new RoundSchedule(RoundPeriod.Month, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DueRule.Default).Rounds(calendar)];

    static async Task SayAsync(IServiceProvider services, string name, CancellationToken cancellationToken, params string[] texts)
    {
        var runner = services.GetRequiredService<TurnRunner>();
        var clock = services.GetRequiredService<TimeProvider>();
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        var person = await db.Set<Person>().AsNoTracking().Include(person => person.Addresses).SingleAsync(person => person.Name == name, cancellationToken);
        foreach (var text in texts)
            await runner.RunAsync(new Incoming(person.Address!, $"story-{Guid.NewGuid():N}", text, clock.GetUtcNow()), cancellationToken);
    }

    // the past is in the records; the chat begins empty
    static Task<int> ForgetMessagesAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<WriteQueue>().RunAsync(db => db.Set<OutboxMessage>().ExecuteDeleteAsync(cancellationToken), cancellationToken);
}
