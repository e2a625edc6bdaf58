using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Web;

/// <summary>What is refused changes nothing, so that one host serves all of it.</summary>
public sealed class PlanRefusalTests(PlanRefusalTests.OneHost one) : IClassFixture<PlanRefusalTests.OneHost>
{
    readonly PlanHost host = one.Host;
    readonly HttpClient coordinator = one.Coordinator;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "/api/plans/1", HttpStatusCode.Unauthorized)]
    [InlineData(null, "/api/plans", HttpStatusCode.Unauthorized)]
    [InlineData("王敏", "/api/plans/1", HttpStatusCode.Forbidden)]
    [InlineData("王敏", "/api/plans", HttpStatusCode.Forbidden)]
    [InlineData("刘主任", "/api/plans/1", HttpStatusCode.Forbidden)]
    [InlineData("刘主任", "/api/plans", HttpStatusCode.OK)]
    [InlineData("陈静", "/api/plans/1", HttpStatusCode.OK)]
    [InlineData("陈静", "/api/plans/99", HttpStatusCode.NotFound)]
    public async Task Only_coordinators_see_a_plan_and_leaders_the_list(string? who, string path, HttpStatusCode expected)
    {
        using var browser = await host.SignInAsync(who);
        using var answer = await browser.GetAsync(path, Cancel);

        Assert.Equal(expected, answer.StatusCode);
        if (expected != HttpStatusCode.OK) Assert.NotEmpty((await JsonOf(answer)).GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Nobody_but_a_coordinator_changes_imports_activates_or_deletes()
    {
        foreach (var who in new[] { null, "王敏", "刘主任" })
            foreach (var path in new[] { "/api/plans?name=a.txt", "/api/plans/1/edits", "/api/plans/1/settings", "/api/plans/1/activate", "/api/plans/1/discard" })
            {
                using var browser = await host.SignInAsync(who);
                using var answer = await browser.PostAsync(path, JsonContent.Create(new { edit = "removeItem", item = 1 }), Cancel);
                Assert.Equal(who is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, answer.StatusCode);
            }
        Assert.Equal(21, (await host.PlanAsync(1)).Items.Count);
    }

    [Fact]
    public async Task Another_site_cannot_make_the_browser_change_a_plan()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/plans/1/edits") { Content = JsonContent.Create(new { edit = "removeItem", item = 1 }), Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var answer = await coordinator.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(21, (await host.PlanAsync(1)).Items.Count);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"item\":1}")]
    [InlineData("{\"edit\":\"everything\"}")]
    [InlineData("{\"edit\":\"assignment\",\"item\":\"one\",\"unit\":\"甲\",\"role\":\"Lead\"}")]
    [InlineData("{\"edit\":\"assignment\",\"item\":1,\"unit\":\"甲\",\"role\":7}")]
    public async Task Nonsense_is_refused_with_a_sentence(string body)
    {
        using var answer = await coordinator.PostAsync("/api/plans/1/edits", new StringContent(body, Encoding.UTF8, "application/json"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("没有保存", (await JsonOf(answer)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"edit\":\"assignment\",\"item\":1,\"role\":\"Lead\"}")]
    [InlineData("{\"edit\":\"members\",\"group\":1}")]
    [InlineData("{\"edit\":\"indicator\",\"item\":1}")]
    [InlineData("{\"edit\":\"requirement\",\"item\":1,\"requirement\":99999,\"text\":\"甲\"}")]
    [InlineData("{\"edit\":\"deadline\",\"item\":1,\"deadline\":\"0001-01-01\"}")]
    [InlineData("{\"edit\":\"mergeUnit\",\"unit\":1,\"into\":1}")]
    [InlineData("{\"edit\":\"removeItem\"}")]
    public async Task What_is_missing_or_gone_is_refused_with_a_sentence(string body)
    {
        using var answer = await coordinator.PostAsync("/api/plans/1/edits", new StringContent(body, Encoding.UTF8, "application/json"), Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty((await JsonOf(answer)).GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task A_refused_change_leaves_no_unit_behind()
    {
        using var answer = await coordinator.PostAsJsonAsync("/api/plans/1/edits", new { edit = "assignment", item = 99999, unit = "区新设局", role = "Assist" }, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(await host.LookAsync(db => db.Set<Unit>().AnyAsync(unit => unit.Name == "区新设局", Cancel)));
    }

    [Fact]
    public async Task A_file_that_is_no_plan_is_refused_with_its_reason_and_nothing_is_kept()
    {
        foreach (var (name, content, reason) in new[] { ("照片.png", await File.ReadAllBytesAsync(World.TalkFile.PathOf("照片.png")!, Cancel), "图片"), ("空.txt", [], "空"), ("坏.docx", "PK\u0003\u0004 damaged"u8.ToArray(), ""), ("说明.txt", Encoding.UTF8.GetBytes("今天天气很好。"), "没有读到任务") })
        {
            using var answer = await coordinator.PostAsync($"/api/plans?name={Uri.EscapeDataString(name)}", new ByteArrayContent(content), Cancel);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(reason, (await JsonOf(answer)).GetProperty("message").GetString(), StringComparison.Ordinal);
        }
        Assert.Equal(1, await host.LookAsync(db => db.Set<Plan>().CountAsync(Cancel)));
    }

    static async Task<JsonElement> JsonOf(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);

    public sealed class OneHost : IAsyncLifetime
    {
        internal PlanHost Host { get; private set; } = null!;
        internal HttpClient Coordinator { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await PlanHost.StartAsync();
            Coordinator = await Host.SignInAsync("陈静");
        }

        public ValueTask DisposeAsync()
        {
            Coordinator.Dispose();
            return Host.DisposeAsync();
        }
    }
}
