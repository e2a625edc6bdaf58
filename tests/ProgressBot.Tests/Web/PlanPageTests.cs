using Microsoft.Playwright;
using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Web;

public sealed class PlanPageTests
{
    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task A_coordinator_imports_reviews_edits_in_place_and_activates(int width, int height)
    {
        await using var host = await PlanHost.StartAsync();
        await using var browser = await BrowserPage.OpenAsync(width, height, await host.LinkAsync("陈静"), host.Address);
        var page = browser.Page;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "任务书" }).ClickAsync();
        await page.GetByLabel("导入任务书").SetInputFilesAsync(World.TalkFile.PathOf("00-任务书全文.md")!);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "导入", Exact = true }).ClickAsync();
        // asked again until it holds; waiting for the event would miss one that came a moment before
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(host.Address, "/plans/2").ToString());

        await Assertions.Expect(page.Locator(".conflicts h2")).ToContainTextAsync("正文与表格不一致");
        var item = page.Locator(".item").First;
        await item.Locator(".line", new LocatorLocatorOptions { HasText = "到位资金" }).First.ClickAsync();
        await item.GetByLabel("目标", new LocatorGetByLabelOptions { Exact = true }).FillAsync("很多");
        await item.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "保存" }).ClickAsync();
        await Assertions.Expect(item.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有读懂");
        await item.GetByLabel("目标", new LocatorGetByLabelOptions { Exact = true }).FillAsync("3.2亿元");
        await item.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "保存" }).ClickAsync();
        await Assertions.Expect(item.Locator(".line", new LocatorLocatorOptions { HasText = "3.2亿元" })).ToBeVisibleAsync();
        Assert.True(await browser.FitsAsync());
        Assert.Contains("到位资金 3 亿元", await item.Locator(".source").TextContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "启用任务书" }).ClickAsync();
        await Assertions.Expect(page.Locator(".state-Active")).ToBeVisibleAsync();

        var plan = await host.PlanAsync(2);
        Assert.Equal((PlanState.Active, 320000000m), (plan.State, plan.Items[0].Indicators.Single(indicator => indicator.Name == "到位资金").Target));
        Assert.Equal(["Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)"], browser.Complaints);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_told_what_to_do()
    {
        await using var host = await PlanHost.StartAsync();
        await using var browser = await BrowserPage.OpenAsync(390, 844, "/plans/1", host.Address);

        await Assertions.Expect(browser.Page.Locator("#notice")).ToContainTextAsync("请先登录");
        Assert.Equal(0, await browser.Page.Locator(".item").CountAsync());
    }

    [Fact]
    public async Task A_leader_finds_the_plans_in_force_and_nothing_to_change()
    {
        await using var host = await PlanHost.StartAsync();
        await using var browser = await BrowserPage.OpenAsync(390, 844, await host.LinkAsync("刘主任"), host.Address);

        await browser.Page.GotoAsync("/plans");

        await Assertions.Expect(browser.Page.Locator(".plan")).ToHaveCountAsync(1);
        await Assertions.Expect(browser.Page.Locator(".plan .button")).ToHaveTextAsync(["导出 Excel", "导出 CSV"]);
        Assert.True(await browser.Page.Locator("#import").IsHiddenAsync());
    }
}
