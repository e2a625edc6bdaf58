using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Core.Reporting;
using ProgressBot.Plans;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Web;

public sealed class PlanRevisionTests
{
    const string Revision = "任务书修订稿.md";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_revision_changes_what_was_chosen_and_nothing_else()
    {
        await using var host = await PlanHost.StartAsync();
        using var coordinator = await host.SignInAsync("陈静");
        Assert.Equal(1, await PlanHost.ImportAsync(coordinator, Revision));
        var before = await coordinator.GetFromJsonAsync<JsonElement>("/api/plans/1", Cancel);
        var revision = before.GetProperty("revision");
        var changes = revision.GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal(800000000, (await host.PlanAsync(1)).Items[0].Indicators.Single(indicator => indicator.Name == "到位资金").Target);

        var take = changes.Where(change => change.GetProperty("kind").GetString() is "Target" or "Item").Select(change => change.GetProperty("key").GetString()).ToList();
        using var answer = await coordinator.PostAsJsonAsync("/api/plans/1/revision", new { reading = revision.GetProperty("key").GetString(), take }, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var plan = await host.PlanAsync(1);
        Assert.Equal(1000000000, plan.Items[0].Indicators.Single(indicator => indicator.Name == "到位资金").Target);
        Assert.Equal((21, "数字协作", false), (plan.Items.Count, plan.Items.MaxBy(item => item.Number)!.Section, plan.Items.Any(item => item.Goal == "派文旅人才交流指导")));
        Assert.Contains("不少于400人次", plan.Items.Single(item => item.Goal.StartsWith("年内帮助培训")).Goal, StringComparison.Ordinal);
        Assert.NotNull((await host.LookAsync(db => db.Set<WorkItem>().SingleAsync(item => item.Goal == "派文旅人才交流指导", Cancel))).RemovedAt);
        var recorded = await host.LookAsync(db => db.Set<EventRow>().SingleAsync(row => row.Kind == "PlanRevised", Cancel));
        Assert.Contains("10亿元", recorded.Json, StringComparison.Ordinal);
        using var again = await coordinator.PostAsJsonAsync("/api/plans/1/revision", new { reading = revision.GetProperty("key").GetString(), take }, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_choice_that_no_longer_fits_the_plan_is_refused_whole()
    {
        await using var host = await PlanHost.StartAsync();
        using var coordinator = await host.SignInAsync("陈静");
        await PlanHost.ImportAsync(coordinator, Revision);
        var revision = (await coordinator.GetFromJsonAsync<JsonElement>("/api/plans/1", Cancel)).GetProperty("revision");
        var target = revision.GetProperty("changes").EnumerateArray().First(change => change.GetProperty("kind").GetString() == "Target").GetProperty("key").GetString();

        using var answer = await coordinator.PostAsJsonAsync("/api/plans/1/revision", new { reading = revision.GetProperty("key").GetString(), take = new[] { target, "Target-1-other" } }, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(800000000, (await host.PlanAsync(1)).Items[0].Indicators.Single(indicator => indicator.Name == "到位资金").Target);
    }

    [Fact]
    public async Task A_revision_of_which_nothing_is_taken_is_settled_and_the_same_text_is_none()
    {
        await using var host = await PlanHost.StartAsync();
        using var coordinator = await host.SignInAsync("陈静");
        await PlanHost.ImportAsync(coordinator, Revision);
        var key = (await coordinator.GetFromJsonAsync<JsonElement>("/api/plans/1", Cancel)).GetProperty("revision").GetProperty("key").GetString();

        using var dropped = await coordinator.PostAsJsonAsync("/api/plans/1/revision", new { reading = key, take = Array.Empty<string>() }, Cancel);

        Assert.Equal(JsonValueKind.Null, (await dropped.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("revision").ValueKind);
        var published = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "src/ProgressBot/Demo/sample-plan.md"), Cancel);
        using var same = await coordinator.PostAsync("/api/plans?name=a.md", new ByteArrayContent(published), Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
        Assert.Contains("一致", await same.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_is_open_follows_and_what_was_reported_stays()
    {
        await using var bot = await WholeBot.StartAsync(FakeClock.At("2022-08-25 10:40").GetUtcNow());
        await bot.HappenAsync("sweep");
        await bot.SayAsync("王敏", "到位资金累计3亿元", []);
        await bot.SayAsync("王敏", "先报这些", []);
        await bot.SayAsync("王敏", "确认报送", []);
        var edits = bot.Services.GetRequiredService<PlanEdits>();
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        var (first, second) = (await db.Set<WorkItem>().SingleAsync(item => item.Number == 1, Cancel), await db.Set<WorkItem>().SingleAsync(item => item.Number == 2, Cancel));

        await edits.ApplyAsync(1, [new PutAssignment(first.Id, "区商务局", UnitRole.Assist), new RemoveItem(second.Id)], 1, Cancel);

        var reports = await db.Set<Report>().AsNoTracking().Include(report => report.Versions).ThenInclude(version => version.Figures).ToListAsync(Cancel);
        Assert.Equal([(ReportState.Submitted, 1), (ReportState.Draft, 0)], reports.Where(report => report.WorkItemId == first.Id).Select(report => (report.State, report.Versions.Count)));
        Assert.All(reports.Where(report => report.WorkItemId == second.Id), report => Assert.Equal(ReportState.Excused, report.State));
        var board = await bot.SayAsync("陈静", "进度", []);
        Assert.Contains("项", Assert.Single(board.Messages, message => message.To == "陈静").Message.Text, StringComparison.Ordinal);
    }
}
