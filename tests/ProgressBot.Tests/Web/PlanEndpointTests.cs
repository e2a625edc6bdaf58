using System.Net.Http.Json;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Tests.Web;

public sealed class PlanEndpointTests : IAsyncLifetime
{
    const string Sample = "00-任务书全文.md";

    PlanHost host = null!;
    HttpClient coordinator = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await PlanHost.StartAsync();
        coordinator = await host.SignInAsync("陈静");
    }

    public ValueTask DisposeAsync()
    {
        coordinator.Dispose();
        return host.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_is_reviewed_edited_and_activated_and_every_change_is_on_record()
    {
        var id = await PlanHost.ImportAsync(coordinator, Sample);
        var view = await coordinator.GetFromJsonAsync<JsonElement>($"/api/plans/{id}", Cancel);
        var item = view.GetProperty("items")[0];
        Assert.NotEmpty(view.GetProperty("conflicts").EnumerateArray());
        Assert.Contains("工作目标：举办项目推介会", item.GetProperty("sourceText").GetString(), StringComparison.Ordinal);
        var funds = item.GetProperty("indicators").EnumerateArray().Single(indicator => indicator.GetProperty("name").GetString() == "到位资金").GetProperty("id").GetInt32();

        await ChangeAsync(id, new { edit = "indicator", item = item.GetProperty("id").GetInt32(), indicator = funds, name = "到位资金", target = "3.2亿元", comparator = "AtLeast", basis = "Cumulative", sharing = "LeadReports", aspirational = false });
        await ChangeAsync(id, new { edit = "assignment", item = item.GetProperty("id").GetInt32(), unit = "区新设局", role = "Assist" });
        await ChangeAsync(id, new { edit = "period", period = "Quarter" });
        using var activated = await coordinator.PostAsync($"/api/plans/{id}/activate", null, Cancel);

        var plan = await host.PlanAsync(id);
        Assert.Equal((PlanState.Active, ProgressBot.Core.Reminding.RoundPeriod.Quarter), (plan.State, plan.Period));
        Assert.Equal(320000000, plan.Items.SelectMany(each => each.Indicators).Single(indicator => indicator.Id == funds).Target);
        Assert.True(await host.LookAsync(db => db.Set<Unit>().AnyAsync(unit => unit.Name == "区新设局", Cancel)));
        var events = await host.LookAsync(db => db.Set<EventRow>().Where(row => row.Kind.StartsWith("Plan")).OrderBy(row => row.Id).ToListAsync(Cancel));
        Assert.Equal(["PlanActivated", "PlanEdited", "PlanEdited", "PlanEdited", "PlanActivated"], events.Select(row => row.Kind));
        Assert.All(events.Skip(1), row => Assert.Equal(1, row.PersonId));
        Assert.Contains("3.2亿元", events[1].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_basis_stays_once_a_value_was_reported()
    {
        var indicator = (await host.PlanAsync(1)).Items[0].Indicators[0];
        await ReportAsync(indicator);

        using var answer = await coordinator.PostAsJsonAsync("/api/plans/1/edits", new
        {
            edit = "indicator", item = indicator.WorkItemId, indicator = indicator.Id, name = indicator.Name, target = "2次", comparator = "None", basis = "Incremental", sharing = "LeadReports", aspirational = false,
        }, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal((Basis.Cumulative, 1m), ((await host.PlanAsync(1)).Items[0].Indicators[0].Basis, indicator.Target));
        var view = await coordinator.GetFromJsonAsync<JsonElement>("/api/plans/1", Cancel);
        Assert.True(view.GetProperty("items")[0].GetProperty("indicators")[0].GetProperty("hasFigures").GetBoolean());
    }

    [Fact]
    public async Task A_unit_that_is_a_known_one_by_another_name_is_offered_and_merged()
    {
        var id = await PlanHost.ImportAsync(coordinator, Sample);
        var view = await coordinator.GetFromJsonAsync<JsonElement>($"/api/plans/{id}", Cancel);
        var fresh = view.GetProperty("units").EnumerateArray().Single(unit => unit.GetProperty("name").GetString() == "区人力社保局");
        var known = fresh.GetProperty("alike")[0];
        Assert.Equal("区人社局", known.GetProperty("name").GetString());

        var after = await ChangeAsync(id, new { edit = "mergeUnit", unit = fresh.GetProperty("id").GetInt32(), into = known.GetProperty("id").GetInt32() });

        Assert.DoesNotContain("区人力社保局", after.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("name").GetString()));
        Assert.Equal(["区人力社保局"], await host.LookAsync(async db => (await db.Set<Unit>().SingleAsync(unit => unit.Name == "区人社局", Cancel)).Aliases));
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away_with_the_units_that_only_it_brought_and_a_plan_in_force_cannot()
    {
        var before = await host.LookAsync(db => db.Set<Unit>().CountAsync(Cancel));
        var id = await PlanHost.ImportAsync(coordinator, Sample);

        using var gone = await coordinator.PostAsync($"/api/plans/{id}/discard", null, Cancel);
        using var kept = await coordinator.PostAsync("/api/plans/1/discard", null, Cancel);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity), (gone.StatusCode, kept.StatusCode));
        Assert.Equal((1, before, 1), (await host.LookAsync(db => db.Set<Plan>().CountAsync(Cancel)), await host.LookAsync(db => db.Set<Unit>().CountAsync(Cancel)), await host.LookAsync(db => db.Set<PlanReading>().CountAsync(Cancel))));
    }

    [Fact]
    public async Task When_rounds_are_due_is_chosen_and_what_makes_no_sense_is_refused_in_the_words_of_the_chat()
    {
        using var taken = await coordinator.PostAsJsonAsync("/api/plans/1/settings", new { key = "due", value = "next 5" }, Cancel);
        using var refused = await coordinator.PostAsJsonAsync("/api/plans/1/settings", new { key = "opens", value = "999" }, Cancel);

        Assert.Equal("next 5", (await JsonOf(taken)).GetProperty("schedule").GetProperty("due").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("没有改动", (await JsonOf(refused)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinators_and_leaders_download_what_export_writes_and_a_draft_has_no_progress()
    {
        using var leader = await host.SignInAsync("刘主任");
        using var reporter = await host.SignInAsync("王敏");
        var draft = await PlanHost.ImportAsync(coordinator, Sample);

        using var book = await leader.GetAsync("/api/plans/1/export.xlsx", Cancel);
        var table = await coordinator.GetByteArrayAsync("/api/plans/1/export.csv", Cancel);

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book.Content.Headers.ContentType!.MediaType);
        Assert.Contains("任务进展1-", book.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var grids = ProgressBot.Files.DocumentFile.Open(await book.Content.ReadAsStreamAsync(Cancel), "a.xlsx").Blocks.OfType<ProgressBot.Core.Plans.Drafts.Grid>();
        Assert.Equal(["任务进展"], grids.Take(1).Select(grid => grid.Sheet));
        Assert.Equal([0xEF, 0xBB, 0xBF], table[..3]);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"/api/plans/{draft}/export.xlsx", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync("/api/plans/1/export.csv", Cancel)).StatusCode);
    }

    async Task<JsonElement> ChangeAsync(int plan, object edit)
    {
        using var answer = await coordinator.PostAsJsonAsync($"/api/plans/{plan}/edits", edit, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await JsonOf(answer);
    }

    Task<bool> ReportAsync(Indicator indicator) => host.Services.GetRequiredService<Store>().RunAsync(unit =>
    {
        var round = new Round { Id = unit.Numbers.Next<Round>(), PlanId = 1, PeriodStart = new DateOnly(2022, 1, 1), PeriodEnd = new DateOnly(2022, 1, 31), Label = "1月", OpensAt = host.Clock.GetUtcNow(), DueAt = host.Clock.GetUtcNow(), LocksAt = host.Clock.GetUtcNow() };
        var report = new Report { Id = unit.Numbers.Next<Report>(), RoundId = round.Id, WorkItemId = indicator.WorkItemId, UnitId = 1 };
        var number = unit.Numbers.Next<ReportVersion>();
        var version = new ReportVersion
        {
            Id = number,
            Receipt = "0104-001",
            At = host.Clock.GetUtcNow(),
            Figures = [Figure.Of(indicator.Id, "1次", 1, Basis.Cumulative, 0) with { Id = unit.Numbers.Next<Figure>(), ReportVersionId = number }],
        };
        unit.Save(Rows.Added(round with { Reports = [report.Submit(version, round.DueAt)] }));
        return Task.FromResult(true);
    }, Cancel);

    static async Task<JsonElement> JsonOf(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
}
