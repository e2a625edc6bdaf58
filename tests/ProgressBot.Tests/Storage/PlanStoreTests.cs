using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Plans;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Storage;

public sealed class PlanStoreTests
{
    static readonly DraftUnit Bureau = new("区商务局", UnitRole.Lead, false, false);

    [Fact]
    public async Task A_plan_is_imported_once_and_activated_once_and_reports_as_often_as_chosen()
    {
        await using var bot = await WholeBot.StartAsync(FakeClock.At("2022-03-01 09:00").GetUtcNow());
        var store = bot.Services.GetRequiredService<PlanStore>();
        var cancel = TestContext.Current.CancellationToken;

        var (id, _, obstacles) = await store.ImportAsync(Draft(), "任务.docx", cancel);
        var again = await store.ImportAsync(Draft(), "任务.docx", cancel);

        Assert.Empty(obstacles);
        Assert.Null(again.Id);
        Assert.Single(again.Obstacles);
        Assert.Null(await store.ActivateAsync(id!.Value, RoundPeriod.Week, cancel));
        Assert.NotNull(await store.ActivateAsync(id.Value, RoundPeriod.Month, cancel));
        await bot.HappenAsync("sweep");
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
        Assert.Equal("第9周", (await db.Set<Round>().SingleAsync(round => round.PlanId == id, cancel)).Label);
    }

    [Fact]
    public async Task Settings_are_changed_all_or_none_and_are_there_after_a_restart()
    {
        await using var bot = await WholeBot.StartAsync(FakeClock.At("2022-03-01 09:00").GetUtcNow());
        var cancel = TestContext.Current.CancellationToken;

        var refused = await bot.Services.GetRequiredService<PlanStore>().SetAsync(1, [("opens", "3"), ("repeat", "0")], cancel);
        var unknown = await bot.Services.GetRequiredService<PlanStore>().SetAsync(99, [], cancel);
        var untouched = await bot.Services.GetRequiredService<PlanStore>().SetAsync(1, [], cancel);
        Assert.Equal((null, "repeat=0", ScheduleError.NeverEnding), refused);
        Assert.Equal((null, null, null), unknown);
        Assert.Equal(6, untouched.Plan!.Schedule.Due.OpensBefore);

        await bot.Services.GetRequiredService<PlanStore>().SetAsync(1, [("due", "next:5"), ("steps", "open,0"), ("calendar", "weekdays")], cancel);
        await bot.HappenAsync("restart");

        var schedule = (await bot.Services.GetRequiredService<PlanStore>().SetAsync(1, [], cancel)).Plan!.Schedule;
        Assert.Equal((DueDay.DayAfter, 5, PlanCalendar.Weekdays), (schedule.Due.Day, schedule.Due.Number, schedule.Calendar));
        Assert.Equal([0], schedule.Cadence.Offsets);
    }

    static PlanDraft Draft() => new("对口合作2022年度任务", null, null, 2022, null, null, null,
        [new DraftRow("消费协作", "举办展销会2场", [Bureau], [], [], null, new DraftSource(1, 1, null, 2, null), [])], [], [], []);
}
